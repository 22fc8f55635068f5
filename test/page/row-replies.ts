import { aBoundary, aDecision } from './example-records';
import { type KeptRecords } from './kept-records';
import { type Replies } from './replies';

type RowCall =
  | 'route-outs/record'
  | 'exceptions/record'
  | 'holds/record'
  | 'keeps/record'
  | 'local-actions/record'
  | 'boundary-exceptions/record';

/** What the app answers to decisions on single rows. */
export function rowReplies({ keep }: KeptRecords): Pick<Replies, RowCall> {
  return {
    'route-outs/record': ({ accountId, ari, groupId, reason }) =>
      keep(aDecision('route-out', { accountId, ari, via: 'group', groupId }, { reason })),
    'exceptions/record': ({ row, class: kind, reason, ownedBy, expiresOn, dependency }) =>
      keep(aDecision('exception', row, { class: kind, reason, ownedBy, expiresOn, dependency })),
    'holds/record': ({ row, reason, ownedBy, expiresOn, condition }) =>
      keep(aDecision('hold', row, { reason, ownedBy, expiresOn, condition })),
    'keeps/record': ({ row, reason, expiresOn }) => keep(aDecision('keep', row, { reason, expiresOn })),
    'boundary-exceptions/record': ({ row, reason, expiresOn }) => keep(aBoundary(row, { reason, expiresOn })),
    'local-actions/record': ({ row, reason }) => keep(aDecision('local-action', row, { reason })),
  };
}
