import { expect, test } from 'vitest';
import { comparable } from '../oracle/comparable';
import { expectedDecisions } from '../oracle/brute-force';
import { traceOrg } from '../support/trace';
import type { ScenarioWorld } from '../support/world';
import { anomaliesInWords, casesInWords, evenlySpaced, keyOf } from './expectation';
import { readScenarios } from './scenario-files';

/*
 * Each small world, served by the simulated organization, scanned through its API and decided. The result is held
 * against the scenario's own words and, whole, against the oracle.
 */
for (const scenario of readScenarios()) {
  const { name, org, settings, expect: expected, serving, faults, underFaults } = scenario;

  test(`traced: ${name}`, async () => {
    const { exitCode, decisions } = await traceOrg(org, { ...settings, ...serving });
    expect(exitCode).toBe(expected.exit);
    expect(decisions?.scan.verdict).toBe(expected.verdict);
    const outcome = comparable(decisions!);
    expect(casesInWords(org, outcome, expected.cases)).toEqual(evenlySpaced(expected.cases));
    expect(anomaliesInWords(org, outcome)).toEqual([...expected.anomalies].sort());
    expect(outcome).toEqual(comparable(expectedDecisions(org, settings)));
  });

  if (faults === undefined || underFaults === undefined) continue;
  test(`traced under faults: ${name}`, async () => {
    await expectUnderFaults(scenario, faults, underFaults);
  });
}

async function expectUnderFaults(
  { org, settings, serving }: ScenarioWorld,
  faults: NonNullable<ScenarioWorld['faults']>,
  expected: NonNullable<ScenarioWorld['underFaults']>,
): Promise<void> {
  const { exitCode, decisions, message } = await traceOrg(org, { ...settings, ...serving, faults });
  expect(exitCode, message).toBe(expected.exit);
  if (expected.message !== undefined) expect(message).toContain(expected.message);
  if (expected.decisions === 'none') {
    expect(decisions).toBeNull();
    return;
  }
  const { scan } = decisions!;
  const outcome = comparable(decisions!);
  expect(scan.verdict).toBe(expected.verdict);
  if (scan.verdict === 'partial') expect(scan.reasons).not.toEqual([]);
  if (expected.decisions === 'same') expect(outcome).toEqual(comparable(expectedDecisions(org, settings)));
  if (expected.incompleteGroups !== undefined) {
    expect(scan.coverage.incompleteGroups.map(keyOf)).toEqual(expected.incompleteGroups);
  }
  if (expected.scimDirectories !== undefined) {
    const read = Object.entries(scan.coverage.scimDirectories);
    const byName = read.map(([id, how]) => [id.replace(/^scim-/, ''), how] as const);
    expect(Object.fromEntries(byName)).toEqual(expected.scimDirectories);
  }
  if (expected.cases !== undefined) {
    const told = casesInWords(org, outcome, expected.cases);
    const named = Object.keys(expected.cases).map((name) => [name, told[name]] as const);
    expect(Object.fromEntries(named)).toEqual(evenlySpaced(expected.cases));
  }
}
