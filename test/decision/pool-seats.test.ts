import fc from 'fast-check';
import { expect, test } from 'vitest';
import { membersUnder, poolPresets } from '../../src/billing/pools/presets';
import { buildDecisionTable } from '../../src/decision/build';
import { IS } from '../../src/decision/columns';
import { seatsFreed } from '../../src/decision/freed-seats';
import { indexStandings, keyOfSeat, type PoolTerms, seatsOfPools } from '../../src/decision/pool-seats';
import { type DecisionTable } from '../../src/decision/tell';
import type { OrgFile } from '../../local/org/org-file';
import { arbitraryOrg } from '../properties/arbitrary-org';
import { snapshotOfOrg } from '../properties/snapshot-of-org';
import { aGroup, anOrg, aResource, aUser } from '../support/org-builder';

const jira = aResource('jira');
const wiki = aResource('confluence');
const loom = aResource('loom');
const betaJira = aResource('jira@beta');
const gammaJira = aResource('jira@gamma');
const user = ['atlassian/user'];

const grants = (name: string, ...aris: string[]): ReturnType<typeof aGroup> =>
  aGroup(name, { grants: aris.map((ari) => ({ ari, roles: user })) });

function tableOf(org: OrgFile): DecisionTable {
  return buildDecisionTable(snapshotOfOrg(org, true), {
    now: Date.parse(org.now),
    inactiveDays: 90,
    plans: new Map(),
  });
}

const world = (users: OrgFile['users']): DecisionTable =>
  tableOf(
    anOrg({
      resources: [jira, wiki, loom, betaJira, gammaJira],
      groups: [
        grants('jira', jira.ari),
        grants('also-jira', jira.ari),
        grants('wiki', wiki.ari),
        grants('both', jira.ari, wiki.ari),
        grants('beta', betaJira.ari),
        grants('gamma', gammaJira.ari),
        aGroup('odd', { grants: [{ ari: wiki.ari, roles: ['atlassian/never-heard-of'] }] }),
      ],
      users,
    }),
  );
const member = (name: string, ...groups: string[]): OrgFile['users'][number] =>
  aUser(name, { groups: groups.map((group) => `group-${group}`) });

const pool = (change: Partial<PoolTerms> = {}): PoolTerms => ({
  poolId: 'pool-1',
  members: [jira.ari, wiki.ari, loom.ari],
  countedPer: 'person',
  ...change,
});

/** The rows of an account through some groups. */
function rowsThrough(table: DecisionTable, accountId: string, ...groups: string[]): Set<number> {
  const { snapshot, paths } = table;
  const rows = new Set<number>();
  for (let row = 0; row < paths.rowCase.length; row += 1) {
    const account = snapshot.accounts.ids[paths.caseAccount[paths.rowCase[row]!]!]!;
    const group = snapshot.groups.ids[snapshot.grants.group[paths.rowGrant[row]!]!];
    if (account === accountId && groups.some((name) => group === `group-${name}`)) rows.add(row);
  }
  return rows;
}
const freedBy = (table: DecisionTable, terms: PoolTerms, rows: Set<number>): string[] =>
  seatsFreed(table, [terms], rows).map(({ seat }) => keyOfSeat(seat));

test('a person on three sites is three seats where resources are counted, and one where people are', () => {
  const table = world([member('sue', 'jira', 'beta', 'gamma')]);
  const members = [jira.ari, betaJira.ari, gammaJira.ari];
  const count = (countedPer: PoolTerms['countedPer']): number =>
    seatsOfPools(table, [pool({ members, countedPer })]).get('pool-1')!.billed.size;
  expect(count('resource')).toBe(3);
  expect(count('person')).toBe(1);
  const onBeta = rowsThrough(table, '712020:sue', 'beta');
  expect(freedBy(table, pool({ members, countedPer: 'resource' }), onBeta)).toEqual([
    `712020:sue ${betaJira.ari}`,
  ]);
  expect(freedBy(table, pool({ members }), onBeta)).toEqual([]);
});

test('one of two products of a collection frees nothing, both free one seat', () => {
  const table = world([member('sue', 'jira', 'wiki')]);
  expect(freedBy(table, pool(), rowsThrough(table, '712020:sue', 'jira'))).toEqual([]);
  expect(freedBy(table, pool(), rowsThrough(table, '712020:sue', 'wiki'))).toEqual([]);
  expect(freedBy(table, pool(), rowsThrough(table, '712020:sue', 'jira', 'wiki'))).toEqual(['712020:sue ']);
});

test('one of two groups of the same product frees nothing', () => {
  const table = world([member('sue', 'jira', 'also-jira')]);
  const alone = pool({ members: [jira.ari], countedPer: 'resource' });
  expect(freedBy(table, alone, rowsThrough(table, '712020:sue', 'jira'))).toEqual([]);
  expect(freedBy(table, alone, rowsThrough(table, '712020:sue', 'jira', 'also-jira'))).toEqual([
    `712020:sue ${jira.ari}`,
  ]);
});

test('what nobody knows to be billed is counted apart, and what might bill keeps the seat', () => {
  const table = world([member('sue', 'jira', 'odd'), member('tom', 'odd')]);
  const seats = seatsOfPools(table, [pool()]).get('pool-1')!;
  expect([...seats.billed]).toEqual(['712020:sue ']);
  expect([...seats.unknown]).toEqual(['712020:tom ']);
  expect(freedBy(table, pool(), rowsThrough(table, '712020:sue', 'jira'))).toEqual([]);
  // A path that might have billed is no seat that was freed.
  expect(freedBy(table, pool(), rowsThrough(table, '712020:tom', 'odd'))).toEqual([]);
  const standing = indexStandings(table, [pool()]);
  const of = (accountId: string, ari: string | null): string =>
    standing({ poolId: 'pool-1', accountId, ari });
  expect([of('712020:sue', null), of('712020:tom', null), of('712020:nobody', null)]).toEqual([
    'billed',
    'unknown',
    'gone',
  ]);
  expect([of('712020:sue', wiki.ari), of('712020:sue', loom.ari)]).toEqual(['unknown', 'gone']);
  expect(standing({ poolId: 'forgotten', accountId: '712020:nobody', ari: null })).toBe('unknown');
});

test('presets make the pools that an invoice has', () => {
  const resources = [jira, wiki, loom, betaJira, aResource('jsm')].map(({ ari, typeKey, name }) => ({
    ari,
    typeKey,
    name,
    sandbox: false,
  }));
  const pools = (id: string): string[][] =>
    membersUnder(
      poolPresets.find((one) => one.id === id)!,
      [...resources, { ...resources[0]!, ari: 'ari:cloud:jira-software::site/sandbox', sandbox: true }],
    );
  expect(pools('standard')).toEqual(resources.map(({ ari }) => [ari]));
  expect(pools('enterprise')).toContainEqual([jira.ari, betaJira.ari]);
  expect(pools('enterprise')).toHaveLength(4);
  expect(pools('teamwork-collection')).toEqual([[jira.ari, wiki.ari, loom.ari, betaJira.ari]]);
  for (const { because, source } of poolPresets) {
    expect(because.length).toBeGreaterThan(40);
    expect(source).toMatch(/^https:\/\/support\.atlassian\.com\//);
  }
});

test('a set frees what is billed with it and not without it, in whatever order its rows are taken', () => {
  let freed = 0;
  fc.assert(
    fc.property(
      arbitraryOrg,
      fc.infiniteStream(fc.boolean()),
      fc.constantFrom('person' as const, 'resource' as const),
      (org, coin, countedPer) => {
        const table = tableOf(org);
        const terms = pool({ members: org.resources.map(({ ari }) => ari), countedPer });
        const rows = [...table.paths.rowCase.keys()].filter(() => coin.next().value);
        const found = seatsFreed(table, [terms], new Set(rows));
        freed += found.length;
        expect(seatsFreed(table, [terms], new Set([...rows].reverse()))).toEqual(found);
        // The same, from the rows that are left.
        const left = new Set<string>();
        const before = seatsOfPools(table, [terms]).get('pool-1')!.billed;
        const gone = new Set(rows);
        for (let row = 0; row < table.paths.rowCase.length; row += 1) {
          if (gone.has(row) || table.columns.rowBillable[row] === 0) continue;
          const c = table.paths.rowCase[row]!;
          const { ari } = table.snapshot.resources[table.paths.caseResource[c]!]!;
          const accountId = table.snapshot.accounts.ids[table.paths.caseAccount[c]!]!;
          left.add(keyOfSeat({ accountId, ari: countedPer === 'person' ? null : ari }));
        }
        const expected = [...before].filter((key) => !left.has(key)).sort();
        expect(found.map(({ seat }) => keyOfSeat(seat)).sort()).toEqual(expected);
        for (const { rows: own } of found)
          for (const row of own) expect([gone.has(row), table.columns.rowBillable[row]]).toEqual([true, IS]);
      },
    ),
    { numRuns: 300 },
  );
  expect(freed).toBeGreaterThan(100);
}, 60_000);
