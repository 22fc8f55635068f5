import type { LocalAction, Redesign } from '../../contracts/records';
import type { RouteOut } from '../../contracts/route-outs';
import { seatsFreed } from '../../decision/freed-seats';
import { indexCasesOf } from '../../decision/cases-of';
import type { PoolTerms } from '../../decision/pool-seats';
import type { DecisionTable } from '../../decision/tell';
import { groupIdOfRow, indexRows } from '../queue/row-index';
import { rowsTakenBy } from '../sources/change';
import { findGrant } from '../sources/source-facts';
import type { Proposal } from './propose';

/** A decision that takes something away. */
export type Removal = RouteOut | LocalAction | Redesign;

/**
 * The seats that decisions would free in a table, all of them together: one takes the synced path and another one
 * the local path of the same seat. `syncHoursOf`: hours within which the identity provider has synced that writes what
 * a decision takes; 0 where none does.
 */
export function proposalsOf(
  table: DecisionTable,
  pools: readonly PoolTerms[],
  removals: readonly Removal[],
  syncHoursOf: (removal: Removal) => number,
): Proposal[] {
  const rowsOf = indexRemovals(table);
  const byRow = new Map<number, Removal[]>();
  for (const removal of removals) {
    for (const row of rowsOf(removal)) byRow.set(row, [...(byRow.get(row) ?? []), removal]);
  }
  return seatsFreed(table, pools, new Set(byRow.keys())).map(({ seat, rows }) => {
    const by = [...new Set(rows.flatMap((row) => byRow.get(row)!))];
    return {
      seat,
      recordIds: by.map(({ id }) => id).sort(),
      decidedAt: by
        .map(({ recordedAt }) => recordedAt)
        .sort()
        .at(-1)!,
      syncHours: Math.max(0, ...by.map(syncHoursOf)),
    };
  });
}

/** The rows that go with a decision. Whoever leaves a group loses every product that it grants. */
function indexRemovals(table: DecisionTable): (removal: Removal) => readonly number[] {
  const { paths } = table;
  const rowOf = indexRows(table);
  const casesOf = indexCasesOf(table);
  /** Every row of the account of a row through the same group. */
  const withMembership = (row: number): number[] => {
    const groupId = groupIdOfRow(table, row);
    const { from, to } = casesOf(paths.caseAccount[paths.rowCase[row]!]!);
    const rows: number[] = [];
    for (let one = paths.rowStart[from]!; one < paths.rowStart[to]!; one += 1)
      if (groupIdOfRow(table, one) === groupId) rows.push(one);
    return rows;
  };
  return (removal) => {
    if (removal.kind === 'redesign') {
      const grant = findGrant(table, removal.source.groupId, removal.source.ari);
      if (grant === null) return [];
      const rows = rowsTakenBy(table, grant, removal.change);
      return removal.change.do === 'split-group' ? rows.flatMap(withMembership) : rows;
    }
    const row = rowOf(removal.row);
    if (row === -1) return [];
    return removal.row.groupId === null ? [row] : withMembership(row);
  };
}
