import { type AccessException, type Evidence, type RouteOut } from '../../src/contracts/records';
import { type CaseLine, type CaseView, type RowView } from '../../src/contracts/views';
import { type Owner } from '../../src/contracts/vocabulary';
import { GROUP, IDP, personAt, SCAN_ID, SCANNED_AT } from './example-org';

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
  billableBecause: 'The account is active and has the role of a user.',
  lastActive: '2026-06-01T00:00:00Z',
  identityScim: 'active',
  roleAssignments: '[]',
  roleAssignmentsReadAt: SCANNED_AT,
};

export function exampleRouteOut(line: CaseLine, change: Partial<RouteOut> = {}): RouteOut {
  return {
    schema: 1,
    id: `route-out-${line.person.accountId}`,
    row: { accountId: line.person.accountId, ari: line.ari, via: 'group', groupId: GROUP },
    reason: 'Contract ended in June; please remove the membership at the source.',
    recordedAt: '2026-11-23T07:00:00.000Z',
    recordedBy: '712020:account-0',
    evidence: EVIDENCE,
    kind: 'route-out',
    state: 'sent',
    idpId: IDP,
    idpName: 'Okta',
    identityOwner: '712020:account-1',
    issueKey: 'IAM-42',
    ...change,
  };
}

export function exampleException(line: CaseLine, change: Partial<AccessException> = {}): AccessException {
  return {
    schema: 1,
    id: `exception-${line.person.accountId}-${change.expiresOn ?? ''}`,
    row: { accountId: line.person.accountId, ari: line.ari, via: 'group', groupId: 'group-jira-users' },
    reason: 'Runs the nightly import; its owner renews it each quarter.',
    recordedAt: '2026-11-20T07:00:00.000Z',
    recordedBy: '712020:account-0',
    evidence: { ...EVIDENCE, owner: 'default-group', groupName: 'jira-users' },
    kind: 'exception',
    class: 'service-account',
    ownedBy: '712020:account-2',
    expiresOn: '2027-02-18',
    ...change,
  };
}

const LANE: Readonly<Record<Owner, string>> = {
  'idp-owned': 'Any change belongs to the identity owner of Okta.',
  'default-group': 'Any change belongs to whoever designs the default group.',
  'local-group': 'Any change belongs to the local admins of this group.',
  direct: 'Any change belongs to the admins of this product.',
  inferred: 'Nobody can change this path by itself.',
  unknown: 'Nobody may change this before its owner is known.',
};

function aRow(owner: Owner, change: Partial<RowView>): RowView {
  const groupId = change.groupId ?? null;
  return {
    row: {
      path: {
        via: change.via ?? 'group',
        ...(groupId === null ? {} : { groupId }),
        roles: ['atlassian/user'],
        idp: null,
      },
      owner,
      rule: 'synced-group',
      because: 'The directory says that the group is synced.',
      signal: null,
      decision: 'none',
      hold: null,
      findings: [],
      billable: true,
      anomalies: [],
    },
    via: 'group',
    groupId: null,
    sentence: '',
    entry: null,
    lane: LANE[owner],
    suggestion: null,
    why: [
      { rule: 'synced-group', because: 'externalSynced is true and managedBy names the directory Okta.' },
    ],
    source: {
      url: 'https://support.atlassian.com/provisioning-users/docs/understand-user-provisioning/',
      checked: '2026-11-20',
    },
    outcomes: [],
    missingForRouteOut: [],
    check: [],
    proof: [],
    routeOuts: [],
    exceptions: [],
    ...change,
  };
}

/** A case with three paths of three owners; the healthy one asks for nothing. */
export function exampleCase(line: CaseLine, routeOuts: RouteOut[], exceptions: AccessException[]): CaseView {
  const name = line.person.name ?? line.person.accountId;
  const synced = aRow('idp-owned', {
    groupId: GROUP,
    sentence: `${name} is in the synced group contractors, which grants the role User on ${line.product}.`,
    suggestion: 'Hand the membership over to the identity owner of Okta: no activity for 175 days.',
    outcomes: ['route-out', 'exception', 'keep'],
    entry: {
      cause: 'unknown',
      at: null,
      actor: null,
      sentence: 'How the account came into the group is not known.',
    },
    check: ['The identity owner of Okta is right for this group.', 'The person is not on leave.'],
    proof: ['The issue key of the route-out.', 'The next scan, with the path gone.'],
    routeOuts,
  });
  synced.row = { ...synced.row, findings: ['inactive-seat'], decision: 'route-out' };
  const byDefault = aRow('default-group', {
    groupId: 'group-jira-users',
    sentence: `${name} is in the default group jira-users, which grants the role User on ${line.product}.`,
    suggestion: 'Look at why new accounts get into this group.',
    outcomes: ['default-redesign', 'exception', 'hold', 'keep'],
    entry: {
      cause: 'first-access',
      at: '2026-11-06T09:00:00Z',
      actor: 'system',
      sentence: 'Came into the group on 2026-11-06: it opened the product for the first time.',
    },
    check: ['Who was added to the group by hand.'],
    exceptions,
  });
  byDefault.row = {
    ...byDefault.row,
    findings: ['unproven-default', 'mixed-paths'],
    decision: 'review-default-group',
    hold: 'The other path keeps the seat; decide both in one review.',
  };
  const healthy = aRow('inferred', {
    via: 'inferred',
    sentence: `${name} reaches ${line.product} because another product includes it.`,
    outcomes: ['keep'],
  });
  return {
    person: line.person,
    product: line.product,
    case: {
      accountId: line.person.accountId,
      ari: line.ari,
      billable: line.billable,
      billableBecause:
        'Billed: an active account with the role User through the group “contractors” and 2 more paths.',
      identity: {
        accountType: 'atlassian',
        accountStatus: 'active',
        membershipStatus: 'active',
        claimStatus: 'managed',
        managementSource: 'okta',
        scim: 'active',
      },
      lastActive: '2026-06-01T00:00:00Z',
      inactive: true,
      directChecked: true,
      split: true,
      signals: line.signals,
      freeing: { edits: 2, byOwner: { 'idp-owned': 1, 'default-group': 1 } },
      rows: [synced.row, byDefault.row, healthy.row],
    },
    activity: line.activity,
    facts: {
      identity: { scim: 'active', sentence: 'Okta calls this person active.' },
      account: { sentence: 'Managed Atlassian account, active, in the organization since March 2024.' },
      productAccess: { sentence: `Has the role User on ${line.product}.` },
      groups: [
        { groupId: GROUP, name: 'contractors', owner: 'idp-owned' },
        { groupId: 'group-jira-users', name: 'jira-users', owner: 'default-group' },
      ],
    },
    freeing:
      'Two removals free this seat: one by the identity owner, one by the design of the default group.',
    rows: [synced, byDefault, healthy],
    people: [0, 1, 2, 3].map(personAt),
  };
}

/** The same case before anybody set up where route-outs go. */
export function withMissing(view: CaseView, missing: string[]): CaseView {
  return {
    ...view,
    rows: view.rows.map((row, index) => (index === 0 ? { ...row, missingForRouteOut: missing } : row)),
  };
}
