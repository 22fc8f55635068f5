import type { RecordKind } from '../../contracts/records';
import type { StateTable, Transition } from './machine';

/** A newer decision on the same subject takes the place of one that was still open. */
const superseded = (...states: string[]): Transition[] =>
  states.map((from) => ({
    from,
    move: 'supersede',
    to: 'superseded',
    by: 'decider',
    because: 'Another decision on the same subject took its place.',
  }));

/** Whatever simply holds until its last day. The last day needs no step: the calendar tells. */
const standing = (of: RecordKind): StateTable => ({
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

/** A change that people carry out by hand, in Atlassian’s own screens, and that only a scan can confirm. */
const change = (of: RecordKind): StateTable => ({
  of,
  initial: ['planned'],
  transitions: [
    {
      from: 'planned',
      move: 'approve',
      to: 'approved',
      by: 'second-person',
      because: 'Nobody takes access away on his own word.',
    },
    {
      from: 'approved',
      move: 'claim',
      to: 'claimed',
      by: 'site-admin',
      because: 'Whoever administers the site says that he has done it.',
    },
    {
      from: 'claimed',
      move: 'observe-gone',
      to: 'confirmed',
      by: 'seatpath',
      because: 'A complete scan no longer shows it. Only that proves the change.',
    },
    {
      from: 'claimed',
      move: 'observe-kept',
      to: 'returned',
      by: 'seatpath',
      because: 'A scan that began after the claim still shows it.',
    },
    {
      from: 'claimed',
      move: 'return',
      to: 'returned',
      by: 'site-admin',
      because: 'It could not be done after all.',
    },
    ...['planned', 'approved'].map((from): Transition => ({
      from,
      move: 'observe-gone',
      to: 'confirmed',
      by: 'seatpath',
      because: 'It is gone before anybody said that he had done it.',
    })),
    ...['planned', 'approved'].map((from): Transition => ({
      from,
      move: 'withdraw',
      to: 'withdrawn',
      by: 'decider',
      because: 'It is not to be done after all.',
    })),
    ...superseded('planned', 'approved', 'claimed'),
  ],
});

const routeOut: StateTable = {
  of: 'route-out',
  initial: ['needs-owner', 'unsent'],
  transitions: [
    {
      from: 'needs-owner',
      move: 'find-owner',
      to: 'unsent',
      by: 'decider',
      because: 'An identity owner has been named.',
    },
    {
      from: 'unsent',
      move: 'send',
      to: 'sent',
      by: 'seatpath',
      because: 'The issue is with the identity owner: a correct outcome, not an open end.',
    },
    ...['needs-owner', 'unsent', 'sent'].map((from): Transition => ({
      from,
      move: 'withdraw',
      to: 'withdrawn',
      by: 'decider',
      because: 'The identity owner is no longer asked.',
    })),
    ...superseded('needs-owner', 'unsent', 'sent'),
  ],
};

const intent: StateTable = {
  of: 'intent',
  initial: ['proposed', 'standing'],
  transitions: [
    {
      from: 'proposed',
      move: 'approve',
      to: 'standing',
      by: 'second-person',
      because: 'So many seats are not declared intended by one person alone.',
    },
    {
      from: 'proposed',
      move: 'withdraw',
      to: 'withdrawn',
      by: 'decider',
      because: 'It was not approved, or is no longer proposed.',
    },
    {
      from: 'standing',
      move: 'withdraw',
      to: 'withdrawn',
      by: 'decider',
      because: 'The source is no longer declared intended.',
    },
    {
      from: 'standing',
      move: 'find-void',
      to: 'void',
      by: 'seatpath',
      because: 'What it was decided on has changed; the rows are back in the queue.',
    },
    ...superseded('proposed', 'standing'),
  ],
};

/** How each kind of record may change. */
export const recordStates: Readonly<Record<RecordKind, StateTable>> = {
  'route-out': routeOut,
  exception: standing('exception'),
  hold: standing('hold'),
  keep: standing('keep'),
  'local-action': change('local-action'),
  intent,
  redesign: change('redesign'),
  protection: standing('protection'),
  'source-attestation': standing('source-attestation'),
  'settings-attestation': standing('settings-attestation'),
  stewardship: standing('stewardship'),
};
