import type { Population, ProtectionRule, ReviewRecord, SourceChange } from '../contracts/records';

/* What a record says, in sentences for somebody who has no Seatpath at hand. */

/** How accounts, groups and products are called; ids where no name is known. */
export interface Names {
  readonly person: (accountId: string) => string;
  readonly group: (groupId: string) => string;
  readonly product: (ari: string) => string;
}

/** The kinds of decisions in words. */
export const KIND_WORDS: Readonly<Record<ReviewRecord['kind'], string>> = {
  'route-out': 'Route-out',
  exception: 'Exception',
  hold: 'Hold',
  keep: 'Keep',
  'local-action': 'Local action',
  intent: 'Standing decision',
  redesign: 'Redesign',
  protection: 'Protection',
  'source-attestation': 'Attestation of a source',
  'settings-attestation': 'Attestation of settings',
  stewardship: 'Steward',
  'group-profile': 'Group at the identity provider',
  'request-issue': 'Issue for an identity owner',
  pool: 'Billing pool',
  'invoice-line': 'Invoice line',
  'boundary-exception': 'Boundary exception',
  'override-attempt': 'Attempt to override a sync',
};

const CONDITION_WORDS = {
  'owner-known': 'as soon as the owner is known',
  'complete-scan': 'as soon as a scan is complete',
  'activity-known': 'as soon as the activity is known',
} as const;

function tellPopulation({ claimStatuses, domains }: Population): string {
  const statuses = claimStatuses.length === 0 ? 'all' : claimStatuses.join(', ');
  return `${statuses} accounts of ${domains.length === 0 ? 'every domain' : domains.join(', ')}`;
}

function tellChange(change: SourceChange, names: Names): string {
  switch (change.do) {
    case 'revoke-grant':
      return 'Revoke the grant';
    case 'unset-default':
      return 'Stop being a default group';
    case 'move-default':
      return `Make ${names.group(change.toGroupId)} the default group instead`;
    case 'split-group':
      return `Split the group; kept for ${tellPopulation(change.keep)}`;
    case 'change-role':
      return `Change the role from ${change.from} to ${change.to}`;
  }
}

function tellRule(rule: ProtectionRule, names: Names): string {
  switch (rule.by) {
    case 'account':
      return names.person(rule.accountId);
    case 'email-pattern':
      return `addresses like ${rule.pattern}`;
    case 'group':
      return `members of ${names.group(rule.groupId)}`;
    case 'direct-role':
      return `holders of ${rule.role} on ${names.product(rule.ari)}`;
  }
}

/** What was approved: what is to be done or left, for whom, who answers for it. */
export function tellTerms(record: ReviewRecord, names: Names): string {
  switch (record.kind) {
    case 'route-out':
      return record.identityOwner === null
        ? `Hand it over to the identity owner of ${record.idpName}.`
        : `Hand it over to ${names.person(record.identityOwner)}, identity owner of ${record.idpName}.`;
    case 'exception':
      return [
        `It stays until ${record.expiresOn} (${record.class}). ${names.person(record.ownedBy)} answers for it.`,
        ...(record.dependency === '' ? [] : [`Needed by: ${record.dependency}`]),
      ].join(' ');
    case 'hold': {
      const sooner = record.condition === null ? '' : `, or ${CONDITION_WORDS[record.condition]}`;
      return `Nothing is changed until ${record.expiresOn}${sooner}. ${names.person(record.ownedBy)} finds out.`;
    }
    case 'keep':
      return `It is right as it is, and asked about again after ${record.expiresOn}.`;
    case 'local-action':
      return record.edit === 'membership'
        ? 'Remove the membership by hand.'
        : 'Remove the direct role by hand.';
    case 'intent':
      return `Intended for ${tellPopulation(record.population)}, up to ${record.cap} seats, until ${record.expiresOn}. ${names.person(record.steward)} answers for it.`;
    case 'redesign':
      return `${tellChange(record.change, names)}. People who lose access: ${record.losesAccess.count}; seats that become free: ${record.losesSeat.count}.`;
    case 'protection':
      return `No bulk touches ${tellRule(record.rule, names)} until ${record.expiresOn} (${record.class}). ${names.person(record.steward)} answers for it.`;
    case 'source-attestation':
      return record.says === 'idp'
        ? 'The identity provider writes the group.'
        : 'Nobody syncs the group: administrators edit it.';
    case 'settings-attestation':
      return `Approved domains: ${record.approvedDomains}. Invitations: ${record.invitePolicy}`;
    case 'stewardship':
      return `${names.person(record.steward)} answers for the group.`;
    case 'group-profile':
      return `People get into ${record.nameAtIdp} by: ${record.membership}. ${record.changeRoute}`.trim();
    case 'request-issue':
      return `Ask ${names.person(record.identityOwner)} about ${record.groupName}: ${record.request}.`;
    case 'pool':
      return `${record.name}: ${record.members.map(names.product).join(', ')}, per ${record.countedPer}, ${record.term}.`;
    case 'boundary-exception':
      return `Remove the membership by hand although ${record.idpName} writes it, by ${record.expiresOn}. The identity owner has to agree.`;
    case 'override-attempt':
      return `Refused: ${record.refusedBecause}`;
    case 'invoice-line':
      return `${record.seats} seats billed for the period from ${record.period}.`;
  }
}

const STATE_WORDS: Readonly<Record<ReviewRecord['state'], string>> = {
  standing: 'In force',
  ended: 'Ended before its last day',
  superseded: 'Replaced by a later decision',
  'needs-owner': 'Recorded; it needs an identity owner',
  'needs-profile': 'Recorded; it is asked first how people get into the group',
  ready: 'Recorded; its issue has not been created yet',
  acknowledged: 'Taken on by the identity owner',
  'done-claimed': 'Said to be done; nobody has seen it yet',
  'not-confirmed': 'Said to be done; the access is still there',
  disputed: 'The identity owner says no',
  wanted: 'Waits to be created in Jira',
  asked: 'Jira is being asked for it',
  unknown: 'Jira has not answered; it is being looked for',
  open: 'With the identity owner',
  accepted: 'Taken on by the identity owner',
  finished: 'Answered',
  declined: 'Declined by the identity owner',
  sent: 'Handed over',
  withdrawn: 'Withdrawn',
  planned: 'Planned; somebody else has to approve it',
  approved: 'Approved; nobody has taken it on yet',
  claimed: 'Said to be done; waits for a scan to confirm it',
  confirmed: 'Confirmed: it was looked for and is gone',
  returned: 'Given back: the access is still there',
  proposed: 'Proposed; somebody else has to approve it',
  void: 'Void: what it was decided on has changed',
  used: 'Used: its edit is planned',
  refused: 'Refused',
};

/** What came of a decision until now. */
export function tellResult(record: ReviewRecord, inForce: boolean): string {
  const waits = record.state === 'standing' || record.state === 'proposed';
  if (waits && !inForce) return 'No longer in force: its last day is over';
  const issue = record.kind === 'route-out' && record.issueKey !== null ? ` as ${record.issueKey}` : '';
  return `${STATE_WORDS[record.state]}${issue}`;
}

/** Every step that a record has taken, with who and why. */
export function tellSteps({ steps }: ReviewRecord, names: Names): string {
  return steps
    .map(({ to, at, by, note }) => {
      const who = by === 'seatpath' ? 'Seatpath' : names.person(by);
      return `${at} ${to} by ${who}${note === '' ? '' : `: ${note}`}`;
    })
    .join('; ');
}
