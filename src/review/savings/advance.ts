import type { ReturnCause, Saving, SavingsLedger, SavingState, SeatRef } from '../../contracts/savings';
import { LATER_SCANS } from './settling';
import { propose, type ProposalLook } from './propose';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface SavingsLook extends ProposalLook {
  readonly scan: { readonly id: string; readonly beganAt: string; readonly at: string };
  /** By which way a seat came back that had been seen gone at a time (RFC 3339). */
  readonly returnOf: (seat: SeatRef, goneAt: string) => ReturnCause;
  /** First day of the first period of a pool after a day whose invoice is known; null where none is. */
  readonly invoicedAfter: (poolId: string, day: string) => string | null;
}

const GONE: ReadonlySet<SavingState> = new Set(['observed', 'settled', 'invoiced']);
/** Whether the seat of a saving was last seen gone. */
export const isGone = ({ state }: Saving): boolean => GONE.has(state);
/** Whether a saving counts as one: gone for long enough, and not back since. */
export const isSettled = ({ state }: Saving): boolean => state === 'settled' || state === 'invoiced';

/**
 * Holds every saving against a scan. A scan is counted once, however often it is said, and one that is older than
 * the last is not looked at. Partial scans show that a seat is back, never that it is gone. Pure.
 */
export function advance(ledger: SavingsLedger, look: SavingsLook): SavingsLedger {
  const { scan, isWanted } = look;
  if (ledger.scan !== null && Date.parse(scan.at) < Date.parse(ledger.scan.at)) return ledger;
  const isNew = ledger.scan?.id !== scan.id;
  const savings = ledger.savings.map((saving) => {
    if (saving.state === 'proposed' && !saving.recordIds.some(isWanted))
      return { ...saving, state: 'dropped' as const };
    return isNew ? observed(saving, look) : saving;
  });
  const seen = propose({ ...ledger, scan: { id: scan.id, at: scan.at }, savings }, look);
  return { ...seen, savings: seen.savings.map((saving) => invoiced(saving, look)) };
}

/** What one more scan makes of a saving. */
function observed(saving: Saving, { scan, complete, standingOf, returnOf }: SavingsLook): Saving {
  const standing = standingOf(saving.seat);
  if (saving.state === 'proposed') {
    const isSeenGone = complete && standing === 'gone' && isBefore(saving.proposedAt, scan.beganAt);
    return isSeenGone ? { ...saving, state: 'observed', observed: { scanId: scan.id, at: scan.at } } : saving;
  }
  if (!isGone(saving)) return saving;
  const gone = saving.observed!;
  if (standing === 'billed') {
    const afterDays = Math.floor((Date.parse(scan.at) - Date.parse(gone.at)) / DAY_MS);
    const returned = { scanId: scan.id, at: scan.at, afterDays, ...returnOf(saving.seat, gone.at) };
    return { ...saving, state: 'reversed', returned };
  }
  if (saving.state !== 'observed' || !complete || standing !== 'gone') return saving;
  const seenGone = saving.seenGone + 1;
  const waited = Date.parse(scan.beganAt) - Date.parse(gone.at) >= saving.waitHours * HOUR_MS;
  if (seenGone < LATER_SCANS.value || !waited) return { ...saving, seenGone };
  return { ...saving, seenGone, state: 'settled', settledAt: scan.at };
}

const isBefore = (one: string, other: string): boolean => Date.parse(one) <= Date.parse(other);

/** An invoice that is corrected or taken back moves its savings with it. */
function invoiced(saving: Saving, { invoicedAfter }: SavingsLook): Saving {
  if (!isSettled(saving)) return saving;
  const period = invoicedAfter(saving.seat.poolId, saving.observed!.at.slice(0, 10));
  return { ...saving, state: period === null ? 'settled' : 'invoiced', invoicedPeriod: period };
}
