import type { DecisionCase, DecisionRow } from '../contracts/decisions';
import type { Owner } from '../contracts/vocabulary';
import type { RowEntry } from './entry-cause';
import { findingRules } from './findings';
import { laneOfOwner } from './lanes';

const OWNER_WORDS: Readonly<Record<Owner, string>> = {
  'idp-owned': 'the identity owner',
  'default-group': 'whoever designs the default group',
  'local-group': 'the group’s administrators',
  direct: 'the administrators who gave the role',
  inferred: 'the administrators of the organization',
  unknown: 'nobody that is known',
};

/** Whom any change to a path belongs to: its lane. Says nothing about whether a change is wanted. */
export function tellLane(row: DecisionRow): string {
  if (row.decision === 'none') return 'This path takes no seat.';
  if (row.decision === 'hold') return `On hold. ${row.hold ?? ''}`;
  return `Any change belongs to ${OWNER_WORDS[row.owner]}. ${laneOfOwner[row.owner].because}`;
}

const SUGGESTIONS: Partial<Readonly<Record<Owner, string>>> = {
  'idp-owned': 'Hand this path over to the identity owner, with its evidence.',
  'default-group': 'Review the membership, or the design of the default group.',
  'local-group': 'Review whether this local membership is still wanted.',
  direct: 'Review whether this direct role is still wanted.',
};

/** What is suggested for a row; null where nothing was found, for then nothing is to do. */
export function suggest(row: DecisionRow): string | null {
  if (row.findings.length === 0) return null;
  if (row.decision === 'hold') return 'Find out first: nothing may be changed while this is open.';
  const onlyMixed = row.findings.every((finding) => finding === 'mixed-paths');
  if (onlyMixed) return 'Decide the local rows first; this path keeps the seat whatever they become.';
  return SUGGESTIONS[row.owner] ?? null;
}

/** The rules that fired on a row, each with its reason. */
export function whyOf(row: DecisionRow): { rule: string; because: string }[] {
  const findings = findingRules.filter((rule) => row.findings.includes(rule.finding));
  return [
    { rule: row.rule, because: row.because },
    ...findings.map((rule) => ({ rule: rule.finding, because: rule.because })),
  ];
}

/** The facts that a careful reader still has to look up before he decides. */
export function factsToCheck(one: DecisionCase, row: DecisionRow, entry: RowEntry | null): string[] {
  const facts: string[] = [];
  if (row.owner === 'unknown') facts.push('Who owns this group: the API did not say.');
  if (row.owner === 'idp-owned' && row.path.idp === null)
    facts.push('Which identity provider writes this group.');
  if (row.owner === 'default-group' && entry?.because != null)
    facts.push(
      `How the account came into the group: grant, invite, sign-up or first access. ${entry.because}`,
    );
  if (one.identity.scim === 'unknown')
    facts.push('Whether the person is still active at the identity provider.');
  if (one.inactive === 'unknown') facts.push('Whether the product is used: no activity could be read.');
  if (!one.directChecked)
    facts.push('Whether a direct role stands beside the groups; it is read when a record is made.');
  return facts;
}

/** What frees the seat, and who would have to act. */
export function tellFreeing(one: DecisionCase): string {
  const { edits, byOwner } = one.freeing;
  if (edits === 0) return 'No path here holds a seat.';
  const owners = Object.entries(byOwner) as [Owner, number][];
  if (edits === 1) return `One edit by ${OWNER_WORDS[owners[0]![0]]} frees the seat.`;
  const parts = owners.map(([owner, count]) => `${count} by ${OWNER_WORDS[owner]}`);
  return `Only ${edits} edits together free the seat: ${parts.join(', ')}.`;
}
