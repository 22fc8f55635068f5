import type { Input } from '../../contracts/api';
import type { Redesign } from '../../contracts/records';
import type { ChangePreview } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { NO_GRANT } from '../../access/path-table';
import { simulateChange } from '../../review/sources/change';
import { provePeople, sourceEvidence } from '../../review/sources/source-facts';
import { UseCaseError } from '../errors';
import { namePeople } from '../people';
import { Conflict, type CallerContext, type Ports } from '../ports';
import { addRecord, recordHead } from '../records/add-record';
import { sourceNow } from './source-now';

/** People named in a preview; the hash stands for all of them. */
const NAMED = 50;

/** What a change of a source would do: who loses what, and what keeps the others. Changes nothing. */
export async function previewChange(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { source: ref, change }: Input<'sources/simulate'>,
): Promise<ChangePreview> {
  const { look, source } = await sourceNow(ports, settings, caller, ref);
  const { snapshot } = look.table;
  const effect = simulateChange(look.table, source.grant, change);
  const named = [...effect.losesAccess.slice(0, NAMED), ...effect.losesSeat.slice(0, NAMED)];
  const personOf = await namePeople(ports, settings, named);
  const hit = (ids: readonly string[]): ChangePreview['losesAccess'] => ({
    ...provePeople(ids, ports.sha256),
    people: ids.slice(0, NAMED).map(personOf),
  });
  const nameOf = (grant: number): string =>
    grant === NO_GRANT ? 'Direct roles' : snapshot.groups.names[snapshot.grants.group[grant]!]!;
  return {
    change,
    refused: effect.refused,
    losesAccess: hit(effect.losesAccess),
    losesSeat: hit(effect.losesSeat),
    keptBy: [...effect.keptBy]
      .map(([grant, seats]) => ({ groupName: nameOf(grant), seats }))
      .sort((a, b) => b.seats - a.seats),
    warnings: [...effect.warnings],
  };
}

/**
 * Decides that a source is to change. Only with the list of who loses access in front of whoever decides: if it
 * is another list by now, nothing is stored. People carry the change out; a scan confirms it.
 */
export async function redesignSource(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { source: ref, after, reason, change, losesAccessHash }: Input<'sources/redesign'>,
): Promise<Redesign> {
  const { look, source, rows } = await sourceNow(ports, settings, caller, ref);
  const effect = simulateChange(look.table, source.grant, change);
  if (effect.refused !== null) throw new UseCaseError('OUTCOME_NOT_PERMITTED', effect.refused);
  const losesAccess = provePeople(effect.losesAccess, ports.sha256);
  if (losesAccess.hash !== losesAccessHash) {
    throw new Conflict('who loses access is another list than the one that was shown');
  }
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'redesign', { reason, after })),
    kind: 'redesign',
    state: 'planned',
    source: ref,
    evidence: sourceEvidence(look.table, source, rows, { report: look.report, sha256: ports.sha256 }),
    change,
    losesAccess,
    losesSeat: provePeople(effect.losesSeat, ports.sha256),
  });
}
