import { EXCEPTION_MAX_DAYS } from '../contracts/records';

const DAY_MS = 86_400_000;

/**
 * Days from today to a day (`YYYY-MM-DD`), negative where it is over. Days are those of UTC, where Forge runs,
 * so that a laptop elsewhere counts the same.
 */
export function daysUntil(day: string, now: number): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS) - Math.floor(now / DAY_MS);
}

/** Why a day cannot be the expiry of an exception made at `now`; null where it can. */
export function expiryProblem(expiresOn: string, now: number): string | null {
  const days = daysUntil(expiresOn, now);
  if (days < 1) return 'An exception must end after today.';
  if (days > EXCEPTION_MAX_DAYS) {
    const last = new Date(now + EXCEPTION_MAX_DAYS * DAY_MS).toISOString().slice(0, 10);
    return `An exception runs for ${EXCEPTION_MAX_DAYS} days at most, that is until ${last}.`;
  }
  return null;
}

/** Whether an exception has ended: its last day is over. */
export function hasExpired(expiresOn: string, now: number): boolean {
  return daysUntil(expiresOn, now) < 0;
}
