import { ROW_DECISIONS, type RowDecision } from '../../contracts/records';
import { isInForce } from '../../review/standing';
import type { Ports } from '../ports';

export interface CaseRecords {
  /** Newest first. */
  readonly records: readonly RowDecision[];
  /** How many of each kind hold now. */
  readonly counts: Partial<Record<RowDecision['kind'], number>>;
}

/** Looks up the decisions on the rows of one account on one product. */
export async function recordsByCase(ports: Ports): Promise<(accountId: string, ari: string) => CaseRecords> {
  const lists = await Promise.all(ROW_DECISIONS.map((kind) => ports.records.list(kind)));
  const byCase = new Map<string, RowDecision[]>();
  for (const record of lists.flat()) {
    const key = `${record.row.accountId}\n${record.row.ari}`;
    byCase.set(key, [...(byCase.get(key) ?? []), record]);
  }
  const now = ports.clock.now();
  return (accountId, ari) => {
    const records = (byCase.get(`${accountId}\n${ari}`) ?? []).sort(newestFirst);
    const counts: Partial<Record<RowDecision['kind'], number>> = {};
    for (const record of records) {
      if (isInForce(record, now)) counts[record.kind] = (counts[record.kind] ?? 0) + 1;
    }
    return { records, counts };
  };
}

/** A record stands before the one it replaced, even where both were made at the same moment. */
export function newestFirst(a: RowDecision, b: RowDecision): number {
  if (a.supersedes === b.id) return -1;
  if (b.supersedes === a.id) return 1;
  return a.recordedAt < b.recordedAt ? 1 : -1;
}
