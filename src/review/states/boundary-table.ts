import type { StateTable, Transition } from './machine';
import { superseded } from './standing-tables';

/** An edit of synced access by hand, which its identity owner has to agree to; it permits one edit. */
export const boundaryException: StateTable = {
  of: 'boundary-exception',
  initial: ['proposed'],
  transitions: [
    {
      from: 'proposed',
      move: 'approve',
      to: 'approved',
      by: 'other-identity-owner',
      because: 'An identity owner of that provider agrees, other than whoever asked for it.',
    },
    {
      from: 'proposed',
      move: 'decline',
      to: 'declined',
      by: 'other-identity-owner',
      because: 'The identity owner says no: the change is his to make, or not.',
    },
    {
      from: 'approved',
      move: 'decline',
      to: 'declined',
      by: 'identity-owner',
      because: 'The identity owner takes his word back before the edit is planned.',
    },
    {
      from: 'approved',
      move: 'use',
      to: 'used',
      by: 'seatpath',
      because: 'The edit is planned; it permits no other one.',
    },
    ...['proposed', 'approved'].map((from): Transition => ({
      from,
      move: 'withdraw',
      to: 'withdrawn',
      by: 'decider',
      because: 'It is not needed any more.',
    })),
    ...superseded('proposed', 'approved'),
  ],
};

/** An attempt without an agreement. It is refused as it is made, and kept as it is: nobody ends or replaces it. */
export const overrideAttempt: StateTable = {
  of: 'override-attempt',
  initial: ['refused'],
  transitions: [],
};
