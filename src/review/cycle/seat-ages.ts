import { NO_GRANT } from '../../access/path-table';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';

/**
 * Since when each case of a table is known to hold a seat without a break: epoch seconds, 0 where it holds none.
 * Index for index with the cases of that table.
 */
export type SeatAges = Uint32Array;

const keyOf = ({ snapshot, paths }: DecisionTable, c: number): string =>
  `${snapshot.accounts.ids[paths.caseAccount[c]!]!} ${snapshot.resources[paths.caseResource[c]!]!.ari}`;

/**
 * Carries the ages of seats over to a newer table. A seat that is there for the first time is as old as this
 * look, unless the audit log knows when its account came into a group that still holds it.
 */
export function carrySeatAges(
  earlier: { readonly table: DecisionTable; readonly ages: SeatAges } | null,
  later: DecisionTable,
  now: number,
): SeatAges {
  const known = new Map<string, number>();
  if (earlier !== null) {
    for (let c = 0; c < earlier.ages.length; c += 1) {
      if (earlier.ages[c] !== 0) known.set(keyOf(earlier.table, c), earlier.ages[c]!);
    }
  }
  const entered = indexEntries(later);
  return Uint32Array.from(later.paths.caseAccount, (_, c) => {
    if (later.columns.caseBillable[c] !== IS) return 0;
    const first = known.get(keyOf(later, c)) ?? Math.floor(now / 1000);
    return Math.min(first, entered(c));
  });
}

/** When the account of a case came into the group that holds it longest, as the audit log knows; epoch seconds, or Infinity. */
function indexEntries({ snapshot, paths, columns }: DecisionTable): (c: number) => number {
  const { entries } = snapshot.history;
  const at = new Map<string, number>();
  for (let e = 0; e < entries.at.length; e += 1) {
    at.set(`${entries.account[e]!} ${entries.group[e]!}`, Math.floor(entries.at[e]! / 1000));
  }
  return (c) => {
    let oldest = Infinity;
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      const grant = paths.rowGrant[row]!;
      if (grant === NO_GRANT || columns.rowBillable[row] !== IS) continue;
      const entry = at.get(`${paths.caseAccount[c]!} ${snapshot.grants.group[grant]!}`);
      if (entry !== undefined) oldest = Math.min(oldest, entry);
    }
    return oldest;
  };
}
