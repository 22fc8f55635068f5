import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import type { ScanReport } from '../../src/contracts/coverage';
import type { DecisionCase } from '../../src/contracts/decisions';
import { buildDecisionTable } from '../../src/decision/build';
import type { DecisionTable } from '../../src/decision/tell';
import { tellCases } from '../../src/evidence/decisions-file';
import { openBook } from '../../src/review/book';
import { countLedger, writeLedger } from '../../src/review/cycle/ledger';
import { compareSeats } from '../../src/review/cycle/waterfall';
import { buildQueue } from '../../src/review/queue/build-queue';
import type { Look } from '../../src/review/queue/look';
import { isOpen, placeOf } from '../../src/review/queue/places';
import { refOfRow } from '../../src/review/queue/row-index';
import { arbitraryOrg } from './arbitrary-org';
import { snapshotOfOrg } from './snapshot-of-org';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface World {
  readonly table: DecisionTable;
  readonly cases: readonly DecisionCase[];
  readonly now: number;
}

function worldOf(org: OrgFile): World {
  const now = Date.parse(org.now);
  const table = buildDecisionTable(snapshotOfOrg(org, true), { now, inactiveDays: 90, plans: new Map() });
  return { table, cases: [...tellCases(table)], now };
}

const aWorld: fc.Arbitrary<World> = arbitraryOrg.map(worldOf);

/** What a week does to people, by their position: they leave, lose a group, or are suspended. */
const WEEK = ['stays', 'leaves', 'loses a group', 'is suspended'] as const;
const aWeek = fc.infiniteStream(fc.constantFrom(...WEEK));

/** An organization and what a week made of it, in either direction: whoever left joins when it is read backwards. */
const twoWorlds = fc
  .tuple(arbitraryOrg, aWeek, fc.boolean())
  .map(([org, week, backwards]): [World, World] => {
    const users = org.users.flatMap((user) => {
      switch (week.next().value as (typeof WEEK)[number]) {
        case 'stays':
          return [user];
        case 'leaves':
          return [];
        case 'loses a group':
          return [{ ...user, groups: user.groups.slice(1) }];
        case 'is suspended':
          return [{ ...user, membershipStatus: 'suspended' as const, status: 'suspended' as const }];
      }
    });
    const worlds = [worldOf(org), worldOf({ ...org, users })] as const;
    return backwards ? [worlds[1], worlds[0]] : [worlds[0], worlds[1]];
  });

const REPORT: ScanReport = {
  id: 'scan-1',
  startedAt: '2026-11-23T09:00:00Z',
  finishedAt: '2026-11-23T09:01:00Z',
  verdict: 'complete',
  reasons: [],
  requests: { total: 0, retries: 0, rateLimited: 0, byEndpoint: {} },
  coverage: {
    users: { seen: 0, expected: 0 },
    groups: { seen: 0, expected: 0 },
    memberships: { seen: 0, expected: 0 },
    incompleteGroups: [],
    scimDirectories: {},
  },
};

const lookAt = ({ table, now }: World): Look => ({
  table,
  report: REPORT,
  book: openBook([], now),
  now,
  inactiveDays: 90,
  inScope: () => true,
  seatSince: () => null,
});

const SEAT_FINDINGS = ['inactive-seat', 'never-active', 'scim-inactive-billable'] as const;

test('before anything is decided every row with a finding is open, once in the ledger, and its person in an item', () => {
  fc.assert(
    fc.property(aWorld, fc.boolean(), fc.integer({ min: 1, max: 20 }), (world, baseline, budget) => {
      const { items, placed } = buildQueue(lookAt(world), { budget, baseline, sha256 });
      const found = world.cases.flatMap((one) => one.rows.filter((row) => row.findings.length > 0));
      const lines = [...writeLedger(world.table, placed, items)];
      expect(lines).toHaveLength(found.length);
      expect(new Set(lines.map(({ row }) => JSON.stringify(row))).size).toBe(lines.length);
      expect(Object.values(countLedger(lines)).reduce((sum, count) => sum + count, 0)).toBe(lines.length);
      for (const { disposition } of lines) expect(['queued', 'backlog']).toContain(disposition);
      const inside = new Set(
        items.flatMap(({ ari, groupId, people }) => people.map((id) => `${id} ${ari ?? groupId ?? ''}`)),
      );
      for (let row = 0; row < placed.place.length; row += 1) {
        if (!isOpen(placeOf(placed, row))) continue;
        const { accountId, ari, groupId } = refOfRow(world.table, placed.lead[row]!);
        expect(inside.has(`${accountId} ${ari}`) || inside.has(`${accountId} ${groupId ?? ''}`)).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
}, 120_000);

test('a seat in question is in exactly one item about seats, or waits for its unknown path; queues keep to their budget', () => {
  fc.assert(
    fc.property(aWorld, fc.integer({ min: 1, max: 20 }), (world, budget) => {
      const { items } = buildQueue(lookAt(world), { budget, baseline: false, sha256 });
      expect(items.filter(({ inQueue }) => inQueue).length).toBe(Math.min(budget, items.length));
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      const about = items.filter(({ finding }) => SEAT_FINDINGS.some((one) => one === finding));
      for (const one of world.cases) {
        const asked = one.rows.some((row) => row.findings.some((f) => SEAT_FINDINGS.some((s) => s === f)));
        const unknown = one.rows.some((row) =>
          row.findings.some((f) => f === 'owner-unknown' || f === 'contradiction'),
        );
        const holding = about.filter(({ ari, people }) => ari === one.ari && people.includes(one.accountId));
        const expected = asked && !unknown ? 1 : 0;
        expect(holding.length, `${one.accountId} ${one.ari}`).toBe(expected);
      }
    }),
    { numRuns: 600 },
  );
}, 120_000);

test('a first review asks at most 40 things', () => {
  fc.assert(
    fc.property(aWorld, (world) => {
      const { items } = buildQueue(lookAt(world), { budget: 15, baseline: true, sha256 });
      expect(items.filter(({ inQueue }) => inQueue).length).toBeLessThanOrEqual(40);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('what changed in a week adds up exactly, and no step is empty', () => {
  let changes = 0;
  fc.assert(
    fc.property(twoWorlds, ([earlier, later]) => {
      const { before, steps, after } = compareSeats(earlier.table, later.table);
      const seats = ({ cases }: World): number => cases.filter(({ billable }) => billable === true).length;
      changes += steps.length;
      expect(before).toBe(seats(earlier));
      expect(after).toBe(seats(later));
      expect(steps.reduce((sum, step) => sum + step.seats, before)).toBe(after);
      expect(steps.filter((step) => step.seats === 0)).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(changes).toBeGreaterThan(100);
}, 120_000);
