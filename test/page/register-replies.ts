import { type RecordKind } from '../../src/contracts/records';
import { BOARD } from './example-handed-over';
import { aRecord } from './example-records';
import { exampleRegister } from './example-registers';
import { OWNER_SESSION, personAt } from './example-org';
import { type KeptRecords } from './kept-records';
import { type Replies } from './replies';

type RegisterCall =
  | 'sites/attest'
  | Extract<keyof Replies, `protections/${string}`>
  | 'records/move'
  | 'registers/list'
  | 'overrides/measured';

/** Registers of which a test takes a step. */
const MOVED: readonly RecordKind[] = ['intent', 'local-action', 'exception', 'protection'];

/** What the app answers about registers and what is recorded in them directly. */
export function registerReplies({ all, keep }: KeptRecords): Pick<Replies, RegisterCall> {
  return {
    'sites/attest': ({ cloudId, reason, approvedDomains, invitePolicy }) =>
      keep(aRecord('settings-attestation', { cloudId, reason, approvedDomains, invitePolicy })),
    'protections/record': ({ rule, class: kind, reason, steward, expiresOn }) =>
      keep(aRecord('protection', { rule, class: kind, reason, steward, expiresOn })),
    'protections/suggest': () => ({
      suggestions: [
        {
          rule: { by: 'account', accountId: personAt(9).accountId },
          class: 'integration',
          because: 'It works by API token, which page views do not show: its seat looks unused and is not.',
          subject: personAt(9).name!,
          affects: 1,
        },
        {
          rule: { by: 'group', groupId: 'group-contractors' },
          class: 'admin',
          because: 'Its members administer a product: losing one by a bulk would be noticed too late.',
          subject: 'contractors',
          affects: 42,
        },
      ],
    }),
    'overrides/measured': () => ({ survived: 1, reverted: 3, refused: 2, open: 0, asPredicted: 3 }),
    'registers/list': ({ kind }) => ({ lines: exampleRegister(kind, all), elsewhere: 0 }),
    'records/move': ({ recordId, move, note }) => {
      const rows = BOARD.providers.flatMap(({ issues }) => issues.flatMap((issue) => issue.rows));
      const lines = [...MOVED.flatMap((kind) => exampleRegister(kind, all)), ...rows];
      const { record } = lines.find(({ record: known }) => known.id === recordId)!;
      const to = move === 'approve' ? 'approved' : move;
      return {
        ...record,
        steps: [...record.steps, { to, at: '2026-11-23T09:00:00.000Z', by: OWNER_SESSION.accountId, note }],
      };
    },
  };
}
