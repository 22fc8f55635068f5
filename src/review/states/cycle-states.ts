import type { CycleState } from '../../contracts/cycles';

export type CycleMove = 'open' | 'close' | 'close-empty' | 'lapse';

export interface CycleTransition {
  readonly from: CycleState;
  readonly move: CycleMove;
  readonly to: CycleState;
  readonly by: 'decider' | 'seatpath';
  readonly because: string;
}

/** The states of a review cycle. `closed` and `lapsed` are final: nothing in them ever changes. */
export const cycleTransitions: readonly CycleTransition[] = [
  {
    from: 'collecting',
    move: 'open',
    to: 'open',
    by: 'seatpath',
    because: 'A scan that began after the due date has been published, complete or partial.',
  },
  {
    from: 'collecting',
    move: 'lapse',
    to: 'lapsed',
    by: 'seatpath',
    because: 'The next cycle is due and no scan came: there was nothing to review.',
  },
  {
    from: 'open',
    move: 'close',
    to: 'closed',
    by: 'decider',
    because: 'A reviewer ended it; what is undecided is carried over.',
  },
  {
    from: 'open',
    move: 'close-empty',
    to: 'closed',
    by: 'seatpath',
    because: 'Nothing was to be decided.',
  },
  {
    from: 'open',
    move: 'lapse',
    to: 'lapsed',
    by: 'seatpath',
    because: 'The next cycle opens. What is undecided is carried over; no answer is never a removal.',
  },
];

/** The state that a move leads to; null where the cycle cannot make it. */
export function cycleAfter(from: CycleState, move: CycleMove): CycleState | null {
  return cycleTransitions.find((one) => one.from === from && one.move === move)?.to ?? null;
}
