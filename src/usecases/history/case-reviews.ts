import type { HistoryLine, UnknownRows } from '../../contracts/case-history';
import type { Cycle, LedgerLine } from '../../contracts/cycles';
import type { Settings } from '../../contracts/settings';
import type { CaseRef } from '../../review/history/concerns';
import type { Ports, StoredRecord } from '../ports';
import { cycleNow } from '../review/end-cycle';
import type { TellPathThen } from './path-then';

/** A review, and what the rows of one case were in it or why nobody knows. */
export interface CaseReview {
  readonly cycle: Cycle;
  readonly lines: readonly LedgerLine[] | UnknownRows;
}

/**
 * What the rows of a case were in each of some reviews: read from the ledger that was kept at its end, or as they
 * stand now in the open one.
 */
export async function reviewsOfCase(
  ports: Ports,
  settings: Settings,
  { accountId, ari }: CaseRef,
  { cycles, stored }: { cycles: readonly Cycle[]; stored: readonly StoredRecord[] },
): Promise<CaseReview[]> {
  const linesOf = async (cycle: Cycle): Promise<readonly LedgerLine[] | UnknownRows> => {
    if (cycle.state === 'open') return (await cycleNow(ports, settings, cycle, stored)).lines;
    if (cycle.ending !== null) return (await ports.cycles.ledger(cycle.ending.ledgerHash)) ?? 'not-kept';
    return cycle.state === 'collecting' ? 'scan-awaited' : 'no-scan';
  };
  const isMine = ({ row }: LedgerLine): boolean => row.accountId === accountId && row.ari === ari;
  const reviews: CaseReview[] = [];
  // One after the other: the ledgers of a large organization need not be in memory together.
  for (const cycle of cycles) {
    const lines = await linesOf(cycle);
    reviews.push({ cycle, lines: typeof lines === 'string' ? lines : lines.filter(isMine) });
  }
  return reviews;
}

/** How a review stands in the history of a case. */
export function lineOfReview({ cycle, lines }: CaseReview, at: number, tell: TellPathThen): HistoryLine {
  const { id, state, opening, ending } = cycle;
  return {
    is: 'review',
    at: new Date(at).toISOString(),
    by: ending?.by ?? null,
    cycleId: id,
    state,
    verdict: opening?.verdict ?? null,
    rows:
      typeof lines === 'string'
        ? lines
        : lines.map(({ row, disposition, recordId }) => ({ path: tell(row), disposition, recordId })),
  };
}
