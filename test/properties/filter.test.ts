import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecisionCase } from '../../src/contracts/decisions';
import { FINDINGS, OWNERS, SIGNALS } from '../../src/contracts/vocabulary';
import { buildDecisionTable } from '../../src/decision/build';
import { type CaseQuery, filterCases } from '../../src/decision/filter';
import { tellCases } from '../../src/evidence/decisions-file';
import { arbitraryOrg } from './arbitrary-org';
import { snapshotOfOrg } from './snapshot-of-org';

const orNull = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom(null, ...values);
type Values = Readonly<Record<'product' | 'owner' | 'signal' | 'finding', readonly string[]>>;

/** What of a case the filters look at, from the case as it is written into a file. */
function valuesOf({ ari, rows, signals }: DecisionCase): Values {
  const findings = [...new Set(rows.flatMap((row) => row.findings))];
  return {
    product: [ari],
    owner: [...new Set(rows.map(({ owner }) => owner))],
    signal: signals,
    finding: findings.length === 0 ? [] : [...findings, 'any'],
  };
}

test('a filter leaves what it says, and each count is what the table would show with that value instead', () => {
  const query = fc.record({
    product: fc.option(fc.nat({ max: 5 })),
    owner: orNull(OWNERS),
    signal: orNull(SIGNALS),
    finding: orNull(['any', ...FINDINGS] as const),
    billable: orNull([true, false, 'unknown'] as const),
  });
  fc.assert(
    fc.property(arbitraryOrg, query, (org, { product, owner, signal, finding, billable }) => {
      const snapshot = snapshotOfOrg(org, false);
      const table = buildDecisionTable(snapshot, {
        now: Date.parse(org.now),
        inactiveDays: 90,
        plans: new Map(),
      });
      const ari = product === null ? null : (snapshot.resources[product]?.ari ?? null);
      const asked: CaseQuery = {
        ...{ ari, owner, signal, finding, billable },
        ...{ groupId: null, way: null, matches: null, visible: () => true },
      };
      const wanted = { product: ari, owner, signal, finding };
      const names = ['product', 'owner', 'signal', 'finding'] as const;
      const cases = [...tellCases(table)].map((one, c) => ({ c, one, values: valuesOf(one) }));
      const fitting = (change: Partial<typeof wanted>): typeof cases =>
        cases.filter(({ one, values }) => {
          const terms: Readonly<Record<(typeof names)[number], string | null>> = { ...wanted, ...change };
          if (billable !== null && one.billable !== billable) return false;
          return names.every((name) => terms[name] === null || values[name].includes(terms[name]));
        });

      const found = filterCases(table, asked);
      expect([...found.matched]).toEqual(fitting({}).map(({ c }) => c));
      expect(found.total).toBe(cases.length);
      expect(found.seats).toBe(fitting({}).filter(({ one }) => one.billable === true).length);
      for (const name of names) {
        const counts: Record<string, number> = {};
        for (const { values } of fitting({ [name]: null }))
          for (const value of values[name]) counts[value] = (counts[value] ?? 0) + 1;
        expect(found.facets[name], name).toEqual(counts);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
