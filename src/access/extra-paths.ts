import type { Assignment, Snapshot } from '../contracts/snapshot';

/** What an account's own role assignments show beside (or instead of) its groups, on one resource. */
export interface ExtraPath {
  readonly account: number;
  readonly resource: number;
  readonly direct: readonly string[];
  readonly inferred: readonly string[];
  readonly unexplained: readonly string[];
}

/**
 * Folds the assignments of several directories into one entry per account and resource, in their
 * order. A role that the API says came through a group, but that no group read grants, is
 * `unexplained`: a group may be hidden from the key, and guessing which would be worse.
 */
export function collectExtraPaths(snapshot: Snapshot): ExtraPath[] {
  const extras: ExtraPath[] = [];
  const { assignments } = snapshot;
  for (let i = 0; i < assignments.length;) {
    const { account, resource } = assignments[i]!;
    const here: Assignment[] = [];
    while (assignments[i]?.account === account && assignments[i]?.resource === resource) {
      here.push(assignments[i]!);
      i += 1;
    }
    const granted = new Set(rolesThroughGroups(snapshot, account, resource));
    const extra: ExtraPath = {
      account,
      resource,
      direct: sortedUnion(here.map((assignment) => assignment.direct)),
      inferred: sortedUnion(here.map((assignment) => assignment.inferred)),
      unexplained: sortedUnion(here.map((assignment) => assignment.viaGroup)).filter(
        (role) => !granted.has(role),
      ),
    };
    if (extra.direct.length + extra.inferred.length + extra.unexplained.length > 0) extras.push(extra);
  }
  return extras;
}

function rolesThroughGroups(snapshot: Snapshot, account: number, resource: number): string[] {
  const { memberships, grants, roleSets } = snapshot;
  const roles: string[] = [];
  for (let m = memberships.offsets[account]!; m < memberships.offsets[account + 1]!; m += 1) {
    const group = memberships.groups[m]!;
    for (let g = grants.offsets[group]!; g < grants.offsets[group + 1]!; g += 1) {
      if (grants.resource[g] === resource) roles.push(...roleSets[grants.roleSet[g]!]!);
    }
  }
  return roles;
}

function sortedUnion(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}
