import { expect, test } from 'vitest';
import { comparable } from '../oracle/comparable';
import { expectedDecisions } from '../oracle/brute-force';
import { anomaliesInWords, casesInWords, evenlySpaced } from './expectation';
import { readScenarios } from './scenario-files';

const scenarios = readScenarios();

test('there are scenarios, and each has a name of its own', () => {
  expect(scenarios.length).toBeGreaterThan(45);
  expect(new Set(scenarios.map((one) => one.name)).size).toBe(scenarios.length);
});

for (const { name, org, settings, expect: expected } of scenarios) {
  test(`the oracle agrees with what is expected: ${name}`, () => {
    const outcome = comparable(expectedDecisions(org, settings));
    expect(casesInWords(org, outcome, expected.cases)).toEqual(evenlySpaced(expected.cases));
    expect(anomaliesInWords(org, outcome)).toEqual([...expected.anomalies].sort());
  });
}
