import type { Redesign } from '../../contracts/records';
import type { DecisionTable } from '../../decision/tell';
import { membersOf } from './population';
import { findGrant, indexRowsOfGrants } from './source-facts';

/** Whether a scan shows that the change of a source has been made, as a whole. */
export function isDone(table: DecisionTable, { source, change, evidence }: Redesign): boolean {
  const grant = findGrant(table, source.groupId, source.ari);
  const { defaultRole } = evidence;
  if (change.do === 'move-default') {
    return (
      !isDefault(table, grant, defaultRole) &&
      isDefault(table, findGrant(table, change.toGroupId, source.ari), defaultRole)
    );
  }
  if (grant === null) return true;
  const { snapshot, paths } = table;
  const { grants, roleSets } = snapshot;
  switch (change.do) {
    case 'revoke-grant':
      return false;
    case 'unset-default':
      return !isDefault(table, grant, defaultRole);
    case 'split-group': {
      const stays = membersOf(snapshot, change.keep);
      return [...indexRowsOfGrants(table)(grant)].every((row) =>
        stays(paths.caseAccount[paths.rowCase[row]!]!),
      );
    }
    case 'change-role':
      return !roleSets[grants.roleSet[grant]!]!.includes(change.from);
  }
}

/** Whether a grant is default for a role; no grant is default for none. */
function isDefault({ snapshot }: DecisionTable, grant: number | null, role: string | null): boolean {
  if (grant === null) return false;
  const flag = snapshot.grants.defaultRole[grant]!;
  return flag !== 0 && snapshot.roles[flag - 1] === role;
}
