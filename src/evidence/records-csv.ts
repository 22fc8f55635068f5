import type { Step } from '../contracts/record-base';
import type { ReviewRecord } from '../contracts/records';
import { tellPath } from '../access/sentence';
import { tellFindings } from './finding-words';
import { KIND_WORDS, type Names, tellResult, tellSteps, tellTerms } from './tell-record';

/** One line a decision, in the order of the questions: who, which product, why billed, what, by whom, when, result. */
export const RECORDS_CSV_COLUMNS = [
  'person',
  'product',
  'group',
  'path',
  'why billed',
  'owner of the path',
  'owner because',
  'found',
  'last active',
  'decision',
  'what was approved',
  'reason',
  'decided by',
  'decided at',
  'approved by',
  'approved at',
  'result',
  'in force',
  'last day',
  'steps',
  'review',
  'scan finished at',
  'scan verdict',
  'account id',
  'product id',
  'group id',
  'record id',
  'replaces record',
] as const;

/** A record as a line under `RECORDS_CSV_COLUMNS`. What it rests on is told as it was known then, not as it is now. */
export function tellRecordLine(record: ReviewRecord, names: Names, inForce: boolean): string[] {
  const about = subjectOfLine(record);
  const evidence = 'evidence' in record ? record.evidence : null;
  const approved = approvalOf(record);
  return [
    about.accountId === null ? '' : names.person(about.accountId),
    about.ari === null ? (about.site ?? '') : names.product(about.ari),
    evidence?.groupName ?? (about.groupId === null ? '' : names.group(about.groupId)),
    tellPathOf(record, names),
    whyBilled(record),
    evidence?.owner ?? '',
    evidence?.because ?? '',
    'row' in record ? tellFindings(record.evidence) : '',
    'row' in record ? record.evidence.lastActive : '',
    KIND_WORDS[record.kind],
    tellTerms(record, names),
    record.reason,
    names.person(record.recordedBy),
    record.recordedAt,
    approved === null ? '' : approved.by === 'seatpath' ? 'Seatpath' : names.person(approved.by),
    approved?.at ?? '',
    tellResult(record, inForce),
    inForce ? 'yes' : 'no',
    'expiresOn' in record ? record.expiresOn : '',
    tellSteps(record, names),
    record.cycleId ?? '',
    evidence?.scannedAt ?? '',
    evidence?.verdict ?? '',
    about.accountId ?? '',
    about.ari ?? about.site ?? '',
    about.groupId ?? '',
    record.id,
    record.supersedes ?? '',
  ];
}

interface Subject {
  readonly accountId: string | null;
  readonly ari: string | null;
  readonly groupId: string | null;
  readonly site: string | null;
}

function subjectOfLine(record: ReviewRecord): Subject {
  const nothing: Subject = { accountId: null, ari: null, groupId: null, site: null };
  if ('row' in record) {
    const { accountId, ari, groupId } = record.row;
    return { ...nothing, accountId, ari, groupId };
  }
  if (record.kind === 'override-attempt') {
    const { accountId, ari, groupId } = record.about;
    return { ...nothing, accountId, ari, groupId };
  }
  if ('source' in record) return { ...nothing, ari: record.source.ari, groupId: record.source.groupId };
  if ('groupId' in record) return { ...nothing, groupId: record.groupId };
  if (record.kind === 'settings-attestation') return { ...nothing, site: record.cloudId };
  if (record.kind !== 'protection') return nothing;
  switch (record.rule.by) {
    case 'account':
      return { ...nothing, accountId: record.rule.accountId };
    case 'group':
      return { ...nothing, groupId: record.rule.groupId };
    case 'direct-role':
      return { ...nothing, ari: record.rule.ari };
    case 'email-pattern':
      return nothing;
  }
}

function tellPathOf(record: ReviewRecord, names: Names): string {
  if ('row' in record) {
    const { via, accountId, ari, groupId } = record.row;
    const { roles, groupName } = record.evidence;
    const path = { via, roles, groupName: groupName ?? groupId ?? '' };
    return tellPath(names.person(accountId), names.product(ari), { path });
  }
  if (!('source' in record)) return '';
  const { groupName, roles, people } = record.evidence;
  return `${people === 1 ? '1 person is' : `${people} people are`} in the group “${groupName}”, which gives ${roles.join(', ')} on ${names.product(record.source.ari)}.`;
}

function whyBilled(record: ReviewRecord): string {
  if ('row' in record) return record.evidence.billableBecause;
  if (!('source' in record)) return '';
  const { seats, seatsOnlyHere } = record.evidence;
  return `Seats through the group: ${seats}; through no other: ${seatsOnlyHere}.`;
}

/** The step by which a second person agreed; null where none was asked, or none has agreed yet. */
function approvalOf({ kind, steps }: ReviewRecord): Step | null {
  const agreed = kind === 'intent' ? 'standing' : 'approved';
  return steps.find(({ to }) => to === agreed) ?? null;
}
