import type { Evidence, RowRef, SourceEvidence, SourceRef } from '../../src/contracts/evidence';
import type { RecordKind, RecordOf, ReviewRecord } from '../../src/contracts/records';

/*
 * One good record of each kind, as small as the contract permits, for tests of the pure core. What a test is
 * about, it says itself.
 */

const AT = '2026-11-23T09:00:00.000Z';
const scanned = { scanId: 'scan-1', scannedAt: AT, verdict: 'complete' } as const;

export const aRow: RowRef = { accountId: '712020:sue', ari: 'ari:cloud:jira-software::site/acme', via: 'group', groupId: 'group-1' }; // prettier-ignore
const aSource: SourceRef = { groupId: 'group-1', ari: aRow.ari };
const nobody = { count: 0, hash: 'nobody' };

export const rowEvidence: Evidence = {
  ...scanned,
  owner: 'local-group',
  rule: 'local-group',
  because: 'made up for a test',
  roles: ['atlassian/user'],
  groupName: 'group 1',
  findings: ['unproven-local'],
  billable: true,
  billableBecause: 'made up for a test',
  lastActive: 'never',
  identityScim: 'none',
  roleAssignments: '[]',
  roleAssignmentsReadAt: AT,
};

export const sourceEvidence: SourceEvidence = {
  ...scanned,
  groupName: 'group 1',
  owner: 'local-group',
  rule: 'local-group',
  because: 'made up for a test',
  roles: ['atlassian/user'],
  defaultRole: null,
  grants: [aRow.ari],
  complete: true,
  people: 1,
  seats: 1,
  seatsOnlyHere: 1,
  seated: nobody,
};

const head = {
  schema: 1,
  id: 'record-1',
  reason: 'made up for a test',
  recordedAt: AT,
  recordedBy: '712020:rae',
  supersedes: null,
  cycleId: null,
} as const;
const onRow = { ...head, row: aRow, evidence: rowEvidence, batchId: null };
const onSource = { ...head, source: aSource, evidence: sourceEvidence };
const term = { expiresOn: '2027-01-01' };
const somebody = '712020:ann';

const examples: { readonly [K in RecordKind]: Omit<RecordOf<K>, 'steps'> } = {
  'route-out': {
    ...onRow,
    kind: 'route-out',
    state: 'ready',
    idpId: 'idp-1',
    idpName: 'idp 1',
    identityOwner: null,
    issueKey: null,
  },
  exception: {
    ...onRow,
    ...term,
    kind: 'exception',
    state: 'standing',
    class: 'other',
    ownedBy: somebody,
    dependency: '',
  },
  hold: { ...onRow, ...term, kind: 'hold', state: 'standing', ownedBy: somebody, condition: null },
  keep: { ...onRow, ...term, kind: 'keep', state: 'standing' },
  'local-action': { ...onRow, kind: 'local-action', state: 'planned', edit: 'membership' },
  intent: {
    ...onSource,
    ...term,
    kind: 'intent',
    state: 'standing',
    steward: somebody,
    population: { claimStatuses: [], domains: [] },
    outside: 0,
    cap: 100,
  },
  redesign: {
    ...onSource,
    kind: 'redesign',
    state: 'planned',
    change: { do: 'revoke-grant' },
    losesAccess: nobody,
    losesSeat: nobody,
  },
  protection: {
    ...head,
    ...term,
    kind: 'protection',
    state: 'standing',
    rule: { by: 'account', accountId: aRow.accountId },
    class: 'service',
    steward: somebody,
  },
  'source-attestation': {
    ...head,
    ...term,
    kind: 'source-attestation',
    state: 'standing',
    groupId: 'group-1',
    says: 'local',
    idpId: null,
  },
  'settings-attestation': {
    ...head,
    ...term,
    kind: 'settings-attestation',
    state: 'standing',
    cloudId: 'acme',
    approvedDomains: 'none',
    invitePolicy: 'admins only',
  },
  stewardship: {
    ...head,
    ...term,
    kind: 'stewardship',
    state: 'standing',
    groupId: 'group-1',
    steward: somebody,
  },
};

/** A record of a kind; nothing of it is shared with another one. */
export function aRecord<K extends RecordKind>(kind: K, change: Partial<RecordOf<K>> = {}): RecordOf<K> {
  const example: Omit<ReviewRecord, 'steps'> = examples[kind];
  return { ...structuredClone(example), steps: [], ...change } as unknown as RecordOf<K>;
}
