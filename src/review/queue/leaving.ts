import { IS_NOT } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';
import { type PlacedRows, placeOf } from './places';

/** Whether it has been decided that a path goes, and nothing says that it did not. */
export function isLeaving(placed: PlacedRows, row: number): boolean {
  if (placeOf(placed, row) !== 'decided' || placed.lead[row] !== row) return false;
  const { kind } = placed.records[placed.record[row]!]!;
  return kind === 'route-out' || kind === 'local-action';
}

/** Whether a case bills, or may bill, through a path that stays when the given ones are gone. */
export function isKeptBeside(
  { paths, columns }: DecisionTable,
  placed: PlacedRows,
  c: number,
  gone: readonly number[],
): boolean {
  for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
    if (columns.rowBillable[row] !== IS_NOT && !gone.includes(row) && !isLeaving(placed, row)) return true;
  }
  return false;
}
