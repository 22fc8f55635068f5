import { type RowDecision } from '../../src/contracts/records';
import { type CaseLine, type CaseView, type RowView } from '../../src/contracts/views';
import { type Owner } from '../../src/contracts/vocabulary';
import { GROUP, personAt } from './example-org';

const LANE: Readonly<Record<Owner, string>> = {
  'idp-owned': 'Any change belongs to the identity owner of Okta.',
  'default-group': 'Any change belongs to whoever designs the default group.',
  'local-group': 'Any change belongs to the local admins of this group.',
  direct: 'Any change belongs to the admins of this product.',
  inferred: 'Nobody can change this path by itself.',
  unknown: 'Nobody may change this before its owner is known.',
};

const prediction = (says: 'unknown' | 'no', because: string): RowView['editByHand']['accepted'] => ({
  says,
  because,
  url: 'https://support.atlassian.com/provisioning-users/docs/understand-user-provisioning/',
  checked: '2026-11-20',
});

function aRow(owner: Owner, change: Partial<RowView>): RowView {
  const groupId = change.groupId ?? null;
  return {
    row: {
      path: {
        via: change.via ?? 'group',
        ...(groupId === null ? {} : { groupId, groupName: groupId.replace('group-', '') }),
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
    records: [],
    decided: false,
    next: null,
    editByHand: {
      accepted: prediction('unknown', 'No page tells whether it is taken.'),
      survives: prediction('no', 'The next sync brings the person back.'),
      needsAgreement: owner === 'idp-owned',
    },
    boundary: null,
    proposed: null,
    ...change,
  };
}

/** A case with three paths of three owners; the healthy one asks for nothing. */
export function exampleCase(line: CaseLine, records: readonly RowDecision[]): CaseView {
  const name = line.person.name ?? line.person.accountId;
  /** The newest first, of the path through a group. */
  const decided = (groupId: string): Pick<RowView, 'records' | 'decided'> => {
    const mine = records.filter(({ row }) => row.groupId === groupId).reverse();
    return { records: mine, decided: mine.length > 0 };
  };
  const synced = aRow('idp-owned', {
    groupId: GROUP,
    sentence: `${name} is in the synced group contractors, which grants the role User on ${line.product}.`,
    suggestion: 'Hand the membership over to the identity owner of Okta: no activity for 175 days.',
    outcomes: ['route-out', 'exception', 'hold', 'keep'],
    entry: {
      cause: 'unknown',
      at: null,
      actor: null,
      sentence: 'How the account came into the group is not known.',
    },
    check: ['The identity owner of Okta is right for this group.', 'The person is not on leave.'],
    proof: ['The issue key of the route-out.', 'The next scan, with the path gone.'],
    ...decided(GROUP),
  });
  synced.row = { ...synced.row, findings: ['inactive-seat'], decision: 'route-out' };
  const byDefault = aRow('default-group', {
    groupId: 'group-jira-users',
    sentence: `${name} is in the default group jira-users, which grants the role User on ${line.product}.`,
    suggestion: 'Look at why new accounts get into this group.',
    outcomes: ['local-removal', 'default-redesign', 'exception', 'hold', 'keep'],
    entry: {
      cause: 'first-access',
      at: '2026-11-06T09:00:00Z',
      actor: 'system',
      sentence: 'Came into the group on 2026-11-06: it opened the product for the first time.',
    },
    check: ['Who was added to the group by hand.'],
    ...decided('group-jira-users'),
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
    outcomes: [],
  });
  return {
    person: line.person,
    product: line.product,
    protectedAs: line.protectedAs,
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
