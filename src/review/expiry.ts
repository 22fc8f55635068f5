import { addDays, differenceInCalendarDays, formatISO, parseISO } from 'date-fns';
import { EXCEPTION_MAX_DAYS } from '../contracts/records';

/** Why a day cannot be the expiry of an exception made at `now`; null where it can. */
export function expiryProblem(expiresOn: string, now: number): string | null {
  const today = new Date(now);
  const days = differenceInCalendarDays(parseISO(expiresOn), today);
  if (days < 1) return 'An exception must end after today.';
  if (days > EXCEPTION_MAX_DAYS) {
    const last = formatISO(addDays(today, EXCEPTION_MAX_DAYS), { representation: 'date' });
    return `An exception runs for ${EXCEPTION_MAX_DAYS} days at most, that is until ${last}.`;
  }
  return null;
}

/** Whether an exception has ended: its last day is over. */
export function hasExpired(expiresOn: string, now: number): boolean {
  return differenceInCalendarDays(parseISO(expiresOn), new Date(now)) < 0;
}
