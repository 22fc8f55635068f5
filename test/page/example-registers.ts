import { type RecordKind, type ReviewRecord } from '../../src/contracts/records';
import { type RegisterLine } from '../../src/contracts/review-views';
import { aRecord, dayFromNow } from './example-records';
import { JIRA, personAt, PRODUCTS } from './example-org';

/** Records that were there before the page opened, each with an id that stays the same. */
const BEFORE: { [K in RecordKind]?: () => ReviewRecord[] } = {
  'route-out': () => [
    aRecord('route-out', { id: 'route-out-1' }),
    aRecord('route-out', {
      id: 'route-out-2',
      row: rowOf(6),
      state: 'needs-owner',
      identityOwner: null,
      issueKey: null,
    }),
    aRecord('route-out', { id: 'route-out-3', row: rowOf(9), state: 'ready', issueKey: null }),
  ],
  exception: () => [
    aRecord('exception', {
      id: 'exception-1',
      reason: 'Runs the nightly import; its owner renews it each quarter.',
      expiresOn: dayFromNow(21),
      dependency: 'The nightly import of orders',
    }),
    aRecord('exception', {
      id: 'exception-2',
      row: rowOf(12),
      class: 'contractor',
      expiresOn: dayFromNow(-9),
    }),
  ],
  hold: () => [aRecord('hold', { id: 'hold-1' })],
  keep: () => [aRecord('keep', { id: 'keep-1' })],
  'local-action': () => [
    aRecord('local-action', { id: 'local-action-1' }),
    aRecord('local-action', {
      id: 'local-action-2',
      row: { ...rowOf(15), groupId: 'group-legacy-jira-2017' },
      state: 'claimed',
      steps: [
        { to: 'approved', at: '2026-11-23T08:10:00.000Z', by: personAt(1).accountId, note: 'Agreed.' },
        { to: 'claimed', at: '2026-11-23T08:30:00.000Z', by: personAt(2).accountId, note: '' },
      ],
    }),
  ],
  'boundary-exception': () => [aRecord('boundary-exception', { id: 'boundary-1' })],
  'override-attempt': () => [aRecord('override-attempt', { id: 'attempt-1' })],
  intent: () => [
    aRecord('intent', { id: 'intent-1', state: 'proposed' }),
    aRecord('intent', {
      id: 'intent-void',
      source: { groupId: 'group-jira-users', ari: JIRA },
      state: 'void',
      steps: [
        {
          to: 'void',
          at: '2026-11-23T08:05:00.000Z',
          by: 'seatpath',
          note: 'It holds 3280 seats; it was decided for 2838 at most.',
        },
      ],
    }),
  ],
  redesign: () => [
    aRecord('redesign', { id: 'redesign-1' }),
    ...['project-atlas', 'gone'].map((group) =>
      aRecord('redesign', {
        id: `redesign-${group}`,
        source: { groupId: 'group-jira-users', ari: JIRA },
        change: { do: 'move-default', toGroupId: `group-${group}` },
      }),
    ),
  ],
  protection: () => [aRecord('protection', { id: 'protection-1' })],
  'source-attestation': () => [aRecord('source-attestation', { id: 'attestation-1' })],
  'settings-attestation': () => [aRecord('settings-attestation', { id: 'settings-1' })],
  stewardship: () => [aRecord('stewardship', { id: 'stewardship-1' })],
};

function rowOf(position: number) {
  const { accountId } = personAt(position);
  return { accountId, ari: JIRA, via: 'group' as const, groupId: 'group-contractors' };
}

/** The group that a default moves to, by the name that the example's ids hold; one that is gone has none. */
export function exampleToGroup(record: ReviewRecord): string | null {
  if (record.kind !== 'redesign' || record.change.do !== 'move-default') return null;
  const { toGroupId } = record.change;
  return toGroupId === 'group-gone' ? null : toGroupId.replace('group-', '');
}

/** A register as the app would list it. */
export function exampleRegister(kind: RecordKind, records: readonly ReviewRecord[]): RegisterLine[] {
  const here = [...(BEFORE[kind]?.() ?? []), ...records.filter((record) => record.kind === kind)];
  return here.map((record) => {
    const inForce =
      !['void', 'superseded', 'ended', 'withdrawn', 'refused'].includes(record.state) &&
      !('expiresOn' in record && record.expiresOn < dayFromNow(0));
    const row = 'row' in record ? record.row : record.kind === 'override-attempt' ? record.about : null;
    const groupId =
      row !== null
        ? row.groupId
        : 'source' in record
          ? record.source.groupId
          : 'groupId' in record
            ? record.groupId
            : null;
    const person = row === null ? null : personAt(Number(row.accountId.split('-').at(-1)));
    return {
      record,
      version: 1,
      subject: {
        person,
        product: row !== null || 'source' in record ? PRODUCTS[0]!.name : null,
        groupName: groupId?.replace('group-', '') ?? null,
        toGroupName: exampleToGroup(record),
        site: 'cloudId' in record ? 'northwind.atlassian.net' : null,
      },
      inForce,
      moves: inForce ? (MOVES_OF[record.state] ?? []) : [],
      people: [0, 1, 2, 3].map(personAt),
    };
  });
}

const MOVES_OF: Readonly<Record<string, string[]>> = {
  standing: ['end'],
  proposed: ['approve', 'withdraw'],
  planned: ['approve', 'withdraw'],
  claimed: ['return'],
  sent: ['withdraw'],
};
