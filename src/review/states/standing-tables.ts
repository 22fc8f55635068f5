import type { RecordKind } from '../../contracts/records';
import type { StateTable, Transition } from './machine';

/** A newer decision on the same subject takes the place of one that was still open. */
export const superseded = (...states: string[]): Transition[] =>
  states.map((from) => ({
    from,
    move: 'supersede',
    to: 'superseded',
    by: 'decider',
    because: 'Another decision on the same subject took its place.',
  }));

/** Whatever simply holds until its last day. The last day needs no step: the calendar tells. */
export const standing = (of: RecordKind): StateTable => ({
  of,
  initial: ['standing'],
  transitions: [
    {
      from: 'standing',
      move: 'end',
      to: 'ended',
      by: 'decider',
      because: 'It is no longer wanted before its last day.',
    },
    ...superseded('standing'),
  ],
});
