import type { Via } from '../contracts/vocabulary';

export const VIA_GROUP = 0;
export const VIA_DIRECT = 1;
export const VIA_INFERRED = 2;
export const VIA_UNEXPLAINED = 3;
export const VIA_NAMES: readonly Via[] = ['group', 'direct', 'inferred', 'unexplained'];

/** The grant column of a row that comes through no group. */
export const NO_GRANT = 0xffffffff;

/**
 * Every access path of a snapshot. A case is one account on one resource, a row one path of it.
 * Cases are sorted by account, then resource; rows of a case by via, then group; both in the index
 * order of the snapshot, which is id order. Rows of case c are `rowStart[c] … rowStart[c + 1] - 1`.
 */
export interface PathTable {
  readonly caseAccount: Uint32Array;
  readonly caseResource: Uint16Array;
  readonly rowStart: Uint32Array;
  readonly rowCase: Uint32Array;
  readonly rowVia: Uint8Array;
  /** The entry of the snapshot's grant table that carries a group row; `NO_GRANT` elsewhere. */
  readonly rowGrant: Uint32Array;
  /** Index into the snapshot's role sets for a group row, else into `extraRoleSets`. */
  readonly rowRoleSet: Uint16Array;
  /** Role sets of rows through no group; few, so plain arrays. Sorted within. */
  readonly extraRoleSets: readonly (readonly string[])[];
}

/** The roles of a row, sorted. */
export function rolesOfRow(
  paths: PathTable,
  roleSets: readonly (readonly string[])[],
  row: number,
): readonly string[] {
  const sets = paths.rowVia[row] === VIA_GROUP ? roleSets : paths.extraRoleSets;
  return sets[paths.rowRoleSet[row]!]!;
}
