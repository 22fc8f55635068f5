import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReviewSettings, Weekday } from '../../src/contracts/settings';
import { cycleIdOf, lastDue, nextDue } from '../../src/review/calendar';

type Rhythm = Pick<ReviewSettings, 'weekday' | 'timeZone' | 'every'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FIRST = '2025-06-01';
const LAST = '2033-05-31';

/** The second list: zones where the clocks are put forward at midnight, so that a day begins at one. */
const ZONES = [
  ...['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'America/St_Johns'],
  ...['Africa/Casablanca', 'UTC', 'Pacific/Apia'],
  ...['Africa/Cairo', 'America/Santiago', 'Asia/Beirut', 'America/Havana', 'Atlantic/Azores'],
];
/** Those change on a Sunday, but for Cairo, which changes on a Friday. */
const CRITICAL: Readonly<Record<string, Rhythm['weekday']>> = { 'Africa/Cairo': 'friday' };
const everyRhythm = (timeZone: string): Rhythm[] =>
  (['week', 'fortnight', 'month'] as const).flatMap((every) =>
    [CRITICAL[timeZone] ?? 'sunday', Weekday.options[ZONES.indexOf(timeZone) % 6]!].map((weekday) => ({
      weekday,
      timeZone,
      every,
    })),
  );

/** Days as a wall calendar has them: no zone, no hours. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayName = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
/** 0 is a Monday; day 0 of the epoch was a Thursday. */
const weekdayOf = (number: number): number => (number + 3) % 7;

const formats = new Map<string, Intl.DateTimeFormat>();
function localDay(at: number, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(at);
}

/** The first minute of a local day, by halving: before it, it is another day there. */
function beginningOf(number: number, timeZone: string): number {
  const minutes = DAY / MINUTE;
  let before = (number - 1) * minutes;
  let within = (number + 1) * minutes;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (localDay(middle * MINUTE, timeZone) < dayName(number)) before = middle;
    else within = middle;
  }
  return within * MINUTE;
}

/** Whether a review is due on a day, as a person with a wall calendar would count. */
function isDue(number: number, { weekday, every }: Rhythm): boolean {
  if (weekdayOf(number) !== Weekday.options.indexOf(weekday)) return false;
  if (every === 'month') return new Date(number * DAY).getUTCDate() <= 7;
  const mondays = (number - weekdayOf(number) - dayNumber('2024-01-01')) / 7;
  return every === 'week' || mondays % 2 === 0;
}

/** Every due moment of the years that are looked at, in order. */
function everyDue(rhythm: Rhythm): number[] {
  const dues: number[] = [];
  for (let day = dayNumber(FIRST); day <= dayNumber(LAST); day += 1) {
    if (isDue(day, rhythm)) dues.push(beginningOf(day, rhythm.timeZone));
  }
  return dues;
}

/** The ISO week of a local day: that of its Thursday, counted from the first Thursday of the year. */
function weekOf(number: number): string {
  const thursday = number - weekdayOf(number) + 3;
  const year = new Date(thursday * DAY).getUTCFullYear();
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `cycle-${year}-W${String(week).padStart(2, '0')}`;
}

function expectBetween(rhythm: Rhythm, dues: readonly number[], now: number): void {
  const next = dues.findIndex((due) => due > now);
  const where = `${JSON.stringify(rhythm)} at ${new Date(now).toISOString()}`;
  expect(lastDue(rhythm, now), `last, ${where}`).toBe(dues[next - 1]);
  expect(nextDue(rhythm, now), `next, ${where}`).toBe(dues[next]);
}

for (const timeZone of ZONES) {
  test(`reviews in ${timeZone} are due when the chosen day begins there, over eight years`, () => {
    for (const rhythm of everyRhythm(timeZone)) {
      const dues = everyDue(rhythm);
      const told = dues.slice(0, 1);
      while (told.length < dues.length) told.push(nextDue(rhythm, told.at(-1)!));
      expect(told, JSON.stringify(rhythm)).toEqual(dues);
      expect(dues.map((due) => lastDue(rhythm, due))).toEqual(dues);
      expect(new Set(dues.map((due) => cycleIdOf(due, timeZone))).size).toBe(dues.length);
      const days = told.map((due) => localDay(due, timeZone));
      const apart = new Set(days.slice(1).map((day, at) => dayNumber(day) - dayNumber(days[at]!)));
      expect([...apart].sort()).toEqual({ week: [7], fortnight: [14], month: [28, 35] }[rhythm.every]);
      const months = days.map((day) => day.slice(0, 7));
      if (rhythm.every === 'month') expect(new Set(months).size).toBe(8 * 12);
      if (rhythm.every === 'month') expect(months).toHaveLength(8 * 12);
    }
  });

  test(`every hour around a change of the clocks and a turn of the year lies between two reviews in ${timeZone}`, () => {
    const rhythm: Rhythm = { weekday: CRITICAL[timeZone] ?? 'sunday', timeZone, every: 'week' };
    const dues = everyDue(rhythm);
    const lengths = dues.map((due, at) => (dues[at + 1] ?? due) - due);
    const changes = dues.filter((_, at) => lengths[at] !== 7 * DAY && at > 2 && at < 130);
    const turns = [2026, 2027].map((year) => Date.parse(`${year}-01-01T00:00:00Z`) - 2 * DAY);
    // Zones with two changes a year have five of them here, in the weeks of these lengths.
    for (const from of [...changes.flatMap((due) => [due - 2 * HOUR, due + 6 * DAY]), ...turns]) {
      for (let now = from; now < from + 2 * DAY; now += HOUR) expectBetween(rhythm, dues, now);
    }
  });
}

test('any moment of eight years lies between the last review and the next, in any zone and rhythm', () => {
  const known = new Map<string, number[]>();
  const from = Date.parse(`${FIRST}T00:00:00Z`) + 40 * DAY;
  const to = Date.parse(`${LAST}T00:00:00Z`) - 40 * DAY;
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES.flatMap(everyRhythm)),
      fc.integer({ min: from, max: to }),
      (rhythm, now) => {
        const key = JSON.stringify(rhythm);
        const dues = known.get(key) ?? everyDue(rhythm);
        known.set(key, dues);
        expectBetween(rhythm, dues, now);
        const { timeZone } = rhythm;
        expect(cycleIdOf(now, timeZone)).toBe(weekOf(dayNumber(localDay(now, timeZone))));
      },
    ),
    { numRuns: 3000 },
  );
});

test('a cycle begins and ends with the local week, also in a year of 53 weeks', () => {
  const years = new Map<string, Set<string>>();
  for (const timeZone of ZONES) {
    for (let monday = dayNumber('2025-12-29'); monday < dayNumber('2033-01-10'); monday += 7) {
      const begins = beginningOf(monday, timeZone);
      const id = weekOf(monday);
      expect(cycleIdOf(begins, timeZone)).toBe(id);
      expect(cycleIdOf(begins - 1, timeZone)).toBe(weekOf(monday - 1));
      const year = id.slice(6, 10);
      years.set(year, (years.get(year) ?? new Set()).add(id));
    }
  }
  expect(Object.fromEntries([...years].map(([year, ids]) => [year, ids.size]))).toEqual({
    ...{ 2026: 53, 2027: 52, 2028: 52, 2029: 52, 2030: 52, 2031: 52, 2032: 53, 2033: 1 },
  });
});
