import { BOUNDARY_MAX_DAYS } from '../contracts/overrides';
import { EXCEPTION_MAX_DAYS, HOLD_MAX_DAYS, type RecordKind, REVIEW_MAX_DAYS } from '../contracts/records';

const DAY_MS = 86_400_000;

/**
 * Days from today to a day (`YYYY-MM-DD`), negative where it is over. Days are those of UTC, where Forge runs,
 * so that a laptop elsewhere counts the same.
 */
export function daysUntil(day: string, now: number): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS) - Math.floor(now / DAY_MS);
}

/** The longest term of each kind of record that has an end: everything has one. */
const longestTerm: Readonly<Partial<Record<RecordKind, { days: number; name: string }>>> = {
  exception: { days: EXCEPTION_MAX_DAYS, name: 'An exception' },
  'boundary-exception': { days: BOUNDARY_MAX_DAYS, name: 'A boundary exception' },
  hold: { days: HOLD_MAX_DAYS, name: 'A hold' },
  keep: { days: REVIEW_MAX_DAYS, name: 'A decision to keep' },
  intent: { days: REVIEW_MAX_DAYS, name: 'A standing decision' },
  protection: { days: REVIEW_MAX_DAYS, name: 'A protection' },
  'source-attestation': { days: REVIEW_MAX_DAYS, name: 'An attestation' },
  stewardship: { days: REVIEW_MAX_DAYS, name: 'A stewardship' },
};

/** Why a day cannot be the last of a record made at `now`; null where it can. */
export function termProblem(kind: RecordKind, expiresOn: string, now: number): string | null {
  const term = longestTerm[kind];
  if (term === undefined) return null;
  const days = daysUntil(expiresOn, now);
  if (days < 1) return `${term.name} must end after today.`;
  if (days > term.days) {
    const last = new Date(now + term.days * DAY_MS).toISOString().slice(0, 10);
    return `${term.name} runs for ${term.days} days at most, that is until ${last}.`;
  }
  return null;
}

/** Whether a last day is over. */
export function hasExpired(expiresOn: string, now: number): boolean {
  return daysUntil(expiresOn, now) < 0;
}

/** The first moment at which a last day is over, epoch ms. */
export function momentAfter(expiresOn: string): number {
  return Date.parse(`${expiresOn}T00:00:00Z`) + DAY_MS;
}

/** The last day of the quarter that `now` falls into. */
export function endOfQuarter(now: number): string {
  const date = new Date(now);
  const nextQuarter = Math.floor(date.getUTCMonth() / 3) * 3 + 3;
  return new Date(Date.UTC(date.getUTCFullYear(), nextQuarter, 0)).toISOString().slice(0, 10);
}
