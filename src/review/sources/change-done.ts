import type { Redesign } from '../../contracts/records';
import type { DecisionTable } from '../../decision/tell';
import { membersOf } from './population';
import { indexRowsOfGrants } from './source-facts';

/** Whether a scan shows that the change of a source has been made. `grant` null: the group no longer grants the product. */
export function isDone(table: DecisionTable, grant: number | null, { change, evidence }: Redesign): boolean {
  if (grant === null) return true;
  const { snapshot, paths } = table;
  const { grants, roles, roleSets } = snapshot;
  switch (change.do) {
    case 'revoke-grant':
      return false;
    case 'unset-default':
    case 'move-default': {
      const role = grants.defaultRole[grant]!;
      return role === 0 || roles[role - 1] !== evidence.defaultRole;
    }
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
