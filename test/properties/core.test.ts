import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import { listAnomalies } from '../../src/decision/anomalies';
import { buildDecisionTable } from '../../src/decision/build';
import { tellCases } from '../../src/evidence/decisions-file';
import { expectedDecisions } from '../oracle/brute-force';
import { comparable } from '../oracle/comparable';
import type { Outcome } from '../oracle/outcome';
import { readScenarios } from '../scenarios/scenario-files';
import { arbitraryOrg } from './arbitrary-org';
import { snapshotOfOrg } from './snapshot-of-org';

const anySettings = fc.record({ inactiveDays: fc.constantFrom(1, 30, 90, 365), deep: fc.boolean() });

test('the pure core decides random organizations as the oracle does', () => {
  fc.assert(
    fc.property(arbitraryOrg, anySettings, (org, settings) => {
      expectSame(decided(org, settings), expectedDecisions(org, settings));
    }),
    { numRuns: 2000 },
  );
}, 120_000);

for (const { name, org, settings } of readScenarios()) {
  test(`the pure core agrees with the oracle: ${name}`, () => {
    expectSame(decided(org, settings), expectedDecisions(org, settings));
  });
}

function decided(org: OrgFile, { inactiveDays, deep }: { inactiveDays: number; deep: boolean }): Outcome {
  const snapshot = snapshotOfOrg(org, deep);
  const table = buildDecisionTable(snapshot, { now: Date.parse(org.now), inactiveDays, plans: new Map() });
  return {
    resources: snapshot.resources.map(({ ari, typeKey, name }) => ({ ari, typeKey, name })),
    anomalies: listAnomalies(snapshot, table.paths, table.ownership),
    cases: [...tellCases(table)],
  };
}

/** As values first, for a difference that can be read; then as text, for the order of keys. */
function expectSame(outcome: Outcome, oracle: Outcome): void {
  expect(comparable(outcome)).toEqual(comparable(oracle));
  expect(JSON.stringify(comparable(outcome))).toBe(JSON.stringify(comparable(oracle)));
  const kinds = outcome.anomalies.map((anomaly) => anomaly.kind);
  expect(kinds).toEqual([...kinds].sort());
}
