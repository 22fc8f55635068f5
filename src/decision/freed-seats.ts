import type { SeatRef } from '../contracts/savings';
import { IS, UNKNOWN } from './columns';
import { indexCasesOf } from './cases-of';
import { indexPools, keyOfSeat, type PoolTerms, seatIn } from './pool-seats';
import type { DecisionTable } from './tell';

/** A seat that is billed now and would not be any more, and the rows of it that bill. */
export interface FreedSeat {
  readonly seat: SeatRef;
  readonly rows: readonly number[];
}

/**
 * The seats that become free in their pools when a set of rows is gone, whoever takes which of them away. A
 * seat with one path left that bills, or might, is not among them: not with one of two groups, nor with one of two
 * products of a collection.
 */
export function seatsFreed(
  table: DecisionTable,
  pools: readonly PoolTerms[],
  gone: ReadonlySet<number>,
): FreedSeat[] {
  const { paths, columns } = table;
  const poolsOf = indexPools(table, pools);
  const casesOf = indexCasesOf(table);
  const accounts = new Set([...gone].map((row) => paths.caseAccount[paths.rowCase[row]!]!));
  const freed: FreedSeat[] = [];
  for (const account of [...accounts].sort((a, b) => a - b)) {
    const seats = new Map<string, { seat: SeatRef; rows: number[]; stays: boolean }>();
    const { from, to } = casesOf(account);
    for (let c = from; c < to; c += 1) {
      for (const pool of poolsOf(paths.caseResource[c]!)) {
        const seat = seatIn(table, pool, c);
        const key = `${pool.poolId} ${keyOfSeat(seat)}`;
        const known = seats.get(key) ?? { seat, rows: [], stays: false };
        seats.set(key, known);
        for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
          const billable = columns.rowBillable[row]!;
          if (gone.has(row)) {
            if (billable === IS) known.rows.push(row);
          } else if (billable === IS || billable === UNKNOWN) known.stays = true;
        }
      }
    }
    for (const { seat, rows, stays } of seats.values())
      if (!stays && rows.length > 0) freed.push({ seat, rows });
  }
  return freed;
}
