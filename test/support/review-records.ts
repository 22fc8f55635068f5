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
    request: 'membership',
    issueId: null,
    issueKey: null,
    answer: null,
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
  'local-action': { ...onRow, kind: 'local-action', state: 'planned', edit: 'membership', under: null },
  'boundary-exception': {
    ...head,
    ...term,
    kind: 'boundary-exception',
    state: 'proposed',
    row: onRow.row,
    evidence: onRow.evidence,
    idpId: 'idp-1',
    idpName: 'Okta',
    predicted: 'no',
    approval: null,
  },
  'override-attempt': {
    ...head,
    kind: 'override-attempt',
    state: 'refused',
    about: onRow.row,
    under: null,
    refusedBecause: 'The identity owner has not agreed to it yet.',
  },
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
  'group-profile': {
    ...head,
    kind: 'group-profile',
    state: 'standing',
    idpId: 'idp-1',
    groupId: 'group-1',
    nameAtIdp: 'group 1',
    idAtIdp: null,
    membership: 'manual',
    assignsApp: 'no',
    otherApps: '',
    businessOwner: null,
    identityOwner: null,
    changeRoute: '',
    confirmedOn: '2026-11-23',
  },
  'request-issue': {
    ...head,
    kind: 'request-issue',
    state: 'wanted',
    idpId: 'idp-1',
    idpName: 'idp 1',
    groupId: 'group-1',
    groupName: 'group 1',
    request: 'membership',
    identityOwner: somebody,
    projectKey: 'IAM',
    issueTypeId: '10001',
    issueKey: null,
    searchedAt: [],
    duplicates: [],
    comments: [],
    told: null,
    readUpTo: null,
  },
  pool: {
    ...head,
    kind: 'pool',
    state: 'standing',
    poolId: 'pool-1',
    name: 'Jira',
    members: [aRow.ari],
    countedPer: 'resource',
    term: 'monthly',
    model: 'graduated',
    bands: [{ upTo: null, price: 75_000 }],
    currency: 'EUR',
    periodStart: '2026-01-01',
    renewsOn: null,
    purchased: null,
    followers: [],
    readFrom: 'a quote',
    asOf: '2026-11-23',
  },
  'invoice-line': {
    ...head,
    kind: 'invoice-line',
    state: 'standing',
    poolId: 'pool-1',
    members: [aRow.ari],
    period: '2026-11-01',
    seats: 1,
    amount: 75_000,
    currency: 'EUR',
    number: '1',
  },
};

/** A record of a kind; nothing of it is shared with another one. */
export function aRecord<K extends RecordKind>(kind: K, change: Partial<RecordOf<K>> = {}): RecordOf<K> {
  const example: Omit<ReviewRecord, 'steps'> = examples[kind];
  return { ...structuredClone(example), steps: [], ...change } as unknown as RecordOf<K>;
}
