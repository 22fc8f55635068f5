import {
  type Evidence,
  type PeopleProof,
  type RowRef,
  type SourceEvidence,
  type SourceRef,
} from '../../src/contracts/evidence';
import { type RecordKind, type RecordOf, type RowDecision } from '../../src/contracts/records';
import { GROUP, IDP, JIRA, NOW, SCAN_ID, SCANNED_AT } from './example-org';

/* One maker of records for each kind; what a test cares about it changes. */

export const CYCLE = 'cycle-2026-W48';

const EVIDENCE: Evidence = {
  scanId: SCAN_ID,
  scannedAt: SCANNED_AT,
  verdict: 'complete',
  owner: 'idp-owned',
  rule: 'synced-group',
  because: 'externalSynced is true',
  roles: ['atlassian/user'],
  groupName: 'contractors',
  findings: ['inactive-seat'],
  billable: true,
  billableBecause: 'Billed: an active account with atlassian/user through the group “contractors”.',
  lastActive: '2026-06-01T00:00:00Z',
  identityScim: 'active',
  roleAssignments: '[]',
  roleAssignmentsReadAt: SCANNED_AT,
};

const SOURCE_EVIDENCE: SourceEvidence = {
  scanId: SCAN_ID,
  scannedAt: SCANNED_AT,
  verdict: 'complete',
  groupName: 'everyone-emea',
  owner: 'local-group',
  rule: 'local-group',
  because: 'Nothing syncs the group.',
  roles: ['atlassian/user'],
  defaultRole: null,
  grants: [JIRA],
  complete: true,
  people: 2_810,
  seats: 2_580,
  seatsOnlyHere: 804,
  seated: { count: 2_580, hash: 'hash-of-seated' },
};

/** The calendar day so many days from the app's today. */
export function dayFromNow(days: number): string {
  return new Date(Date.parse(NOW) + days * 86_400_000).toISOString().slice(0, 10);
}

let made = 0;
const base = () => ({
  schema: 1 as const,
  id: `record-${(made += 1)}`,
  reason: 'It was looked at in the weekly review.',
  recordedAt: '2026-11-23T07:00:00.000Z',
  recordedBy: '712020:account-0',
  supersedes: null,
  cycleId: CYCLE,
  steps: [],
});
const ROW: RowRef = { accountId: '712020:account-0', ari: JIRA, via: 'group', groupId: GROUP };
const SOURCE: SourceRef = { groupId: 'group-everyone-emea', ari: JIRA };
const hit = (count: number): PeopleProof => ({ count, hash: `hash-of-${count}` });

const makers: { [K in RecordKind]: () => RecordOf<K> } = {
  'route-out': () => ({
    ...base(),
    kind: 'route-out',
    row: ROW,
    batchId: null,
    evidence: EVIDENCE,
    state: 'sent',
    idpId: IDP,
    idpName: 'Okta',
    identityOwner: '712020:account-1',
    request: 'membership',
    issueId: null,
    issueKey: 'IAM-42',
    answer: null,
  }),
  exception: () => ({
    ...base(),
    kind: 'exception',
    row: { ...ROW, groupId: 'group-jira-users' },
    batchId: null,
    evidence: { ...EVIDENCE, owner: 'default-group', groupName: 'jira-users' },
    state: 'standing',
    class: 'service-account',
    ownedBy: '712020:account-2',
    expiresOn: dayFromNow(87),
    dependency: '',
  }),
  hold: () => ({
    ...base(),
    kind: 'hold',
    row: ROW,
    batchId: null,
    evidence: EVIDENCE,
    state: 'standing',
    ownedBy: '712020:account-2',
    expiresOn: dayFromNow(14),
    condition: 'owner-known',
  }),
  keep: () => ({
    ...base(),
    kind: 'keep',
    row: ROW,
    batchId: null,
    evidence: EVIDENCE,
    state: 'standing',
    expiresOn: dayFromNow(180),
  }),
  'local-action': () => ({
    ...base(),
    kind: 'local-action',
    row: { ...ROW, groupId: 'group-legacy-jira-2017' },
    batchId: null,
    evidence: { ...EVIDENCE, owner: 'local-group', groupName: 'legacy-jira-2017' },
    state: 'planned',
    edit: 'membership',
    under: null,
  }),
  'boundary-exception': () => ({
    ...base(),
    kind: 'boundary-exception',
    row: ROW,
    evidence: EVIDENCE,
    state: 'proposed',
    idpId: IDP,
    idpName: 'Okta',
    expiresOn: dayFromNow(14),
    predicted: 'no',
    approval: null,
  }),
  'override-attempt': () => ({
    ...base(),
    kind: 'override-attempt',
    state: 'refused',
    about: ROW,
    under: null,
    refusedBecause: 'Only a path that this organization owns can be removed here.',
  }),
  intent: () => ({
    ...base(),
    kind: 'intent',
    source: SOURCE,
    evidence: SOURCE_EVIDENCE,
    state: 'standing',
    steward: '712020:account-2',
    population: { claimStatuses: ['managed'], domains: ['northwind.example'] },
    outside: 0,
    cap: 2_838,
    expiresOn: dayFromNow(365),
  }),
  redesign: () => ({
    ...base(),
    kind: 'redesign',
    source: SOURCE,
    evidence: SOURCE_EVIDENCE,
    state: 'planned',
    change: { do: 'revoke-grant' },
    losesAccess: hit(38),
    losesSeat: hit(36),
  }),
  protection: () => ({
    ...base(),
    kind: 'protection',
    state: 'standing',
    rule: { by: 'email-pattern', pattern: '*@bots.northwind.example' },
    class: 'integration',
    steward: '712020:account-2',
    expiresOn: dayFromNow(365),
  }),
  'source-attestation': () => ({
    ...base(),
    kind: 'source-attestation',
    state: 'standing',
    groupId: 'group-project-atlas',
    says: 'idp',
    idpId: IDP,
    expiresOn: dayFromNow(365),
  }),
  'settings-attestation': () => ({
    ...base(),
    kind: 'settings-attestation',
    state: 'standing',
    cloudId: '11111111-1111-1111-1111-111111111111',
    approvedDomains: 'northwind.example, with access to Jira',
    invitePolicy: 'Members may invite; an administrator approves.',
    expiresOn: dayFromNow(-3),
    recordedAt: '2026-08-20T07:00:00.000Z',
  }),
  stewardship: () => ({
    ...base(),
    kind: 'stewardship',
    state: 'standing',
    groupId: 'group-everyone-emea',
    steward: '712020:account-2',
    expiresOn: dayFromNow(300),
  }),
  'group-profile': () => ({
    ...base(),
    kind: 'group-profile',
    state: 'standing',
    idpId: IDP,
    groupId: GROUP,
    nameAtIdp: 'okta-jira',
    idAtIdp: '00g1',
    membership: 'rule',
    assignsApp: 'yes',
    otherApps: 'Slack',
    businessOwner: '712020:account-2',
    identityOwner: null,
    changeRoute: 'A ticket in IAM.',
    confirmedOn: '2026-11-20',
  }),
  'request-issue': () => ({
    ...base(),
    kind: 'request-issue',
    state: 'open',
    idpId: IDP,
    idpName: 'Okta',
    groupId: GROUP,
    groupName: 'okta-jira',
    request: 'membership',
    identityOwner: '712020:account-1',
    projectKey: 'IAM',
    issueTypeId: '10001',
    issueKey: 'IAM-42',
    searchedAt: [],
    duplicates: [],
    comments: [],
    told: null,
    readUpTo: null,
  }),
  pool: () => ({
    ...base(),
    kind: 'pool',
    state: 'standing',
    poolId: 'pool-jira',
    name: 'Jira',
    members: [JIRA],
    countedPer: 'resource',
    term: 'monthly',
    model: 'graduated',
    bands: [{ upTo: null, price: 75_000 }],
    currency: 'EUR',
    periodStart: '2026-01-01',
    renewsOn: null,
    purchased: null,
    followers: [],
    readFrom: 'Quote 4711',
    asOf: '2026-11-01',
  }),
  'invoice-line': () => ({
    ...base(),
    kind: 'invoice-line',
    state: 'standing',
    poolId: 'pool-jira',
    members: [JIRA],
    period: '2026-11-01',
    seats: 744,
    amount: 55_800_000,
    currency: 'EUR',
    number: 'IN-1',
  }),
};

export function aRecord<K extends RecordKind>(kind: K, change: Partial<RecordOf<K>> = {}): RecordOf<K> {
  return { ...makers[kind](), ...change };
}

/** A record of a row as the app would make it, on the row that was asked for. */
/** A request to override the sync on a row. */
export const aBoundary = (
  row: RowRef,
  change: Partial<RecordOf<'boundary-exception'>>,
): RecordOf<'boundary-exception'> => aRecord('boundary-exception', { ...change, row });

export function aDecision<K extends RowDecision['kind']>(
  kind: K,
  row: RowRef,
  change: Partial<RecordOf<K>>,
): RecordOf<K> {
  return aRecord(kind, { ...change, row });
}
