import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import type { RowRef } from '../../src/contracts/evidence';
import type { Redesign, SourceChange } from '../../src/contracts/records';
import type { Snapshot } from '../../src/contracts/snapshot';
import { ENTRY_CAUSES, type EntryCause } from '../../src/contracts/vocabulary';
import type { PoolTerms } from '../../src/decision/pool-seats';
import type { DecisionTable } from '../../src/decision/tell';
import { proposalsOf, type Removal } from '../../src/review/savings/proposals';
import { indexReturns } from '../../src/review/savings/return-way';
import { tableOf } from '../decision/support/decided';
import { aGroup, anIdp, anOrg, aResource, aUser, daysBefore, syncedBy } from '../support/org-builder';
import { aRecord, sourceEvidence } from '../support/review-records';

const jira = aResource('jira');
const wiki = aResource('confluence');
const user = ['atlassian/user'];
const SUE = '712020:sue';
const TOM = '712020:tom';

const org = (users: OrgFile['users']): OrgFile =>
  anOrg({
    identityProviders: [anIdp('okta')],
    resources: [jira, wiki],
    groups: [
      aGroup('both', {
        grants: [
          { ari: jira.ari, roles: user },
          { ari: wiki.ari, roles: user },
        ],
      }),
      aGroup('engineering', { ...syncedBy('okta', 'engineering'), grants: [{ ari: jira.ari, roles: user }] }),
      aGroup('legacy', { grants: [{ ari: jira.ari, roles: user }] }),
    ],
    users,
  });
const member = (name: string, groups: string[], change: Partial<OrgFile['users'][number]> = {}): OrgFile['users'][number] =>
  aUser(name, { groups: groups.map((group) => `group-${group}`), ...change }); // prettier-ignore

const perSite: PoolTerms = { poolId: 'per-site', members: [jira.ari], countedPer: 'resource' };
const collection: PoolTerms = { poolId: 'collection', members: [jira.ari, wiki.ari], countedPer: 'person' };

const through = (accountId: string, groupId: string | null, ari = jira.ari): RowRef => ({
  accountId,
  ari,
  via: groupId === null ? 'direct' : 'group',
  groupId: groupId === null ? null : `group-${groupId}`,
});
const local = (id: string, row: RowRef, recordedAt = '2026-11-20T09:00:00.000Z'): Removal =>
  aRecord('local-action', { id, row, recordedAt });
const redesign = (groupId: string, change: SourceChange): Redesign =>
  aRecord('redesign', {
    id: 'redesign-1',
    source: { groupId: `group-${groupId}`, ari: jira.ari },
    change,
    evidence: { ...sourceEvidence, roles: user },
  });
const proposed = (table: DecisionTable, removals: readonly Removal[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    proposalsOf(table, [perSite, collection], removals, () => 4).map(({ seat, recordIds }) => [
      `${seat.poolId} ${seat.accountId}`,
      recordIds,
    ]),
  );

test('one decision of two that a seat needs proposes nothing; both propose it together, when the later was made', () => {
  const table = tableOf(org([member('sue', ['engineering', 'legacy'])]));
  const handedOver = aRecord('route-out', {
    id: 'r-1',
    row: through(SUE, 'engineering'),
    idpId: 'scim-okta',
  });
  const removed = local('r-2', through(SUE, 'legacy'), '2026-11-24T09:00:00.000Z');
  expect(proposed(table, [handedOver])).toEqual({});
  expect(proposed(table, [removed])).toEqual({});
  expect(proposalsOf(table, [perSite], [handedOver, removed], (one) => (one === handedOver ? 4 : 0))).toEqual(
    [
      {
        seat: { poolId: 'per-site', accountId: SUE, ari: jira.ari },
        recordIds: ['r-1', 'r-2'],
        decidedAt: '2026-11-24T09:00:00.000Z',
        syncHours: 4,
      },
    ],
  ); // prettier-ignore
  expect(proposalsOf(table, [perSite], [removed, handedOver], () => 4)).toEqual(
    proposalsOf(table, [perSite], [handedOver, removed], () => 4),
  );
});

test('half of a collection is no seat of it, and a group of both halves is both', () => {
  const apart = tableOf(
    org([member('sue', ['legacy'], { direct: [{ ari: wiki.ari, role: 'atlassian/user' }] })]),
  );
  expect(proposed(apart, [local('r-1', through(SUE, 'legacy'))])).toEqual({ [`per-site ${SUE}`]: ['r-1'] });
  expect(
    proposed(apart, [local('r-1', through(SUE, 'legacy')), local('r-2', through(SUE, null, wiki.ari))]),
  ).toEqual({ [`per-site ${SUE}`]: ['r-1'], [`collection ${SUE}`]: ['r-1', 'r-2'] });
  const together = tableOf(org([member('sue', ['both'])]));
  expect(proposed(together, [local('r-1', through(SUE, 'both'))])).toEqual({
    [`per-site ${SUE}`]: ['r-1'],
    [`collection ${SUE}`]: ['r-1'],
  });
});

test('a redesign proposes the seats that it takes: a revoked grant here only, a split group everywhere', () => {
  const table = tableOf(
    org([member('sue', ['both']), member('tom', ['both', 'legacy'], { claimStatus: 'managed' })]),
  );
  expect(proposed(table, [redesign('both', { do: 'revoke-grant' })])).toEqual({
    [`per-site ${SUE}`]: ['redesign-1'],
  });
  const keepManaged: SourceChange = { do: 'split-group', keep: { claimStatuses: ['managed'], domains: [] } };
  expect(proposed(table, [redesign('both', keepManaged)])).toEqual({
    [`per-site ${SUE}`]: ['redesign-1'],
    [`collection ${SUE}`]: ['redesign-1'],
  });
  expect(proposed(table, [redesign('both', { do: 'unset-default' })])).toEqual({});
  const toGuest = { do: 'change-role', from: 'atlassian/user', to: 'atlassian/guest' } as const;
  expect(proposed(table, [redesign('both', toGuest)])).toEqual({ [`per-site ${SUE}`]: ['redesign-1'] });
  expect(proposed(table, [redesign('both', toGuest), local('r-1', through(TOM, 'legacy'))])).toEqual({
    [`per-site ${SUE}`]: ['redesign-1'],
    [`per-site ${TOM}`]: ['r-1', 'redesign-1'],
  });
  expect(proposed(table, [redesign('nobody-knows', { do: 'revoke-grant' })])).toEqual({});
});

const GONE_AT = daysBefore(10);

/** Sue is billed through a group again; what the audit log tells of her entry. */
function returned(logged: { daysAgo: number; cause: EntryCause } | null, groups = ['legacy']): unknown {
  const read = (snapshot: Snapshot): Snapshot => ({
    ...snapshot,
    history: {
      ...snapshot.history,
      state: 'read',
      since: Date.parse(daysBefore(180)),
      entries: {
        account: Uint32Array.from(logged === null ? [] : [0]),
        group: Uint32Array.from(logged === null ? [] : [snapshot.groups.ids.indexOf('group-legacy')]),
        at: Float64Array.from(logged === null ? [] : [Date.parse(daysBefore(logged.daysAgo))]),
        cause: {
          values: ENTRY_CAUSES,
          codes: Uint8Array.from(logged === null ? [] : [ENTRY_CAUSES.indexOf(logged.cause)]),
        },
        actor: logged === null ? [] : ['system'],
      },
    },
  });
  const direct = groups.length === 0 ? { direct: [{ ari: jira.ari, role: 'atlassian/user' }] } : {};
  const table = tableOf(org([member('sue', groups, direct)]), { shown: read });
  return indexReturns(table, [collection])({ poolId: 'collection', accountId: SUE, ari: null }, GONE_AT);
}

test('the way back is told by the audit log alone', () => {
  const ways = ENTRY_CAUSES.map((cause) => [cause, (returned({ daysAgo: 3, cause }) as { way: string }).way]);
  expect(Object.fromEntries(ways)).toEqual({
    admin: 'admin',
    'app-access': 'admin',
    invite: 'default-on-invite',
    'approved-domain': 'approved-domain',
    'first-access': 'first-access',
    import: 'admin',
    'site-creation': 'unknown',
    sync: 'sync',
    unknown: 'unknown',
  });
  expect(returned({ daysAgo: 3, cause: 'sync' })).toEqual({
    way: 'sync',
    because: 'A sync of the identity provider wrote it again.',
    groupId: 'group-legacy',
  });
});

test('where the log does not tell, the way is unknown, with the reason', () => {
  expect(returned(null)).toMatchObject({ way: 'unknown', because: expect.stringMatching(/older/) as string });
  // An entry from before it was seen gone explains nothing.
  expect(returned({ daysAgo: 20, cause: 'invite' })).toMatchObject({
    way: 'unknown',
    because: expect.stringMatching(
      /no entry since it was seen gone; the last one was on 2026-11-03/,
    ) as string,
    groupId: null,
  });
  expect(returned(null, [])).toMatchObject({ way: 'unknown', because: expect.stringMatching(/through a group/) as string }); // prettier-ignore
  // Of several groups the one with the entry tells.
  expect(returned({ daysAgo: 3, cause: 'sync' }, ['both', 'legacy'])).toMatchObject({ way: 'sync' });
});
