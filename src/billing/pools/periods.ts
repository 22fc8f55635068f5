import { TZDate } from '@date-fns/tz';
import { addMonths, differenceInCalendarMonths } from 'date-fns';
import type { Pool } from '../../contracts/money';

/*
 * Days are those of UTC (`YYYY-MM-DD`), where Forge runs. Every period is counted from the anchor, never from the
 * one before: 31 January, 28 February, 31 March.
 */

const dateOf = (day: string): TZDate => new TZDate(`${day}T00:00:00Z`, 'UTC');
const dayOf = (date: Date): string => new Date(date.getTime()).toISOString().slice(0, 10);

/** The n-th day after an anchor, by so many months each; n may be below zero. */
const stepFrom = (anchor: string, months: number, n: number): string =>
  dayOf(addMonths(dateOf(anchor), months * n));

/** The first step from an anchor that comes after a day. */
function firstAfter(anchor: string, months: number, day: string): string {
  let n = Math.floor(differenceInCalendarMonths(dateOf(day), dateOf(anchor)) / months);
  while (stepFrom(anchor, months, n) <= day) n += 1;
  return stepFrom(anchor, months, n);
}

const monthsOf = ({ term }: Pick<Pool, 'term'>): number => (term === 'monthly' ? 1 : 12);

/** First day of the first period of a pool that starts after a day. */
export function nextPeriod(pool: Pick<Pool, 'term' | 'periodStart'>, day: string): string {
  return firstAfter(pool.periodStart, monthsOf(pool), day);
}

/** Whether a period of a pool starts on a day. */
export function isPeriodStart(pool: Pick<Pool, 'term' | 'periodStart'>, day: string): boolean {
  return nextPeriod(pool, dayBefore(day)) === day;
}

/** The first renewal of an annual pool after a day; null for monthly ones. */
export function nextRenewal(
  { term, periodStart, renewsOn }: Pick<Pool, 'term' | 'periodStart' | 'renewsOn'>,
  day: string,
): string | null {
  return term === 'monthly' ? null : firstAfter(renewsOn ?? periodStart, 12, day);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
