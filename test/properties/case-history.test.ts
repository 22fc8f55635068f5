import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryLine } from '../../src/contracts/case-history';
import type { Cycle } from '../../src/contracts/cycles';
import { cutHistory } from '../../src/review/history/cut';
import { momentsOf } from '../../src/review/history/moments';
import { newestFirst } from '../../src/review/history/newest-first';
import { aRecord } from '../support/review-records';
import { lifeOfRecord } from '../../src/review/history/lives';

const START = Date.parse('2020-01-06T09:00:00Z');
const HOUR = 3_600_000;
const isoAt = (hour: number): string => new Date(START + hour * HOUR).toISOString();

/** What a week brings: whether its review opens, is closed after so many hours, and how long its ledger is. */
const aWeek = fc.record({
  opens: fc.boolean(),
  closesAfter: fc.option(fc.integer({ min: 1, max: 160 })),
  lines: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 20_000, max: 130_000 })),
});
type Week = typeof aWeek extends fc.Arbitrary<infer W> ? W : never;

const WEEK = 168;
const idOf = (week: number): string =>
  `cycle-${2020 + Math.floor(week / 52)}-W${String((week % 52) + 1).padStart(2, '0')}`;

/** The reviews of some weeks, newest first, as the calendar and the table of states let them be. */
function reviewsOf(weeks: readonly Week[]): Cycle[] {
  const cycles: Cycle[] = [];
  for (const [week, { opens, closesAfter, lines }] of weeks.entries()) {
    const at = week * WEEK;
    const ended = (cycle: Cycle, hour: number, by: string): Cycle =>
      cycle.opening === null ? cycle : { ...cycle, ending: { at: isoAt(hour), by, rows: cycle.opening.rows } as Cycle['ending'] }; // prettier-ignore
    if (opens) {
      for (const [i, cycle] of cycles.entries()) {
        if (cycle.state === 'open' || cycle.state === 'collecting')
          cycles[i] = { ...ended(cycle, at, 'seatpath'), state: 'lapsed' };
      }
    }
    const begun = { id: idOf(week), state: opens ? 'open' : 'collecting', begunAt: isoAt(at) };
    const opening = opens ? { at: isoAt(at), rows: { queued: lines } } : null;
    const cycle = { ...begun, opening, ending: null } as unknown as Cycle;
    cycles.push(
      opens && closesAfter !== null
        ? { ...ended(cycle, at + closesAfter, '712020:rea'), state: 'closed' }
        : cycle,
    );
  }
  return cycles.reverse();
}

const lineAt = (hour: number, id: string): HistoryLine => ({
  is: 'record',
  at: isoAt(hour),
  by: null,
  record: { id, kind: 'keep' },
  to: null,
  path: null,
  note: '',
});

test('the parts of a history tell every review and every moment once, newest first, wherever they are cut', () => {
  let cut = 0;
  fc.assert(
    fc.property(
      fc.array(aWeek, { maxLength: 60 }),
      fc.array(fc.integer({ min: -50, max: 61 * WEEK }), { maxLength: 40 }),
      (weeks, hours) => {
        const cycles = reviewsOf(weeks);
        const now = START + 61 * WEEK * HOUR;
        const moments = momentsOf(cycles, now);
        const told: { cycles: string[]; hours: number[]; moments: number[] } = {
          cycles: [],
          hours: [],
          moments: [],
        };
        let before: string | null = null;
        do {
          const part = cutHistory(cycles, moments, before);
          expect(part.cycles.length).toBeLessThanOrEqual(12);
          const heavy = part.cycles.filter(({ ending }) => (ending?.rows.queued ?? 0) > 0);
          const lines = heavy.reduce((sum, { ending }) => sum + ending!.rows.queued!, 0);
          if (heavy.length > 1) expect(lines).toBeLessThanOrEqual(60_000);
          const inside = hours.filter((hour) => {
            const at = START + hour * HOUR;
            return part.after < at && at <= part.until;
          });
          const here = [
            ...inside.map((hour) => START + hour * HOUR),
            ...part.cycles.map((cycle) => moments[cycles.indexOf(cycle)]!),
          ].sort((a, b) => b - a);
          told.moments.push(...here);
          told.hours.push(...inside);
          told.cycles.push(...part.cycles.map(({ id }) => id));
          before = part.earlier;
          if (before !== null) cut += 1;
        } while (before !== null);
        expect(told.cycles).toEqual(cycles.map(({ id }) => id));
        expect(told.hours.sort((a, b) => a - b)).toEqual([...hours].sort((a, b) => a - b));
        expect(told.moments).toEqual([...told.moments].sort((a, b) => b - a));
      },
    ),
    { numRuns: 300 },
  );
  // That there was something to cut.
  expect(cut).toBeGreaterThan(100);
});

test('lives are joined into one history that loses nothing and turns no life around', () => {
  const life = fc
    .array(fc.integer({ min: 0, max: 6 }), { maxLength: 6 })
    .map((hours) => hours.sort((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(life, { maxLength: 5 }), (hoursOfLives) => {
      const lives = hoursOfLives.map((hours, l) => hours.map((hour, i) => lineAt(hour, `${l}-${i}`)));
      const joined = newestFirst(lives);
      expect([...joined].sort(byId)).toEqual(lives.flat().sort(byId));
      for (const [i, line] of joined.slice(1).entries()) expect(line.at <= joined[i]!.at).toBe(true);
      for (const lived of lives) {
        expect(joined.filter((line) => lived.includes(line))).toEqual([...lived].reverse());
      }
    }),
  );
});

const idIn = (line: HistoryLine): string => (line.is === 'record' ? line.record.id : '');
const byId = (a: HistoryLine, b: HistoryLine): number => idIn(a).localeCompare(idIn(b));

test('the last day of a record is over the moment after it, unless a step ended the record before', () => {
  const keep = (at: string | null) =>
    aRecord('keep', {
      expiresOn: '2026-12-31',
      ...(at === null
        ? {}
        : { state: 'superseded', steps: [{ to: 'superseded', at, by: '712020:rea', note: '' }] }),
    });
  const told = (record: ReturnType<typeof keep>, now: string): string[] =>
    lifeOfRecord(record, null, Date.parse(now)).map((line) =>
      line.is === 'record' ? `${line.to ?? 'made'} ${line.at.slice(0, 16)}` : '',
    );
  const made = 'made 2026-11-23T09:00';
  expect(told(keep(null), '2026-12-31T23:59:59Z')).toEqual([made]);
  expect(told(keep(null), '2027-01-01T00:00:00Z')).toEqual([made, 'over 2027-01-01T00:00']);
  expect(told(keep('2026-12-30T10:00:00.000Z'), '2027-03-01T00:00:00Z')).toEqual([
    made,
    'superseded 2026-12-30T10:00',
  ]);
  expect(told(keep('2027-01-05T10:00:00.000Z'), '2027-03-01T00:00:00Z')).toEqual([
    made,
    'over 2027-01-01T00:00',
    'superseded 2027-01-05T10:00',
  ]);
});
