import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  HOLD_CONDITIONS,
  type HoldCondition,
  ROW_DECISIONS,
  type RowDecision,
} from '../../src/contracts/records';
import { FINDINGS, type Finding, OWNERS } from '../../src/contracts/vocabulary';
import { openBook } from '../../src/review/book';
import { RETURN_CAUSES, type RowNow, verdictOn } from '../../src/review/standing';
import type { MoveName } from '../../src/review/states/machine';
import { take } from '../../src/review/states/step';
import { aRecord, rowEvidence } from '../support/review-records';
import { linesOf, LIVES } from './lives';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-23T09:00:00Z');
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What somebody with a notebook would know of the one row. */
interface Notebook {
  now: number;
  row: RowNow;
  last: {
    readonly kind: RowDecision['kind'];
    readonly lastDay: string;
    readonly waitsFor: HoldCondition | null;
    readonly saw: Pick<RowNow, 'owner' | 'findings'>;
    state: string;
    movedAt: number;
  } | null;
}
interface Desk {
  now: number;
  records: RowDecision[];
  row: RowNow;
}

/** What the notebook says of the last decision: it holds, it is done with, or it is back for a reason. */
function answer({ last, now, row }: Notebook): string {
  if (last === null) return 'nothing decided';
  if (last.state === 'ended' || last.state === 'withdrawn') return 'open';
  if (last.kind === 'route-out' || last.kind === 'local-action') {
    if (last.state === 'returned') return 'not-confirmed';
    if (last.state === 'not-confirmed' || last.state === 'disputed') return last.state;
    if (last.state === 'confirmed') return row.scanBegan > last.movedAt ? 're-added' : 'decided';
    return 'decided';
  }
  // The last day counts in full, and the next one no more.
  if (dayOf(now) > last.lastDay) return `${last.kind}-over`;
  if (last.kind === 'hold') {
    const come = { 'owner-known': row.ownerKnown, 'activity-known': row.activityKnown, 'complete-scan': row.scanComplete }; // prettier-ignore
    return last.waitsFor !== null && come[last.waitsFor] ? 'hold-condition' : 'decided';
  }
  const later = row.findings.filter((one) => one !== 'mixed-paths' && !last.saw.findings.includes(one));
  return row.owner !== last.saw.owner || later.length > 0 ? 'facts-changed' : 'decided';
}

const answers = new Map<string, number>();

/** Reads the desk, its records in any order, and holds it against the notebook. */
function look(notebook: Notebook, { records, row, now }: Desk, turn: number): void {
  const turned = [
    ...records.slice(turn % (records.length + 1)),
    ...records.slice(0, turn % (records.length + 1)),
  ];
  const { rows } = openBook(turn % 2 === 0 ? turned : turned.reverse(), now);
  const verdict = rows.length === 0 ? null : verdictOn(rows[0]!, row, now);
  const told = verdict === null ? 'nothing decided' : verdict.kind === 'back' ? verdict.cause : verdict.kind;
  expect(rows.length).toBe(Math.min(1, records.length));
  expect(told).toBe(answer(notebook));
  answers.set(told, (answers.get(told) ?? 0) + 1);
}

type Event = fc.Command<Notebook, Desk>;
const event = (name: string, turn: number, run: (notebook: Notebook, desk: Desk) => void): Event => ({
  check: () => true,
  toString: () => name,
  run: (notebook, desk) => {
    run(notebook, desk);
    look(notebook, desk, turn);
  },
});

/** A decision in place of the newest one, with what is known of the row as its evidence. */
const decide = (
  kind: RowDecision['kind'],
  days: number,
  waitsFor: HoldCondition | null,
  turn: number,
): Event =>
  event(`decide ${kind} for ${days} days`, turn, (notebook, desk) => {
    const { row, now } = notebook;
    const lastDay = dayOf(now + days * DAY);
    const newest = desk.records.at(-1);
    const at = new Date(now).toISOString();
    const isOver = newest === undefined || LIVES[newest.kind].ends.includes(newest.state);
    if (!isOver) {
      desk.records[desk.records.length - 1] = take(newest, 'supersede', { at, by: 'me', note: '' });
    }
    const record = aRecord(kind, {
      // An id says nothing of the order.
      id: `record-${(desk.records.length * 7) % 10}-${desk.records.length}`,
      recordedAt: at,
      supersedes: newest?.id ?? null,
      evidence: { ...rowEvidence, owner: row.owner, findings: [...row.findings] },
    });
    if ('expiresOn' in record) record.expiresOn = lastDay;
    if (record.kind === 'hold') record.condition = waitsFor;
    desk.records.push(record);
    const saw = { owner: row.owner, findings: row.findings };
    notebook.last = { kind, lastDay, waitsFor, saw, state: record.state, movedAt: now };
  });

/** One of the moves that the state of the last decision permits. */
const move = (nth: number, turn: number): Event =>
  event(`move ${nth}`, turn, ({ last, now }, desk) => {
    const lines = last === null ? [] : linesOf(LIVES[last.kind].text);
    const possible = lines.filter(({ from, move: name }) => from === last?.state && name !== 'supersede');
    const line = possible[nth % possible.length];
    if (last === null || line === undefined) return;
    last.state = line.to;
    last.movedAt = now;
    const step = { at: new Date(now).toISOString(), by: 'me', note: '' };
    desk.records[desk.records.length - 1] = take(desk.records.at(-1)!, line.move as MoveName, step);
  });

const scan = (row: Omit<RowNow, 'scanBegan'>, lasted: number, turn: number): Event =>
  event(`scan of ${lasted / HOUR} h: ${JSON.stringify(row)}`, turn, (notebook, desk) => {
    notebook.row = { ...row, scanBegan: notebook.now - lasted };
    desk.row = { ...row, findings: [...row.findings], scanBegan: desk.now - lasted };
  });

const pass = (ms: number, toMidnight: boolean, turn: number): Event =>
  event(`pass ${ms / HOUR} h`, turn, (notebook, desk) => {
    const later = notebook.now + ms;
    // On both sides of midnight, where a last day ends.
    notebook.now = toMidnight ? Math.ceil(later / DAY) * DAY - (ms % 2) : later;
    desk.now = notebook.now;
  });

const findings = fc.subarray<Finding>([...FINDINGS]);
const seen = fc.record({
  owner: fc.constantFrom(...OWNERS.slice(0, 3)),
  findings: fc.oneof(fc.constant<Finding[]>(['unproven-local']), fc.constant<Finding[]>(['unproven-local', 'mixed-paths']), findings), // prettier-ignore
  ownerKnown: fc.boolean(),
  activityKnown: fc.boolean(),
  scanComplete: fc.boolean(),
});
const turn = fc.nat(20);
/** It has the most states: each of them should be met. */
const OFTEN = ['route-out', 'route-out', 'route-out'] as const;

test('the life of one row: each decision holds until its end, and comes back on the day and for the reason it must', () => {
  const events = fc.commands(
    [
      fc.tuple(fc.constantFrom(...ROW_DECISIONS, ...OFTEN), fc.nat(40), fc.constantFrom(null, ...HOLD_CONDITIONS), turn)
        .map((one) => decide(...one)), // prettier-ignore
      ...[1, 2, 3].map(() => fc.tuple(fc.nat(11), turn).map((one) => move(...one))),
      fc.tuple(seen, fc.constantFrom(0, HOUR, 30 * HOUR), turn).map((one) => scan(...one)),
      fc.tuple(fc.constantFrom(1, HOUR, 5 * HOUR + 1, DAY, 7 * DAY, 30 * DAY + 1), fc.boolean(), turn)
        .map((one) => pass(...one)), // prettier-ignore
    ],
    { maxCommands: 80, size: 'max' },
  );
  const row: RowNow = { owner: 'local-group', findings: ['unproven-local'], ownerKnown: true, activityKnown: false, scanComplete: false, scanBegan: START - HOUR }; // prettier-ignore
  fc.assert(
    fc.property(events, (commands) => {
      fc.modelRun(
        () => ({ model: { now: START, row, last: null }, real: { now: START, records: [], row } }),
        commands,
      );
    }),
    { numRuns: 5000 },
  );
  expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20_000);
  // Each answer was given often enough to mean something.
  for (const word of [...RETURN_CAUSES, 'decided', 'open', 'nothing decided']) {
    expect(answers.get(word) ?? 0, word).toBeGreaterThan(50);
  }
}, 60_000);
