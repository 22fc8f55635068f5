import { TZDate } from '@date-fns/tz';
import { addDays, differenceInCalendarDays, getISOWeek, getISOWeekYear, startOfISOWeek } from 'date-fns';
import { type ReviewSettings, Weekday } from '../contracts/settings';

type Rhythm = Pick<ReviewSettings, 'weekday' | 'timeZone' | 'every'>;

/** A Monday from which fortnights are counted, so that years of 53 weeks do not shift them. */
const FIRST_MONDAY = '2024-01-01';

/** The beginning of the chosen weekday in the ISO week of a moment, in the chosen time zone. */
function dueDayOfWeek(moment: Date, { weekday, timeZone }: Rhythm): TZDate {
  return addDays(startOfISOWeek(new TZDate(moment, timeZone)), Weekday.options.indexOf(weekday));
}

/** Whether a review is due on the due day of a week: every week, every other one, or the first of a month. */
function isReviewDay(day: TZDate, { every, timeZone }: Rhythm): boolean {
  if (every === 'month') return day.getDate() <= 7;
  if (every === 'week') return true;
  const days = differenceInCalendarDays(
    startOfISOWeek(day),
    new TZDate(`${FIRST_MONDAY}T12:00:00Z`, timeZone),
  );
  return Math.round(days / 7) % 2 === 0;
}

/** Weeks to look back or ahead until a monthly review is met. */
const WEEKS = 6;

/**
 * When a review was due last: the beginning of the chosen weekday, in the chosen time zone, daylight saving
 * included. Epoch ms, not after `now`.
 */
export function lastDue(rhythm: Rhythm, now: number): number {
  const days = Array.from({ length: WEEKS }, (_, back) =>
    addDays(dueDayOfWeek(new Date(now), rhythm), -7 * back),
  );
  return days.find((day) => day.getTime() <= now && isReviewDay(day, rhythm))!.getTime();
}

/** When the next review is due. Epoch ms, after `now`. */
export function nextDue(rhythm: Rhythm, now: number): number {
  const days = Array.from({ length: WEEKS }, (_, ahead) =>
    addDays(dueDayOfWeek(new Date(now), rhythm), 7 * ahead),
  );
  return days.find((day) => day.getTime() > now && isReviewDay(day, rhythm))!.getTime();
}

/** The cycle that is due at a moment: one for each ISO week, told by the chosen time zone. */
export function cycleIdOf(dueAt: number, timeZone: string): string {
  const day = new TZDate(dueAt, timeZone);
  return `cycle-${getISOWeekYear(day)}-W${String(getISOWeek(day)).padStart(2, '0')}`;
}
