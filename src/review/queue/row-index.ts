import type { RowRef } from '../../contracts/evidence';
import { NO_GRANT, VIA_NAMES } from '../../access/path-table';
import { indexCasesOf } from '../../decision/cases-of';
import type { DecisionTable } from '../../decision/tell';

/** Finds the row that a reference names; -1 where the table has none. */
export function indexRows(table: DecisionTable): (ref: RowRef) => number {
  const { snapshot, paths } = table;
  const accountOf = new Map(snapshot.accounts.ids.map((id, account) => [id, account]));
  const resourceOf = new Map(snapshot.resources.map(({ ari }, resource) => [ari, resource]));
  const casesOf = indexCasesOf(table);
  return ({ accountId, ari, via, groupId }) => {
    const account = accountOf.get(accountId);
    const resource = resourceOf.get(ari);
    if (account === undefined || resource === undefined) return -1;
    const { from, to } = casesOf(account);
    for (let c = from; c < to; c += 1) {
      if (paths.caseResource[c] !== resource) continue;
      for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
        if (VIA_NAMES[paths.rowVia[row]!] === via && groupIdOfRow(table, row) === groupId) return row;
      }
    }
    return -1;
  };
}

export function groupOfRow({ snapshot, paths }: DecisionTable, row: number): number | null {
  const grant = paths.rowGrant[row]!;
  return grant === NO_GRANT ? null : snapshot.grants.group[grant]!;
}

export function groupIdOfRow(table: DecisionTable, row: number): string | null {
  const group = groupOfRow(table, row);
  return group === null ? null : table.snapshot.groups.ids[group]!;
}

export function refOfRow(table: DecisionTable, row: number): RowRef {
  const { snapshot, paths } = table;
  const c = paths.rowCase[row]!;
  return {
    accountId: snapshot.accounts.ids[paths.caseAccount[c]!]!,
    ari: snapshot.resources[paths.caseResource[c]!]!.ari,
    via: VIA_NAMES[paths.rowVia[row]!]!,
    groupId: groupIdOfRow(table, row),
  };
}
