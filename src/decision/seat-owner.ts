import type { SeatOwner, SeatsByOwner } from '../contracts/cycles';
import { OWNERS } from '../contracts/vocabulary';
import { IS } from './columns';
import type { DecisionTable } from './tell';

/** The one owner of all billing paths of a case, or `several`. */
export function seatOwner({ paths, columns }: DecisionTable, c: number): SeatOwner {
  let owner: SeatOwner | null = null;
  for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
    if (columns.rowBillable[row] !== IS) continue;
    const here = OWNERS[columns.rowOwner[row]!]!;
    if (owner !== null && owner !== here) return 'several';
    owner = here;
  }
  return owner ?? 'unknown';
}

/** The billing seats on the resources asked for, by owner; they add up to all of them. */
export function countSeatsByOwner(table: DecisionTable, wanted: (resource: number) => boolean): SeatsByOwner {
  const { paths, columns } = table;
  const counts: SeatsByOwner = {};
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    if (columns.caseBillable[c] !== IS || !wanted(paths.caseResource[c]!)) continue;
    const owner = seatOwner(table, c);
    counts[owner] = (counts[owner] ?? 0) + 1;
  }
  return counts;
}
