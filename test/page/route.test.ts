import { expect, test } from 'vitest';
import { REGISTER_KINDS } from '../../src/contracts/records';
import { SAVING_STATES } from '../../src/contracts/savings';
import { readRoute } from '../../static/admin/src/route/read-route';
import {
  noFilter,
  REGISTER_STATES,
  type Route,
  SOURCE_FORMS,
  toCases,
  toQueue,
  toRegister,
  toPastReview,
} from '../../static/admin/src/route/route';
import { writeRoute } from '../../static/admin/src/route/write-route';
import { JIRA } from './example-org';

const SOURCE = { groupId: 'group-contractors', ari: JIRA };

const routes: readonly Route[] = [
  toPastReview('cycle-2026-W47'),
  toQueue('queue'),
  {
    ...toQueue('backlog'),
    item: { itemId: 'item-1', batchId: null },
    case: { accountId: '712020:a', ari: JIRA },
  },
  { ...toQueue('backlog'), item: { itemId: 'item-1', batchId: null } },
  { ...toQueue('queue'), item: { itemId: 'item-1', batchId: 'batch-1' } },
  { ...toQueue('queue'), source: { ...SOURCE, form: 'attest' } },
  ...SOURCE_FORMS.map((form): Route => ({
    tab: 'sources',
    ari: JIRA,
    text: 'a b',
    sort: 'group',
    open: { ...SOURCE, form },
  })),
  { tab: 'sources', ari: null, text: '', sort: 'seats', open: { ...SOURCE, form: null } },
  {
    tab: 'cases',
    filter: { ...noFilter, billable: 'unknown', finding: 'any' },
    sort: { by: 'paths', direction: 'ascending' },
    hidden: ['seat', 'last-active'],
    open: { accountId: '712020:a', ari: JIRA },
    batchId: 'batch-1',
  },
  toCases({ ...noFilter, protected: true }),
  toCases({ ...noFilter, protected: false, billable: true }),
  toCases({ ...noFilter, way: { cohort: 'never-active', holder: 'several', owner: null } }),
  toCases({ ...noFilter, way: { cohort: null, holder: 'group', owner: 'idp-owned' } }),
  { tab: 'overview', at: null },
  { tab: 'overview', at: 'standouts' },
  { tab: 'handed-over', text: 'a b&c' },
  ...SAVING_STATES.map((state): Route => ({ tab: 'savings', poolId: 'pool-1', state })),
  { tab: 'savings', poolId: null, state: null },
  ...REGISTER_KINDS.map(toRegister),
  ...REGISTER_STATES.map((state): Route => ({
    tab: 'records',
    kind: 'intent',
    filter: { state, text: 'a b&c' },
    open: null,
  })),
  { ...toRegister('keep'), open: 'keep-1' },
  { tab: 'setup' },
];

test('every route is given back by its address', () => {
  for (const route of routes) expect(readRoute(writeRoute(route)), writeRoute(route)).toEqual(route);
});

test('former addresses lead to the registers, unknown ones to the overview', () => {
  expect(readRoute('/route-outs')).toEqual(toRegister('route-out'));
  expect(readRoute('/exceptions')).toEqual(toRegister('exception'));
  for (const address of ['', '/', '/nowhere'])
    expect(readRoute(address)).toEqual({ tab: 'overview', at: null });
  expect(readRoute('/review?part=all&form=none&source=only-a-group')).toEqual(toQueue('queue'));
  for (const way of ['', 'nothing', 'recent.other-groups.direct', '..nobody'])
    expect(readRoute(`/cases?way=${way}`)).toEqual(toCases(noFilter));
});
