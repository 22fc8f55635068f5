import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import type { ScanReport } from '../../src/contracts/coverage';
import { DISPOSITIONS, type ItemClass, type QueueItem } from '../../src/contracts/queue';
import { buildDecisionTable } from '../../src/decision/build';
import { openBook } from '../../src/review/book';
import { writeLedger } from '../../src/review/cycle/ledger';
import { buildQueue, type Queue } from '../../src/review/queue/build-queue';
import { isAboutSeats } from '../../src/review/queue/item-rows';
import type { Look } from '../../src/review/queue/look';
import { returnSentences } from '../../src/review/queue/other-items';
import { placeOf } from '../../src/review/queue/places';
import { refOfRow } from '../../src/review/queue/row-index';
import { RETURN_CAUSES } from '../../src/review/standing';
import { expectedDecisions } from '../oracle/brute-force';
import type { OutcomeCase } from '../oracle/outcome';
import type { RowPlace } from '../oracle/placement';
import { type ExpectedItem, expectedQueue, type ExpectedQueue } from '../oracle/queue-items';
import type { Sight } from '../oracle/sight';
import { drawFrom, someBook, someChoices } from './arbitrary-book';
import { arbitraryOrg } from './arbitrary-org';
import { snapshotOfOrg } from './snapshot-of-org';

/*
 * The review of random organizations about which a lot has been decided, row for row and item for item, against
 * an oracle that reads the rules in the plainest way.
 */

const DAY_MS = 86_400_000;
const INACTIVE_DAYS = 90;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Review {
  readonly look: Look;
  readonly queue: Queue;
  readonly expected: ExpectedQueue;
}

function reviewOf(org: OrgFile, choices: readonly number[], budget: number): Review {
  const draw = drawFrom(choices);
  const now = Date.parse(org.now);
  const scanBegan = now - 3_600_000;
  const outcome = expectedDecisions(org, { inactiveDays: INACTIVE_DAYS, deep: true });
  const records = someBook(org, outcome.cases, draw, { now, scanBegan });
  const ages = outcome.cases.map(() => draw([null, 10, 90, 91, 400]));
  const outside = new Set(org.resources.map(({ ari }) => ari).filter(() => draw([1, 2, 3, 4, 5]) === 5));
  const sight: Sight = {
    records,
    now,
    scanBegan,
    scanComplete: draw([true, false]),
    incompleteGroups: org.groups.map(({ id }) => id).filter(() => draw([1, 2, 3, 4, 5]) === 5),
    inScope: (ari) => !outside.has(ari),
  };
  const seatSince = (nth: number): number | null => {
    const age = ages[nth];
    return age == null ? null : now - age * DAY_MS;
  };
  const snapshot = snapshotOfOrg(org, true);
  const table = buildDecisionTable(snapshot, { now, inactiveDays: INACTIVE_DAYS, plans: new Map() });
  const report: ScanReport = {
    id: 'scan-1',
    startedAt: new Date(scanBegan).toISOString(),
    finishedAt: new Date(scanBegan + 60_000).toISOString(),
    verdict: sight.scanComplete ? 'complete' : 'partial',
    reasons: [],
    requests: { total: 0, retries: 0, rateLimited: 0, byEndpoint: {} },
    coverage: { ...snapshot.coverage, incompleteGroups: [...sight.incompleteGroups] },
  };
  const look: Look = {
    table,
    report,
    book: openBook(records, now),
    now,
    inactiveDays: INACTIVE_DAYS,
    inScope: (resource) => sight.inScope(snapshot.resources[resource]!.ari),
    seatSince,
  };
  return {
    look,
    queue: buildQueue(look, { budget, baseline: false, sha256 }),
    expected: expectedQueue(org, outcome, sight, {
      inactiveDays: INACTIVE_DAYS,
      seatSince: (found) => seatSince(outcome.cases.indexOf(found)),
    }),
  };
}

/** What names an item: no two of one review share it. */
const nameOf = (item: Pick<ExpectedItem, 'class' | 'finding' | 'outcome' | 'ari' | 'groupId'>): string =>
  [item.class, item.finding, item.outcome, item.ari, item.groupId].map(String).join(' ');

const keyOf = ({ accountId, ari }: OutcomeCase, { path }: RowPlace['row']): string =>
  [accountId, ari, path.via, path.groupId ?? ''].join(' ');

const countedOf = (item: ExpectedItem): unknown => [
  nameOf(item),
  item.cloudId,
  item.people,
  { seats: item.seats, freeable: item.freeable, since: item.since },
];

const countedAs = (item: QueueItem): unknown =>
  countedOf({
    class: item.class,
    finding: item.finding,
    outcome: item.outcome,
    ari: item.ari,
    groupId: item.groupId,
    cloudId: item.cloudId,
    people: item.people,
    seats: item.seats,
    freeable: item.freeable,
    since: item.since,
  });

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** The items that a row of the queue may be decided in, as the page would find it there. */
function itemsOfRow({ look, queue: { items, placed } }: Review, row: number): QueueItem[] {
  const lead = placed.lead[row]!;
  const { accountId, ari, groupId } = refOfRow(look.table, lead);
  const here = items.filter(
    (item) => item.people.includes(accountId) && (item.ari === null || item.ari === ari),
  );
  const atSource = here.filter((item) => item.groupId === groupId);
  switch (placeOf(placed, row)) {
    case 'seat':
      return here.filter(isAboutSeats);
    case 'back': {
      const why = returnSentences[RETURN_CAUSES[placed.cause[row]!]!];
      return atSource.filter((item) => item.class === 'back' && item.reason === why);
    }
    case 'unknown-source':
      return atSource.filter((item) => item.class === 'unknown-source');
    case 'source-review':
      return atSource.filter(
        (item) => item.outcome === 'decide-source' || (item.class === 'source-review' && groupId === null),
      );
    case 'dormant':
      return atSource.filter((item) => item.class === 'dormant');
    case 'none':
    case 'decided':
    case 'protected':
    case 'attested':
    case 'covered':
      return [];
  }
}

const aReview: fc.Arbitrary<[OrgFile, readonly number[], number]> = fc.tuple(
  arbitraryOrg,
  someChoices,
  fc.integer({ min: 1, max: 20 }),
);

test('each row with a finding stands where the rules say, by the record or in the item that they say', () => {
  const stood = new Map<string, number>();
  fc.assert(
    fc.property(aReview, ([org, choices, budget]) => {
      const review = reviewOf(org, choices, budget);
      const { queue, look, expected } = review;
      const told = [...writeLedger(look.table, queue.placed, queue.items)];
      const rows = new Map<string, number>();
      for (let row = 0; row < queue.placed.place.length; row += 1) {
        const { accountId, ari, via, groupId } = refOfRow(look.table, row);
        if (placeOf(queue.placed, row) !== 'none')
          rows.set([accountId, ari, via, groupId ?? ''].join(' '), row);
      }
      expect([...rows.keys()].sort()).toEqual(
        expected.places.map(({ found, row }) => keyOf(found, row)).sort(),
      );
      const lines = new Map(
        told.map((line) => {
          const { accountId, ari, via, groupId } = line.row;
          return [[accountId, ari, via, groupId ?? ''].join(' '), line];
        }),
      );
      for (const place of expected.places) {
        const key = keyOf(place.found, place.row);
        const line = lines.get(key)!;
        const item = expected.itemOf(place);
        stood.set(place.stands, (stood.get(place.stands) ?? 0) + 1);
        if (place.stands === 'answered') {
          const { kind, id } = place.record!;
          const names: Readonly<Record<string, string>> = {
            intent: 'covered',
            redesign: 'covered',
            protection: 'protected',
            'source-attestation': 'attested',
          };
          expect([key, line.disposition, line.recordId]).toEqual([key, names[kind] ?? kind, id]);
          expect(DISPOSITIONS).toContain(line.disposition);
          continue;
        }
        const mine = itemsOfRow(review, rows.get(key)!);
        expect([key, ...mine.map(nameOf)]).toEqual([key, nameOf(item!)]);
        expect([key, line.disposition, line.recordId]).toEqual([
          key,
          mine[0]!.inQueue ? 'queued' : 'backlog',
          null,
        ]);
      }
    }),
    { numRuns: 1500 },
  );
  for (const stands of ['answered', 'back', 'unknown', 'seat', 'review', 'dormant'])
    expect(stood.get(stands) ?? 0, stands).toBeGreaterThan(100);
}, 120_000);

test('the items are those of the rules, with the same people and seats, in the order of the rules', () => {
  const classes = new Map<string, number>();
  fc.assert(
    fc.property(aReview, ([org, choices, budget]) => {
      const { queue, expected } = reviewOf(org, choices, budget);
      expect(queue.items.map(countedAs).sort(byText)).toEqual(expected.items.map(countedOf).sort(byText));
      const rank = (item: QueueItem): readonly number[] => [
        CLASSES.indexOf(item.class),
        -item.freeable,
        -item.seats,
        item.since ?? Infinity,
      ];
      queue.items.slice(1).forEach((item, nth) => {
        const [before, after] = [rank(queue.items[nth]!), rank(item)];
        const differs = before.findIndex((value, at) => value !== after[at]);
        if (differs !== -1) expect(before[differs]).toBeLessThan(after[differs]!);
      });
      for (const item of queue.items) classes.set(item.class, (classes.get(item.class) ?? 0) + 1);
    }),
    { numRuns: 1500 },
  );
  expect([...classes.keys()].sort()).toEqual([...CLASSES].sort());
  expect(Math.min(...classes.values())).toBeGreaterThan(20);
}, 120_000);

/** The order of the table in docs/review-cycle.md. */
const CLASSES: readonly ItemClass[] = [
  'back',
  'scim-inactive',
  'inactive-one-edit',
  'never-active',
  'inactive-more-edits',
  'unknown-source',
  'source-review',
  'settings',
  'dormant',
  'never-active-age-unknown',
];
