import { NO_GRANT } from '../../access/path-table';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';

/** For each source, how many of its seats each other source on the same resource holds as well. */
export function countOverlaps(
  { paths, columns }: DecisionTable,
  wanted: (grant: number) => boolean = () => true,
): (grant: number) => ReadonlyMap<number, number> {
  const overlaps = new Map<number, Map<number, number>>();
  const none = new Map<number, number>();
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const here: number[] = [];
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      if (columns.rowBillable[row] === IS && paths.rowGrant[row] !== NO_GRANT)
        here.push(paths.rowGrant[row]!);
    }
    if (here.length < 2) continue;
    for (const grant of here) {
      if (!wanted(grant)) continue;
      const others = overlaps.get(grant) ?? new Map<number, number>();
      overlaps.set(grant, others);
      for (const other of here) if (other !== grant) others.set(other, (others.get(other) ?? 0) + 1);
    }
  }
  return (grant) => overlaps.get(grant) ?? none;
}

/** Cases whose seat comes through a source and that some synced group holds as well. */
export function casesAlsoSynced(
  { paths, columns }: DecisionTable,
  rows: Uint32Array,
  isSynced: (row: number) => boolean,
): number[] {
  const redundant: number[] = [];
  for (const row of rows) {
    if (columns.rowBillable[row] !== IS) continue;
    const c = paths.rowCase[row]!;
    for (let one = paths.rowStart[c]!; one < paths.rowStart[c + 1]!; one += 1) {
      if (one === row || columns.rowBillable[one] !== IS || !isSynced(one)) continue;
      redundant.push(c);
      break;
    }
  }
  return redundant;
}

/** Seats of a source that some synced group holds as well. */
export function seatsAlsoSynced(...of: Parameters<typeof casesAlsoSynced>): number {
  return casesAlsoSynced(...of).length;
}
