import type { SourceChange } from '../../contracts/records';
import { billingOfRoles } from '../../billing/roles';
import { IS, IS_NOT, UNKNOWN } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';
import { ownershipRules } from '../../ownership/rules';
import { sourceOfGroup } from '../../ownership/witnesses';
import { membersOf } from './population';
import { findGrant, indexRowsOfGrants } from './source-facts';

/** What a change of a source would do. Account ids are those of the cases hit. */
export interface ChangeEffect {
  /** Why the change cannot be made; null where it can. */
  readonly refused: string | null;
  readonly losesAccess: readonly string[];
  readonly losesSeat: readonly string[];
  /** Who of these may keep it all the same: a role of their own hides behind the group, and nobody has read it. */
  readonly unread: readonly string[];
  /** Seats that other paths keep, by the grant that keeps them; `NO_GRANT` for direct roles. */
  readonly keptBy: ReadonlyMap<number, number>;
  readonly warnings: readonly string[];
}

const ADMIN_ROLE = 'atlassian/admin';
const NOBODY_LEFT = 'No other group would administer the product.';

/** Says for each row of the source whether the change takes it away, and whether it bills afterwards. */
interface RowEffect {
  readonly gone: boolean;
  /** A code of `rowBillable`. */
  readonly billsAfter: number;
}

const GONE: RowEffect = { gone: true, billsAfter: IS_NOT };

function effectOn(
  table: DecisionTable,
  change: SourceChange,
  roles: readonly string[],
): (row: number) => RowEffect {
  const same = (row: number): RowEffect => ({ gone: false, billsAfter: table.columns.rowBillable[row]! });
  switch (change.do) {
    case 'revoke-grant':
      return () => GONE;
    case 'unset-default':
    case 'move-default':
      return same;
    case 'split-group': {
      const stays = membersOf(table.snapshot, change.keep);
      const accountOf = (row: number): number => table.paths.caseAccount[table.paths.rowCase[row]!]!;
      return (row) => (stays(accountOf(row)) ? same(row) : GONE);
    }
    case 'change-role': {
      const after = billingOfRoles(roles.map((role) => (role === change.from ? change.to : role)));
      if (after === 'bills') return same;
      return () => ({ gone: false, billsAfter: after === 'unknown' ? UNKNOWN : IS_NOT });
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
  const unread: string[] = [];
  const keptBy = new Map<number, number>();
  for (const row of indexRowsOfGrants(table)(grant)) {
    const { gone, billsAfter } = effect(row);
    const c = paths.rowCase[row]!;
    const account = paths.caseAccount[c]!;
    const accountId = snapshot.accounts.ids[account]!;
    const others: number[] = [];
    for (let one = paths.rowStart[c]!; one < paths.rowStart[c + 1]!; one += 1)
      if (one !== row) others.push(one);
    const lost = gone && others.length === 0;
    const leaves = columns.rowBillable[row] === IS && billsAfter !== IS;
    // A role that is left, and of which nobody knows whether it takes a seat, may keep it.
    const after = [billsAfter, ...others.map((one) => columns.rowBillable[one]!)];
    const freed = leaves && after.every((bills) => bills === IS_NOT);
    if (lost) losesAccess.push(accountId);
    if (freed) losesSeat.push(accountId);
    if ((lost || freed) && snapshot.accounts.checked[account] === 0) unread.push(accountId);
    for (const one of others) {
      if (!leaves || columns.rowBillable[one] !== IS) continue;
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
    unread,
    keptBy,
    warnings: [
      ...warningsOf(table, grant, change, groups.names[group]!),
      ...(unread.length === 0 ? [] : [unreadWarning(unread.length)]),
    ],
  };
}

const unreadWarning = (people: number): string =>
  `Not read: the own roles of ${people} of those listed. With a role of their own they keep the product.`;

/** Other grants on the same resource. */
function* otherGrants({ snapshot: { grants } }: DecisionTable, grant: number): Generator<number> {
  for (let g = 0; g < grants.group.length; g += 1) {
    if (g !== grant && grants.resource[g] === grants.resource[grant]) yield g;
  }
}

/**
 * What a group is default for that a default moved onto it replaces, as `grants.defaultRole` codes it; 0 for
 * nothing. The organization API names one default role of a group on a product (`defaultRole`).
 */
function replacedDefault({ snapshot: { grants } }: DecisionTable, grant: number, target: number): number {
  const [moved, replaced] = [grants.defaultRole[grant]!, grants.defaultRole[target]!];
  return moved === 0 || moved === replaced ? 0 : replaced;
}

function refusalOf(
  table: DecisionTable,
  grant: number,
  change: SourceChange,
  { synced, roles }: { synced: boolean; roles: readonly string[] },
): string | null {
  const { snapshot } = table;
  const { grants, resources } = snapshot;
  const others = [...otherGrants(table, grant)];
  const rolesOf = (g: number): readonly string[] => snapshot.roleSets[grants.roleSet[g]!]!;
  const alone = roles.includes(ADMIN_ROLE) && !others.some((g) => rolesOf(g).includes(ADMIN_ROLE));
  const defaultRole = grants.defaultRole[grant]!;
  switch (change.do) {
    case 'revoke-grant':
      if (defaultRole !== 0 && !others.some((g) => grants.defaultRole[g] === defaultRole))
        return 'It is the only default group for its role here, and Atlassian wants at least one. Move the default first.';
      return alone ? NOBODY_LEFT : null;
    case 'unset-default':
      if (defaultRole === 0) return 'The group is no default here.';
      if (!others.some((g) => grants.defaultRole[g] === defaultRole))
        return 'It is the only default group for its role here, and Atlassian wants at least one. Move the default instead.';
      return null;
    case 'move-default': {
      if (defaultRole === 0) return 'The group is no default here.';
      const target = findGrant(table, change.toGroupId, resources[grants.resource[grant]!]!.ari);
      if (target === null) return 'The other group does not grant this product.';
      if (target === grant) return 'It is the same group.';
      if (!rolesOf(target).includes(snapshot.roles[defaultRole - 1]!))
        return 'The other group does not give the role that newcomers are to get.';
      if (sourceOfGroup(snapshot, grants.group[target]!) !== 'not-synced')
        return 'The other group is synced, or nobody knows whether it is: a default group cannot be synced.';
      const replaced = replacedDefault(table, grant, target);
      if (replaced !== 0 && !others.some((g) => g !== target && grants.defaultRole[g] === replaced))
        return `The other group is the only default group for ${snapshot.roles[replaced - 1]} here, and would no longer be: make another group default for it first.`;
      return null;
    }
    case 'split-group':
      return synced
        ? 'The members of this group are not this organization’s to split: hand it over to the identity owner.'
        : null;
    case 'change-role':
      if (!roles.includes(change.from)) return `The group does not give ${change.from} here.`;
      if (alone && change.from === ADMIN_ROLE && change.to !== ADMIN_ROLE) return NOBODY_LEFT;
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
  if (change.do === 'move-default') {
    const target = findGrant(table, change.toGroupId, resources[grants.resource[grant]!]!.ari);
    const replaced = target === null ? 0 : replacedDefault(table, grant, target);
    if (replaced !== 0)
      warnings.push(`The other group is default for ${snapshot.roles[replaced - 1]} no longer.`);
  }
  if (ownershipRules[ownership.ruleOfGrant[grant]!]!.owner === 'unknown')
    warnings.push('Who owns the members of this group is not known.');
  if (change.do === 'change-role') warnings.push(`Everybody in the group has ${change.to} afterwards.`);
  return warnings;
}
