import { NO_GRANT } from '../../access/path-table';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';

/** A source through which open seats are held; `grant` is its index in the snapshot. */
export interface CauseOfSeats {
  readonly grant: number;
  readonly seats: number;
  /** Of those, the cases that nothing else holds. */
  readonly onlyHere: readonly number[];
}

/** The sources of some seats, those that hold most of them first. A seat held by two counts for both. */
export function causesOf({ paths, columns }: DecisionTable, seats: ReadonlySet<number>): CauseOfSeats[] {
  const causes = new Map<number, { seats: number; onlyHere: number[] }>();
  for (const c of seats) {
    const billing: number[] = [];
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1)
      if (columns.rowBillable[row] === IS) billing.push(paths.rowGrant[row]!);
    for (const grant of billing) {
      if (grant === NO_GRANT) continue;
      const cause = causes.get(grant) ?? { seats: 0, onlyHere: [] };
      cause.seats += 1;
      if (billing.length === 1) cause.onlyHere.push(c);
      causes.set(grant, cause);
    }
  }
  return [...causes]
    .map(([grant, cause]) => ({ grant, ...cause }))
    .sort((a, b) => b.seats - a.seats || b.onlyHere.length - a.onlyHere.length || a.grant - b.grant);
}
