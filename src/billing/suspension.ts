import type { Assignment, Snapshot } from '../contracts/snapshot';
import { VIA_DIRECT, VIA_GROUP } from '../access/path-table';

/** What a suspension in single directories takes from one account on one resource. */
export interface DirectorySuspension {
  /** Directories in which the account is suspended; roles of their groups do not bill. */
  readonly directories: ReadonlySet<string>;
  /** Roles that come from a directory in which it is not suspended. */
  readonly directStillActive: ReadonlySet<string>;
  readonly unexplainedStillActive: ReadonlySet<string>;
}

/**
 * Looks up the suspensions of (account, resource). Only accounts whose role assignments were read
 * one by one have any: no other answer of the API tells the status by directory.
 */
export function indexSuspensions(
  snapshot: Snapshot,
): (account: number, resource: number) => DirectorySuspension | null {
  const key = (account: number, resource: number): number => account * snapshot.resources.length + resource;
  const suspended = new Set(
    snapshot.assignments.filter((one) => one.suspended).map((one) => key(one.account, one.resource)),
  );
  const here = new Map<number, Assignment[]>();
  for (const one of snapshot.assignments) {
    const at = key(one.account, one.resource);
    if (suspended.has(at)) here.set(at, [...(here.get(at) ?? []), one]);
  }
  const byCase = new Map([...here].map(([at, assignments]) => [at, suspensionOf(assignments)]));
  return (account, resource) => byCase.get(key(account, resource)) ?? null;
}

function suspensionOf(assignments: readonly Assignment[]): DirectorySuspension {
  const active = assignments.filter((one) => !one.suspended);
  return {
    directories: new Set(
      assignments.flatMap((one) => (one.suspended && one.directoryId ? [one.directoryId] : [])),
    ),
    directStillActive: new Set(active.flatMap((one) => one.direct)),
    unexplainedStillActive: new Set(active.flatMap((one) => one.viaGroup)),
  };
}

/** What a suspension needs to know of a row. */
export interface SuspendableRow {
  readonly via: number;
  readonly group: number | null;
  readonly roles: readonly string[];
}

/** The roles of a row that are in force: those in a directory in which the account is suspended are not. */
export function rolesInForce(
  snapshot: Snapshot,
  suspension: DirectorySuspension | null,
  row: SuspendableRow,
): readonly string[] {
  if (!suspension) return row.roles;
  if (row.via === VIA_GROUP) {
    const directory = snapshot.directories[snapshot.groups.directory[row.group!]!];
    return directory !== undefined && suspension.directories.has(directory) ? [] : row.roles;
  }
  const active = row.via === VIA_DIRECT ? suspension.directStillActive : suspension.unexplainedStillActive;
  return row.roles.filter((role) => active.has(role));
}
