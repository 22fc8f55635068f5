import { tellPath } from '../../src/access/sentence';
import { type DecisionCase, type DecisionRow } from '../../src/contracts/decisions';
import { type RowDecision } from '../../src/contracts/records';
import { type CaseLine, type CaseView, type RowView } from '../../src/contracts/case-views';
import { type Owner } from '../../src/contracts/vocabulary';
import { factsToCheck, suggest, tellFreeing, tellLane, whyOf } from '../../src/decision/advice';
import { type RowEntry, tellEntry } from '../../src/decision/entry-cause';
import { tellFacts } from '../../src/decision/four-facts';
import { holdReasons, laneOfOwner } from '../../src/decision/lanes';
import { ownershipRules } from '../../src/ownership/rules';
import { isSettled } from '../../src/review/standing';
import { predictEdit } from '../../src/review/overrides/edit-by-hand';
import { GROUP, NOW, personAt } from './example-org';

const RULES = {
  'idp-owned': 'synced-group',
  'default-group': 'default-group',
  'local-group': 'local-group',
  direct: 'direct-role',
  inferred: 'inferred-role',
  unknown: 'source-not-read',
} as const satisfies Record<Owner, string>;

/** A path as the app tells it: a sentence that was made up would have no other language. */
function aRow(owner: Owner, change: Partial<RowView>, found: Partial<DecisionRow> = {}): RowView {
  const groupId = change.groupId ?? null;
  const rule = ownershipRules.find(({ id }) => id === RULES[owner])!;
  const row: DecisionRow = {
    path: {
      via: change.via ?? 'group',
      ...(groupId === null ? {} : { groupId, groupName: groupId.replace('group-', '') }),
      roles: ['atlassian/user'],
      idp: null,
    },
    owner,
    rule: rule.id,
    because: rule.because,
    signal: laneOfOwner[owner].signal,
    decision: laneOfOwner[owner].decision,
    hold: null,
    findings: [],
    billable: true,
    anomalies: [],
    ...found,
  };
  return {
    row,
    via: 'group',
    groupId: null,
    sentence: '',
    entry: null,
    lane: tellLane(row),
    suggestion: suggest(row),
    why: whyOf(row),
    source: {
      url: 'https://support.atlassian.com/provisioning-users/docs/understand-user-provisioning/',
      checked: '2026-11-20',
    },
    outcomes: [],
    missingForRouteOut: [],
    handOver: null,
    check: [],
    proof: ['The path with its roles, its owner and the rule that said so.', 'Who decided, when and why.'],
    records: [],
    decided: false,
    next: null,
    editByHand: predictEdit(row),
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
    return { records: mine, decided: mine[0] !== undefined && isSettled(mine[0], Date.parse(NOW)) };
  };
  const synced = aRow(
    'idp-owned',
    {
      groupId: GROUP,
      outcomes: ['route-out', 'exception', 'hold', 'keep'],
      handOver: {
        provider: 'Okta',
        assumed: false,
        asked: personAt(1).accountId,
        projectKey: 'IAM',
        groupFirst: false,
      },
      entry: {
        cause: 'unknown',
        at: null,
        actor: null,
        sentence:
          'How the account came into the group is not known. The audit log was not read in this scan.',
      },
      ...decided(GROUP),
    },
    {
      findings: ['inactive-seat'],
      path: {
        via: 'group',
        groupId: GROUP,
        groupName: 'contractors',
        roles: ['atlassian/user'],
        idp: { scimDirectoryId: 'scim-okta', scimGroupId: 'scim-contractors' },
      },
    },
  );
  const entry: RowEntry = {
    cause: 'first-access',
    at: Date.parse('2026-11-06T09:00:00Z'),
    actor: 'system',
    because: null,
    formerlyDefaultUntil: null,
  };
  const byDefault = aRow(
    'default-group',
    {
      groupId: 'group-jira-users',
      outcomes: ['local-removal', 'default-redesign', 'exception', 'hold', 'keep'],
      entry: {
        cause: entry.cause,
        at: '2026-11-06T09:00:00Z',
        actor: entry.actor,
        sentence: tellEntry(entry, (actor) => actor),
      },
      ...decided('group-jira-users'),
    },
    {
      findings: ['unproven-default', 'mixed-paths'],
      decision: 'hold',
      hold: holdReasons.locked.because,
    },
  );
  const healthy = aRow('inferred', { via: 'inferred' }, { decision: 'none', billable: false });
  const told: DecisionCase = {
    accountId: line.person.accountId,
    ari: line.ari,
    billable: line.billable,
    billableBecause:
      'Billed: an active account with atlassian/user through the group “contractors” and 1 more path.',
    identity: {
      accountType: 'atlassian',
      accountStatus: 'active',
      membershipStatus: 'active',
      claimStatus: 'managed',
      managementSource: 'okta',
      scim: 'unknown',
    },
    lastActive: '2026-06-01T00:00:00Z',
    inactive: true,
    directChecked: false,
    split: true,
    signals: line.signals,
    freeing: { edits: 2, byOwner: { 'default-group': 1, 'idp-owned': 1 } },
    rows: [synced.row, byDefault.row, healthy.row],
  };
  const facts = tellFacts(told);
  return {
    person: line.person,
    product: line.product,
    protectedAs: line.protectedAs,
    case: told,
    activity: line.activity,
    facts: {
      identity: { scim: told.identity.scim, sentence: facts.identity },
      account: { sentence: facts.account },
      productAccess: { sentence: facts.productAccess },
      groups: [
        { groupId: GROUP, name: 'contractors', owner: 'idp-owned' },
        { groupId: 'group-jira-users', name: 'jira-users', owner: 'default-group' },
      ],
    },
    freeing: tellFreeing(told),
    rows: [synced, byDefault, healthy].map((one) => ({
      ...one,
      sentence: tellPath(name, line.product, one.row),
      check: factsToCheck(told, one.row, null),
    })),
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
