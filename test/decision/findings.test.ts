import { expect, test } from 'vitest';
import { NEVER_ACTIVE } from '../../src/contracts/snapshot';
import { type Finding, FINDINGS, OWNERS, SIGNALS } from '../../src/contracts/vocabulary';
import { IS, IS_NOT, membersOf, UNKNOWN } from '../../src/decision/columns';
import { findingRules, findingsOf, type RowFacts } from '../../src/decision/findings';
import { foundingTable } from '../../src/decision/founding-table';
import { laneOfOwner } from '../../src/decision/lanes';
import { ownershipRules, type PathFacts } from '../../src/ownership/rules';
import { ATLASSIAN_PAGES } from '../../src/contracts/atlassian-pages';

/** A row of which nothing is to be said. */
const quiet: RowFacts = {
  owner: 'idp-owned',
  contradiction: false,
  rowBillable: IS,
  caseBillable: IS,
  inactive: IS_NOT,
  lastActive: 1,
  scimInactive: false,
  split: false,
  dormant: false,
};
const found = (change: Partial<RowFacts>): Finding[] =>
  membersOf(FINDINGS, findingsOf({ ...quiet, ...change }));

test('a healthy row that the identity provider owns has no finding', () => {
  expect(found({})).toEqual([]);
});

test('findings stand in the order of the contract, and there is one rule for each', () => {
  const contract = [
    'inactive-seat',
    'never-active',
    'scim-inactive-billable',
    'mixed-paths',
    'unproven-default',
    'unproven-local',
    'owner-unknown',
    'contradiction',
    'dormant-path',
  ];
  expect(FINDINGS).toEqual(contract);
  expect(findingRules.map((rule) => rule.finding)).toEqual(contract);
});

test('as many findings as one row can have come in that order', () => {
  const most = { inactive: IS, scimInactive: true, split: true, dormant: true };
  expect(found({ ...most, owner: 'default-group' })).toEqual([
    'inactive-seat',
    'scim-inactive-billable',
    'mixed-paths',
    'unproven-default',
    'dormant-path',
  ]);
  expect(found({ ...most, owner: 'unknown', contradiction: true, lastActive: NEVER_ACTIVE })).toEqual([
    'never-active',
    'scim-inactive-billable',
    'mixed-paths',
    'contradiction',
    'dormant-path',
  ]);
});

test('what only may be so is no finding: an unknown seat, an unknown inactivity', () => {
  for (const caseBillable of [IS_NOT, UNKNOWN])
    expect(found({ caseBillable, inactive: IS, scimInactive: true })).toEqual([]);
  expect(found({ inactive: UNKNOWN })).toEqual([]);
  for (const rowBillable of [IS_NOT, UNKNOWN]) {
    for (const owner of ['default-group', 'local-group', 'direct'] as const)
      expect(found({ owner, rowBillable })).toEqual([]);
  }
});

test('an unknown owner and a contradiction are never said of one row together', () => {
  expect(found({ owner: 'unknown' })).toEqual(['owner-unknown']);
  expect(found({ owner: 'unknown', contradiction: true })).toEqual(['contradiction']);
});

test('the founding table has the five signals, each once and in their order, each with its outcome and source', () => {
  expect(SIGNALS).toEqual([
    'idp-synced-group',
    'default-group-access',
    'scim-and-local-paths',
    'scim-user-inactive',
    'override-requested',
  ]);
  expect(foundingTable.map((row) => row.signal)).toEqual(SIGNALS);
  const pages: readonly string[] = Object.values(ATLASSIAN_PAGES);
  for (const row of foundingTable) {
    for (const text of [row.title, row.verify, row.belongsTo, row.outcome, row.never])
      expect(text).toMatch(/^[A-Z][^\n]+$/);
    expect(pages).toContain(row.source);
    expect(row.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test('the signal of a lane is a row of the founding table, and the two sources never share one', () => {
  const bySignal = Object.entries(laneOfOwner).filter(([, lane]) => lane.signal !== null);
  expect(Object.fromEntries(bySignal.map(([owner, lane]) => [owner, [lane.signal, lane.decision]]))).toEqual({
    'idp-owned': ['idp-synced-group', 'route-out'],
    'default-group': ['default-group-access', 'review-default-group'],
  });
  expect(Object.keys(laneOfOwner).sort()).toEqual([...OWNERS].sort());
});

test('ownership rules apply in their order: what is contradicted or not read comes before any owner', () => {
  const owner = (path: Partial<PathFacts>): string => {
    const facts: PathFacts = { via: 'group', source: 'not-synced', isDefaultHere: false, ...path };
    const rule = ownershipRules.find((one) => one.when(facts))!;
    return `${rule.id}: ${rule.owner}`;
  };
  for (const isDefaultHere of [false, true]) {
    expect(owner({ source: 'contradiction', isDefaultHere })).toBe('witnesses-disagree: unknown');
    expect(owner({ source: 'unknown', isDefaultHere })).toBe('source-not-read: unknown');
    expect(owner({ via: 'direct', source: null, isDefaultHere })).toBe('direct-role: direct');
    expect(owner({ via: 'inferred', source: null, isDefaultHere })).toBe('inferred-role: inferred');
    expect(owner({ via: 'unexplained', source: null, isDefaultHere })).toBe('unexplained-role: unknown');
  }
  expect(owner({ source: 'synced', isDefaultHere: true })).toBe('synced-and-default: unknown');
  expect(owner({ source: 'synced' })).toBe('synced-group: idp-owned');
  expect(owner({ isDefaultHere: true })).toBe('default-group: default-group');
  expect(owner({})).toBe('local-group: local-group');
  const ids = ownershipRules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.at(-1)).toBe('local-group');
});
