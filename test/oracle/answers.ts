import type { ReviewRecord, RowDecision } from '../../src/contracts/records';
import type { OutcomeCase, OutcomeRow } from './outcome';
import type { Sight } from './sight';

export interface RowAnswer {
  readonly record: RowDecision;
  /** Why the record answers no longer, as a reviewer is told; null where it does. */
  readonly cause: string | null;
}

const isOnRow = (record: ReviewRecord): record is RowDecision => 'row' in record;

/** The decision on a row itself, if there is one that still says something (docs/review-cycle.md, Open again). */
export function answerOfRow(
  found: OutcomeCase,
  { path, ...row }: OutcomeRow,
  sight: Sight,
): RowAnswer | null {
  const record = sight.records
    .filter(isOnRow)
    .find(
      ({ row: ref }) =>
        ref.accountId === found.accountId &&
        ref.ari === found.ari &&
        ref.via === path.via &&
        (ref.groupId ?? undefined) === path.groupId,
    );
  if (record === undefined || ['ended', 'withdrawn', 'superseded'].includes(record.state)) return null;
  const holds = { record, cause: null };
  const back = (cause: string): RowAnswer => ({ record, cause });
  if (record.kind === 'route-out') return holds;
  if (record.kind === 'local-action') {
    const moved = record.steps.at(-1)?.at ?? record.recordedAt;
    if (record.state === 'returned')
      return back('The change was claimed or given back, and the access is still there.');
    const isBack = record.state === 'confirmed' && sight.scanBegan > Date.parse(moved);
    return isBack ? back('It was confirmed gone, and is here again.') : holds;
  }
  const isOver = new Date(sight.now).toISOString().slice(0, 10) > record.expiresOn;
  if (record.kind === 'hold') {
    if (isOver) return back('The hold has ended.');
    const hasCome = {
      'owner-known': row.owner !== 'unknown',
      'activity-known': found.lastActive !== 'unknown',
      'complete-scan': sight.scanComplete,
    };
    return record.condition !== null && hasCome[record.condition]
      ? back('What the hold waited for has come.')
      : holds;
  }
  if (isOver) {
    return back(
      record.kind === 'keep' ? 'The decision to keep it is due for review.' : 'The exception has ended.',
    );
  }
  const knew: readonly string[] = record.evidence.findings;
  const isNew = row.findings.some((finding) => finding !== 'mixed-paths' && !knew.includes(finding));
  return record.evidence.owner !== row.owner || isNew
    ? back('Something was found since that the decision did not know.')
    : holds;
}
