import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import type { DecisionCase } from '../../src/contracts/decisions';
import { COHORTS, HOLDERS, type SeatFlow } from '../../src/contracts/overview';
import type { QueueItem } from '../../src/contracts/queue';
import { buildDecisionTable } from '../../src/decision/build';
import { seatFlows } from '../../src/decision/seat-flows';
import { countSeatsByOwner } from '../../src/decision/seat-owner';
import type { DecisionTable } from '../../src/decision/tell';
import { tellCases } from '../../src/evidence/decisions-file';
import { indexAskedSeats } from '../../src/review/queue/asked-seats';
import { causesOf } from '../../src/review/queue/root-causes';
import { arbitraryOrg } from './arbitrary-org';
import { snapshotOfOrg } from './snapshot-of-org';

const limits = { groups: 2, products: 1 };
const sumOf = (flows: readonly { seats: number }[]): number =>
  flows.reduce((sum, { seats }) => sum + seats, 0);
const distinct = (values: readonly unknown[]): number => new Set(values).size;

test('every billed seat goes one way, by cohort, holder, owner and product, whatever is told together', () => {
  fc.assert(
    fc.property(arbitraryOrg, (org) => {
      const table = tableOf(org);
      const cases = billedIn(table);
      const flows = seatFlows(table, () => true, limits);
      expect(sumOf(flows)).toBe(cases.length);
      expect(sumOf(seatFlows(table, () => false, limits))).toBe(0);

      const byOwner = countBy(cases, ownerIn);
      expect(countSeatsByOwner(table, () => true)).toEqual(byOwner);
      for (const [owner, seats] of Object.entries(byOwner))
        expect(sumOf(flows.filter((flow) => flow.owner === owner)), owner).toBe(seats);

      const names = flows.flatMap(({ group }) => (group === null ? [] : [group.groupId]));
      expect(distinct(names)).toBeLessThanOrEqual(limits.groups);
      expect(distinct(flows.flatMap(({ product }) => product?.ari ?? []))).toBeLessThanOrEqual(1);
      expect(flows.every(({ holder, group }) => (holder === 'group') === (group !== null))).toBe(true);

      const byHolder = countBy(cases, holderIn);
      const toldAs = (flow: SeatFlow): string => (flow.holder === 'other-groups' ? 'group' : flow.holder);
      for (const holder of HOLDERS)
        expect(sumOf(flows.filter((flow) => toldAs(flow) === holder)), holder).toBe(byHolder[holder] ?? 0);

      const byCohort = countBy(cases, cohortIn);
      for (const cohort of COHORTS)
        expect(sumOf(flows.filter((flow) => flow.cohort === cohort)), cohort).toBe(byCohort[cohort] ?? 0);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('the sources of open seats are counted as the cases tell them, each seat once a source', () => {
  fc.assert(
    fc.property(arbitraryOrg, fc.infiniteStream(fc.boolean()), (org, isAsked) => {
      const table = tableOf(org);
      const cases = billedIn(table);
      const asked = cases.filter(() => isAsked.next().value as boolean);
      const items = asked.map(({ accountId, ari }) => ({ ...AN_ITEM, ari, people: [accountId] }));
      const seats = indexAskedSeats(table, () => true)([...items, ...items], ({ people }) => people);
      expect(seats.size).toBe(asked.length);
      const { groups, grants, resources } = table.snapshot;
      const told = causesOf(table, seats).map(({ grant, ...counts }) => ({
        source: `${groups.ids[grants.group[grant]!]!} ${resources[grants.resource[grant]!]!.ari}`,
        ...counts,
      }));
      expect(told.map(({ seats: count }) => count)).toEqual(
        told.map(({ seats: count }) => count).sort((a, b) => b - a),
      );
      const sources = asked.flatMap((one) =>
        [...new Set(billingGroups(one))].map((id) => `${id} ${one.ari}`),
      );
      const alone = asked.filter(({ rows }) => rows.filter(bills).length === 1);
      const onlyHere = countBy(
        alone.flatMap((one) => billingGroups(one).map((id) => `${id} ${one.ari}`)),
        (source) => source,
      );
      expect(Object.fromEntries(told.map(({ source, seats: count }) => [source, count]))).toEqual(
        countBy(sources, (source) => source),
      );
      for (const { source, onlyHere: cases } of told)
        expect(cases.length, source).toBe(onlyHere[source] ?? 0);
    }),
    { numRuns: 200 },
  );
}, 60_000);

const AN_ITEM: QueueItem = {
  id: 'i'.repeat(16),
  class: 'inactive-one-edit',
  section: 'billable-seats',
  finding: 'inactive-seat',
  outcome: 'free-seats',
  ari: null,
  groupId: null,
  cloudId: null,
  owner: null,
  people: [],
  seats: 1,
  freeable: 1,
  edits: 1,
  editOwners: [],
  reason: '',
  recordId: null,
  since: null,
  inQueue: true,
};

const tableOf = (org: OrgFile): DecisionTable =>
  buildDecisionTable(snapshotOfOrg(org, false), {
    now: Date.parse(org.now),
    inactiveDays: 90,
    plans: new Map(),
  });

/* Told by another way: from the cases as they are written into a file. */

const billedIn = (table: DecisionTable): DecisionCase[] =>
  [...tellCases(table)].filter(({ billable }) => billable === true);

const bills = ({ billable }: DecisionCase['rows'][number]): boolean => billable === true;

const billingGroups = ({ rows }: DecisionCase): string[] =>
  rows.filter(bills).flatMap(({ path }) => path.groupId ?? []);

function holderIn({ rows }: DecisionCase): string {
  const [only, ...others] = rows.filter(bills);
  return others.length > 0 ? 'several' : only!.path.via;
}

function ownerIn({ rows }: DecisionCase): string {
  const owners = new Set(rows.filter(bills).map(({ owner }) => owner));
  return owners.size === 1 ? [...owners][0]! : 'several';
}

function countBy<T>(values: readonly T[], nameOf: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[nameOf(value)] = (counts[nameOf(value)] ?? 0) + 1;
  return counts;
}

function cohortIn({ identity, inactive, lastActive }: DecisionCase): string {
  if (identity.scim === 'inactive') return 'scim-inactive';
  if (inactive === 'unknown') return 'unknown';
  if (!inactive) return 'recent';
  return lastActive === 'never' ? 'never-active' : 'inactive';
}
