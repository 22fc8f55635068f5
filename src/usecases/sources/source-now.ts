import type { SourceRef } from '../../contracts/evidence';
import type { Settings } from '../../contracts/settings';
import type { Source } from '../../decision/sources';
import { indexSourceDecisions, type SourceDecision } from '../../review/sources/covering';
import { findGrant, indexRowsOfGrants } from '../../review/sources/source-facts';
import { visibleResources } from '../decision-table';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { type CurrentLook, lookNow } from '../review/look';

/** One source as the last scan shows it, with what was decided about it. */
export interface SourceNow extends CurrentLook {
  readonly source: Source;
  /** The rows of the table that come through it. */
  readonly rows: Uint32Array;
  readonly decision: SourceDecision | null;
  readonly sources: readonly Source[];
}

/** A source that the person may see. Throws NOT_FOUND. */
export async function sourceNow(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { groupId, ari }: SourceRef,
): Promise<SourceNow> {
  const current = await lookNow(ports, settings);
  const { table } = current.look;
  const grant = findGrant(table, groupId, ari);
  const visible = visibleResources(table, settings, caller);
  if (grant === null || !visible(table.snapshot.grants.resource[grant]!)) {
    throw new UseCaseError('NOT_FOUND', 'The last scan found no such group on this product.');
  }
  const decisions = indexSourceDecisions(current.look);
  return {
    ...current,
    source: decisions.sources[grant]!,
    rows: indexRowsOfGrants(table)(grant),
    decision: decisions.of(grant),
    sources: decisions.sources,
  };
}
