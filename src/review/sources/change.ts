import type { SourceChange } from '../../contracts/records';
import { billingOfRoles } from '../../billing/roles';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';
import { ownershipRules } from '../../ownership/rules';
import { sourceOfGroup } from '../../ownership/witnesses';
import { membersOf } from './population';
import { indexRowsOfGrants } from './source-facts';

/** What a change of a source would do. Account ids are those of the cases hit. */
export interface ChangeEffect {
  /** Why the change cannot be made; null where it can. */
  readonly refused: string | null;
  readonly losesAccess: readonly string[];
  readonly losesSeat: readonly string[];
  /** Seats that other paths keep, by the grant that keeps them; `NO_GRANT` for direct roles. */
  readonly keptBy: ReadonlyMap<number, number>;
  readonly warnings: readonly string[];
}

const ADMIN_ROLE = 'atlassian/admin';

/** Says for each row of the source whether the change takes it away, and whether it takes its seat. */
interface RowEffect {
  readonly gone: boolean;
  readonly billsAfter: boolean;
}

function effectOn(
  table: DecisionTable,
  change: SourceChange,
  roles: readonly string[],
): (row: number) => RowEffect {
  const bills = (row: number): boolean => table.columns.rowBillable[row] === IS;
  switch (change.do) {
    case 'revoke-grant':
      return () => ({ gone: true, billsAfter: false });
    case 'unset-default':
    case 'move-default':
      return (row) => ({ gone: false, billsAfter: bills(row) });
    case 'split-group': {
      const stays = membersOf(table.snapshot, change.keep);
      const accountOf = (row: number): number => table.paths.caseAccount[table.paths.rowCase[row]!]!;
      return (row) =>
        stays(accountOf(row)) ? { gone: false, billsAfter: bills(row) } : { gone: true, billsAfter: false };
    }
    case 'change-role': {
      const after = roles.map((role) => (role === change.from ? change.to : role));
      const still = billingOfRoles(after) === 'bills';
      return (row) => ({ gone: false, billsAfter: still && bills(row) });
    }
  }
}

/** The rows of a source that bill now and would not after a change of it. */
export function rowsTakenBy(table: DecisionTable, grant: number, change: SourceChange): number[] {
  const { grants, roleSets } = table.snapshot;
  const effect = effectOn(table, change, roleSets[grants.roleSet[grant]!]!);
  const rows = [...indexRowsOfGrants(table)(grant)];
  return rows.filter((row) => table.columns.rowBillable[row] === IS && !effect(row).billsAfter);
}

/**
 * What becomes of everybody if one group is changed on one resource: who loses the product, whose seat is
 * freed, and what keeps the others. Nothing is changed. Pure; linear in the rows of the source.
 */
export function simulateChange(table: DecisionTable, grant: number, change: SourceChange): ChangeEffect {
  const { snapshot, paths, columns } = table;
  const { grants, groups } = snapshot;
  const roles = snapshot.roleSets[grants.roleSet[grant]!]!;
  const effect = effectOn(table, change, roles);
  const losesAccess: string[] = [];
  const losesSeat: string[] = [];
  const keptBy = new Map<number, number>();
  for (const row of indexRowsOfGrants(table)(grant)) {
    const { gone, billsAfter } = effect(row);
    const c = paths.rowCase[row]!;
    const accountId = snapshot.accounts.ids[paths.caseAccount[c]!]!;
    const others: number[] = [];
    for (let one = paths.rowStart[c]!; one < paths.rowStart[c + 1]!; one += 1)
      if (one !== row) others.push(one);
    if (gone && others.length === 0) losesAccess.push(accountId);
    if (columns.rowBillable[row] !== IS || billsAfter) continue;
    const keepers = others.filter((one) => columns.rowBillable[one] === IS);
    if (keepers.length === 0) losesSeat.push(accountId);
    for (const one of keepers) {
      const keeper = paths.rowGrant[one]!;
      keptBy.set(keeper, (keptBy.get(keeper) ?? 0) + 1);
    }
  }
  const group = grants.group[grant]!;
  const synced = sourceOfGroup(snapshot, group) !== 'not-synced';
  return {
    refused: refusalOf(table, grant, change, { synced, roles }),
    losesAccess,
    losesSeat,
    keptBy,
    warnings: warningsOf(table, grant, change, groups.names[group]!),
  };
}

/** Other grants on the same resource. */
function* otherGrants({ snapshot: { grants } }: DecisionTable, grant: number): Generator<number> {
  for (let g = 0; g < grants.group.length; g += 1) {
    if (g !== grant && grants.resource[g] === grants.resource[grant]) yield g;
  }
}

function refusalOf(
  table: DecisionTable,
  grant: number,
  change: SourceChange,
  { synced, roles }: { synced: boolean; roles: readonly string[] },
): string | null {
  const { snapshot } = table;
  const { grants, groups } = snapshot;
  const others = [...otherGrants(table, grant)];
  const rolesOf = (g: number): readonly string[] => snapshot.roleSets[grants.roleSet[g]!]!;
  const defaultRole = grants.defaultRole[grant]!;
  switch (change.do) {
    case 'revoke-grant':
      if (defaultRole !== 0 && !others.some((g) => grants.defaultRole[g] === defaultRole))
        return 'It is the only default group for its role here, and Atlassian wants at least one. Move the default first.';
      if (roles.includes(ADMIN_ROLE) && !others.some((g) => rolesOf(g).includes(ADMIN_ROLE)))
        return 'No other group would administer the product.';
      return null;
    case 'unset-default':
      if (defaultRole === 0) return 'The group is no default here.';
      if (!others.some((g) => grants.defaultRole[g] === defaultRole))
        return 'It is the only default group for its role here, and Atlassian wants at least one. Move the default instead.';
      return null;
    case 'move-default': {
      if (defaultRole === 0) return 'The group is no default here.';
      const target = others.find((g) => groups.ids[grants.group[g]!] === change.toGroupId);
      if (target === undefined) return 'The other group does not grant this product.';
      if (!rolesOf(target).includes(snapshot.roles[defaultRole - 1]!))
        return 'The other group does not give the role that newcomers are to get.';
      if (sourceOfGroup(snapshot, grants.group[target]!) !== 'not-synced')
        return 'The other group is synced, or nobody knows whether it is: a default group cannot be synced.';
      return null;
    }
    case 'split-group':
      return synced
        ? 'The members of this group are not this organization’s to split: hand it over to the identity owner.'
        : null;
    case 'change-role':
      if (!roles.includes(change.from)) return `The group does not give ${change.from} here.`;
      if (billingOfRoles([change.to]) === 'unknown') return `Whether ${change.to} takes a seat is not known.`;
      return null;
  }
}

function warningsOf(table: DecisionTable, grant: number, change: SourceChange, name: string): string[] {
  const { snapshot, ownership } = table;
  const { grants, resources } = snapshot;
  const warnings: string[] = [];
  const also: string[] = [];
  const group = grants.group[grant]!;
  for (let g = grants.offsets[group]!; g < grants.offsets[group + 1]!; g += 1) {
    if (g !== grant) also.push(resources[grants.resource[g]!]!.name);
  }
  if (also.length > 0 && change.do === 'split-group')
    warnings.push(`“${name}” also grants ${also.join(', ')}: whoever leaves the group loses these too.`);
  if (also.length > 0 && change.do !== 'split-group')
    warnings.push(`“${name}” also grants ${also.join(', ')}; nothing changes there.`);
  if (grants.defaultRole[grant] !== 0 && (change.do === 'revoke-grant' || change.do === 'change-role'))
    warnings.push('It is a default group here: newcomers get in through it until another one is.');
  if (change.do === 'unset-default' || change.do === 'move-default')
    warnings.push('Whoever is in the group keeps the product: only newcomers come in another way.');
  if (ownershipRules[ownership.ruleOfGrant[grant]!]!.owner === 'unknown')
    warnings.push('Who owns the members of this group is not known.');
  if (change.do === 'change-role') warnings.push(`Everybody in the group has ${change.to} afterwards.`);
  return warnings;
}
