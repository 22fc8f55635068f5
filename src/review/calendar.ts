import { TZDate } from '@date-fns/tz';
import {
  addDays,
  differenceInCalendarDays,
  getISOWeek,
  getISOWeekYear,
  startOfDay,
  startOfISOWeek,
} from 'date-fns';
import { type ReviewSettings, Weekday } from '../contracts/settings';

type Rhythm = Pick<ReviewSettings, 'weekday' | 'timeZone' | 'every'>;

/** A Monday from which fortnights are counted, so that years of 53 weeks do not shift them. */
const FIRST_MONDAY = '2024-01-01';

/** Whether a review is due on the due day of a week: every week, every other one, or the first of a month. */
function isReviewDay(day: Date, { every, timeZone }: Rhythm): boolean {
  if (every === 'month') return day.getDate() <= 7;
  if (every === 'week') return true;
  const days = differenceInCalendarDays(
    startOfISOWeek(day),
    new TZDate(`${FIRST_MONDAY}T12:00:00Z`, timeZone),
  );
  return Math.round(days / 7) % 2 === 0;
}

/**
 * The beginning of the first review day that fits, week by week from that of `now` on or back. Each day is found
 * from its own Monday and begun anew: where the clocks are put forward at midnight it begins later than others.
 */
function firstDue(rhythm: Rhythm, now: number, step: 1 | -1, fits: (due: number) => boolean): number {
  const monday = startOfISOWeek(new TZDate(now, rhythm.timeZone));
  const weekday = Weekday.options.indexOf(rhythm.weekday);
  for (let weeks = 0; ; weeks += step) {
    const day = startOfDay(addDays(monday, weekday + 7 * weeks));
    if (fits(day.getTime()) && isReviewDay(day, rhythm)) return day.getTime();
  }
}

/**
 * When a review was due last: the beginning of the chosen weekday, in the chosen time zone, daylight saving
 * included. Epoch ms, not after `now`.
 */
export function lastDue(rhythm: Rhythm, now: number): number {
  return firstDue(rhythm, now, -1, (due) => due <= now);
}

/** When the next review is due. Epoch ms, after `now`. */
export function nextDue(rhythm: Rhythm, now: number): number {
  return firstDue(rhythm, now, 1, (due) => due > now);
}

/** The cycle that is due at a moment: one for each ISO week, told by the chosen time zone. */
export function cycleIdOf(dueAt: number, timeZone: string): string {
  const day = new TZDate(dueAt, timeZone);
  return `cycle-${getISOWeekYear(day)}-W${String(getISOWeek(day)).padStart(2, '0')}`;
}
