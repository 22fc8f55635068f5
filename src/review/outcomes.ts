import type { DecisionRow } from '../contracts/decisions';
import type { SourceAttestation } from '../contracts/records';
import type { Owner } from '../contracts/vocabulary';

export type Outcome = 'route-out' | 'exception' | 'local-removal' | 'default-redesign' | 'hold' | 'keep';

/**
 * What may be decided about a path, by its owner (S1, S1b, S9). A change to synced access is handed over,
 * never made here; where nobody is known to own the path, it can only be held.
 */
const outcomesOfOwner: Readonly<Record<Owner, readonly Outcome[]>> = {
  'idp-owned': ['route-out', 'exception', 'hold', 'keep'],
  'default-group': ['local-removal', 'default-redesign', 'exception', 'hold', 'keep'],
  'local-group': ['local-removal', 'exception', 'hold', 'keep'],
  direct: ['local-removal', 'exception', 'hold', 'keep'],
  inferred: ['hold'],
  unknown: ['hold'],
};

/**
 * What somebody's word on an unknown owner permits. Said to be the identity provider's, the path can be handed
 * over; a removal never rests on a word.
 */
const outcomesOfAttested: Readonly<Record<SourceAttestation['says'], readonly Outcome[]>> = {
  idp: ['route-out', 'exception', 'hold', 'keep'],
  local: ['exception', 'hold', 'keep'],
};

/** The outcomes that a row permits. A row that takes no seat needs none; one that is held is not changed. */
export function permittedOutcomes(
  row: Pick<DecisionRow, 'owner' | 'decision'>,
  attested: SourceAttestation | null = null,
): readonly Outcome[] {
  if (row.decision === 'none') return [];
  if (row.owner === 'unknown' && attested !== null) return outcomesOfAttested[attested.says];
  const permitted = outcomesOfOwner[row.owner];
  const changes: readonly Outcome[] = ['route-out', 'local-removal', 'default-redesign'];
  return row.decision === 'hold' ? permitted.filter((outcome) => !changes.includes(outcome)) : permitted;
}
