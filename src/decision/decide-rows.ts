import type { Snapshot } from '../contracts/snapshot';
import { DECISIONS, OWNERS } from '../contracts/vocabulary';
import { NO_GRANT, type PathTable, rolesOfRow } from '../access/path-table';
import { type Billing, billRow } from '../billing/row-billing';
import { billingOfRoles, type RoleBilling } from '../billing/roles';
import { type Ownership, ruleOfRow } from '../ownership/classify';
import type { DecisionColumns } from './columns';
import { laneOfOwner } from './lanes';

export type RowColumns = Pick<DecisionColumns, 'rowOwner' | 'rowDecision' | 'rowBillable'>;

/** How the roles of each row bill, by the role set they come from: there are few sets and many rows. */
export function indexRoleBilling(snapshot: Snapshot, paths: PathTable): (row: number) => RoleBilling {
  const throughGroups = snapshot.roleSets.map(billingOfRoles);
  const others = paths.extraRoleSets.map(billingOfRoles);
  return (row) => (paths.rowGrant[row] === NO_GRANT ? others : throughGroups)[paths.rowRoleSet[row]!]!;
}

/** Owner, lane and billing of every row. */
export function decideRows(
  snapshot: Snapshot,
  paths: PathTable,
  ownership: Ownership,
  billing: Billing,
): RowColumns {
  const rows = paths.rowVia.length;
  const columns: RowColumns = {
    rowOwner: new Uint8Array(rows),
    rowDecision: new Uint8Array(rows),
    rowBillable: new Uint8Array(rows),
  };
  const roleBilling = indexRoleBilling(snapshot, paths);
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const seat = billing.seatOf(paths.caseAccount[c]!, paths.caseResource[c]!);
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      const grant = paths.rowGrant[row]!;
      const group = grant === NO_GRANT ? null : snapshot.grants.group[grant]!;
      const { owner } = ruleOfRow(paths, ownership, row);
      const roles = roleBilling(row);
      const held = roles === 'unknown' || (group !== null && ownership.locked[group] === 1);
      const decision = roles === 'does-not-bill' ? 'none' : held ? 'hold' : laneOfOwner[owner].decision;
      columns.rowOwner[row] = OWNERS.indexOf(owner);
      columns.rowDecision[row] = DECISIONS.indexOf(decision);
      columns.rowBillable[row] = billRow(snapshot, seat, {
        via: paths.rowVia[row]!,
        group,
        roles: rolesOfRow(paths, snapshot.roleSets, row),
        billing: roles,
      });
    }
  }
  return columns;
}
