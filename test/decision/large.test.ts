import { expect, test } from 'vitest';
import { buildDecisionTable } from '../../src/decision/build';
import { type CaseQuery, filterCases } from '../../src/decision/filter';
import { seatFlows } from '../../src/decision/seat-flows';
import { sortCases } from '../../src/decision/sort';
import { largeSnapshot } from '../storage/large-snapshot';

const EVERYTHING: CaseQuery = {
  ari: null,
  owner: null,
  signal: null,
  finding: null,
  billable: null,
  groupId: null,
  way: null,
  matches: null,
  visible: () => true,
};

test('a filter over 100,000 accounts, its counts and its order take less than 200 ms', () => {
  const table = buildDecisionTable(largeSnapshot(100_000), {
    now: Date.parse('2026-11-23T07:00:00Z'),
    inactiveDays: 90,
    plans: new Map(),
  });
  expect(table.paths.caseAccount.length).toBeGreaterThanOrEqual(100_000);
  const queries: CaseQuery[] = [
    EVERYTHING,
    { ...EVERYTHING, owner: 'idp-owned' },
    { ...EVERYTHING, finding: 'any' },
    { ...EVERYTHING, way: { cohort: 'inactive', holder: null, owner: null } },
  ];
  const took = queries.map((query) => {
    const times = [1, 2, 3].map(() => {
      const began = performance.now();
      const { matched } = filterCases(table, query);
      sortCases(table, matched, 'findings', 'descending');
      return performance.now() - began;
    });
    return Math.min(...times);
  });
  const began = performance.now();
  seatFlows(table, () => true, { groups: 12, products: 10 });
  took.push(performance.now() - began);
  // The best of three, held twofold: the machine that runs this does other things too.
  for (const ms of took) expect(ms).toBeLessThan(2 * 200);
  console.info(`100,000 accounts: ${took.map(Math.round).join(', ')} ms`);
}, 120_000);
