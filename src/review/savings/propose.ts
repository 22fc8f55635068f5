import type { Saving, SavingsLedger, SavingState, SeatRef } from '../../contracts/savings';
import { keyOfSeat, type SeatStanding } from '../../decision/pool-seats';
import { waitHours } from './settling';

/** A seat that decisions in force would free together. */
export interface Proposal {
  readonly seat: SeatRef;
  readonly recordIds: readonly string[];
  /** When the last of them was decided. */
  readonly decidedAt: string;
  /** Hours within which the slowest provider that they concern has synced. */
  readonly syncHours: number;
}

/** What a scan shows of the proposals of a moment. */
export interface ProposalLook {
  readonly complete: boolean;
  readonly proposals: readonly Proposal[];
  readonly standingOf: (seat: SeatRef) => SeatStanding;
  /** Whether a decision still stands, carried out or not. */
  readonly isWanted: (recordId: string) => boolean;
}

const ENDED: ReadonlySet<SavingState> = new Set(['reversed', 'dropped']);
/** Whether a saving is still watched; of each seat there is one such at most. */
export const isWatched = ({ state }: Saving): boolean => !ENDED.has(state);

/** A seat among those of all pools, as one text. */
export const seatKey = (seat: SeatRef): string => `${seat.poolId} ${keyOfSeat(seat)}`;

/**
 * Writes down what decisions propose, for seats that are billed, and drops what is not proposed any more before
 * anything was seen of it. What a partial scan does not show is no reason to drop it. Said again, it changes nothing.
 */
export function propose(ledger: SavingsLedger, look: ProposalLook): SavingsLedger {
  const { complete, standingOf, isWanted } = look;
  const proposals = new Map(look.proposals.map((one) => [seatKey(one.seat), one]));
  const watched = new Set(ledger.savings.filter(isWatched).map(({ seat }) => seatKey(seat)));
  const known = ledger.savings.map((saving): Saving => {
    if (saving.state !== 'proposed') return saving;
    const proposal = proposals.get(seatKey(saving.seat));
    if (proposal !== undefined) return joined(saving, proposal, isWanted);
    const isWithdrawn = !saving.recordIds.some(isWanted);
    const isShort = complete && standingOf(saving.seat) === 'billed';
    return isWithdrawn || isShort ? { ...saving, state: 'dropped' } : saving;
  });
  const added = [...proposals]
    .filter(([key, { seat }]) => !watched.has(key) && standingOf(seat) === 'billed')
    .map(([, proposal]) => begun(proposal));
  return { ...ledger, savings: [...known, ...added] };
}

function begun({ seat, recordIds, decidedAt, syncHours }: Proposal): Saving {
  return {
    seat,
    state: 'proposed',
    recordIds: [...recordIds].sort(),
    proposedAt: decidedAt,
    waitHours: waitHours(syncHours),
    observed: null,
    seenGone: 0,
    settledAt: null,
    invoicedPeriod: null,
    returned: null,
  };
}

/** A proposal that is made again, by other decisions perhaps: those that were carried out already stay named. */
function joined(saving: Saving, proposal: Proposal, isWanted: (recordId: string) => boolean): Saving {
  const recordIds = new Set([...saving.recordIds.filter(isWanted), ...proposal.recordIds]);
  return {
    ...saving,
    recordIds: [...recordIds].sort(),
    waitHours: Math.max(saving.waitHours, waitHours(proposal.syncHours)),
  };
}
