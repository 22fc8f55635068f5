import type { Snapshot } from '../contracts/snapshot';
import type { Owner } from '../contracts/vocabulary';
import { NO_GRANT, type PathTable, rolesOfRow, VIA_DIRECT, VIA_GROUP } from '../access/path-table';
import { billingOfRole } from '../billing/roles';
import { indexSuspensions, rolesInForce } from '../billing/suspension';
import { type Ownership, ruleOfRow } from '../ownership/classify';

export interface Freeing {
  readonly edits: number;
  readonly byOwner: Partial<Record<Owner, number>>;
}

/**
 * The smallest set of removals that frees the seat of a case. Each group runs through a membership
 * edge of its own, so no two paths share an edit: one for each group that gives a role that bills,
 * one for each direct role that bills. Changing grants is the sources' business and not counted here.
 */
export function indexFreeing(
  snapshot: Snapshot,
  paths: PathTable,
  ownership: Ownership,
): (c: number) => Freeing {
  const suspensionOf = indexSuspensions(snapshot);
  return (c) => {
    const suspension = suspensionOf(paths.caseAccount[c]!, paths.caseResource[c]!);
    const byOwner = new Map<Owner, number>();
    let edits = 0;
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      const via = paths.rowVia[row]!;
      if (via !== VIA_GROUP && via !== VIA_DIRECT) continue;
      const grant = paths.rowGrant[row]!;
      const group = grant === NO_GRANT ? null : snapshot.grants.group[grant]!;
      const roles = rolesInForce(snapshot, suspension, {
        via,
        group,
        roles: rolesOfRow(paths, snapshot.roleSets, row),
      });
      const billing = roles.filter((role) => billingOfRole(role) === 'bills').length;
      const here = via === VIA_GROUP ? Math.min(1, billing) : billing;
      if (here === 0) continue;
      const { owner } = ruleOfRow(paths, ownership, row);
      byOwner.set(owner, (byOwner.get(owner) ?? 0) + here);
      edits += here;
    }
    return { edits, byOwner: Object.fromEntries([...byOwner].sort(([a], [b]) => (a < b ? -1 : 1))) };
  };
}
