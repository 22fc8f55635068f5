import type { LedgerLine } from '../../contracts/cycles';
import { isRowDecision, type ReviewRecord } from '../../contracts/records';
import type { Snapshot } from '../../contracts/snapshot';
import { membersOf } from '../sources/population';

/** An account on a product. */
export interface CaseRef {
  readonly accountId: string;
  readonly ari: string;
}

/** Whether a record is about a row of a case itself. */
export function isOnRowOf({ accountId, ari }: CaseRef, record: ReviewRecord): boolean {
  const isMine = (row: CaseRef): boolean => row.accountId === accountId && row.ari === ari;
  if (isRowDecision(record) || record.kind === 'boundary-exception') return isMine(record.row);
  return record.kind === 'override-attempt' && isMine(record.about);
}

/** What is known of a case besides its records. */
export interface CaseKnown {
  readonly ref: CaseRef;
  /** Lines of ledgers that are about the case. */
  readonly lines: readonly LedgerLine[];
  /** Groups through which the last scan shows a row of it. */
  readonly groupsNow: readonly string[];
  readonly snapshot: Snapshot;
}

/**
 * The records that a case’s history tells of: those on its rows; those that a ledger names as what answered a row of
 * it; and decisions on its sources as a whole, where they speak of its account. Oldest first.
 */
export function recordsOfCase(
  records: readonly ReviewRecord[],
  { ref, lines, groupsNow, snapshot }: CaseKnown,
): ReviewRecord[] {
  const onRows = records.filter((record) => isOnRowOf(ref, record));
  const groups = new Set([
    ...groupsNow,
    ...lines.map(({ row }) => row.groupId),
    ...onRows.map((record) => ('row' in record ? record.row.groupId : null)),
  ]);
  const named = new Set(lines.map(({ recordId }) => recordId));
  const account = snapshot.accounts.ids.indexOf(ref.accountId);
  const speaksOfIt = (record: ReviewRecord): boolean => {
    if (record.kind !== 'intent' && record.kind !== 'redesign') return false;
    if (record.source.ari !== ref.ari || !groups.has(record.source.groupId)) return false;
    // A redesign is about everybody who comes through the source.
    return record.kind === 'redesign' || (account !== -1 && membersOf(snapshot, record.population)(account));
  };
  return records
    .filter((record) => isOnRowOf(ref, record) || named.has(record.id) || speaksOfIt(record))
    .sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
}
