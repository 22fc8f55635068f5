import type { RecordKind } from '../../contracts/records';
import type { StateTable, Transition } from './machine';
import { boundaryException, overrideAttempt } from './boundary-table';
import { requestIssue, routeOut } from './route-out-tables';
import { standing, superseded } from './standing-tables';

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
  'group-profile': standing('group-profile'),
  'request-issue': requestIssue,
  pool: standing('pool'),
  'invoice-line': standing('invoice-line'),
  'boundary-exception': boundaryException,
  'override-attempt': overrideAttempt,
};
