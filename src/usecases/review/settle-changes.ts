import type { LocalAction, Redesign } from '../../contracts/records';
import type { RouteOut } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { indexRows } from '../../review/queue/row-index';
import { checkDueAt, waitBeforeLook } from '../../review/route-outs/checking';
import { isDone } from '../../review/sources/change-done';
import { type MoveName, stepFor } from '../../review/states/machine';
import { take } from '../../review/states/step';
import { recordStates } from '../../review/states/tables';
import type { CurrentTable } from '../decision-table';
import { Conflict, type Ports, type Published } from '../ports';

type Change = LocalAction | Redesign | RouteOut;

/**
 * Holds planned and claimed changes against a published scan. Gone in a complete scan is confirmed; still there
 * in a scan that began after the claim goes back. Said again of the same scan, it changes nothing.
 */
export async function settleChanges(
  ports: Ports,
  settings: Settings,
  { published, table }: CurrentTable,
): Promise<void> {
  const rowOf = indexRows(table);
  const overridden = new Map(
    (await ports.records.list('boundary-exception')).map(({ id, idpId }) => [id, idpId]),
  );
  const stillThere = (record: Change): boolean =>
    record.kind === 'redesign' ? !isDone(table, record) : rowOf(record.row) !== -1;
  const stored = [
    ...(await ports.records.listStored('local-action')),
    ...(await ports.records.listStored('redesign')),
    ...(await ports.records.listStored('route-out')),
  ];
  for (const { record, version } of stored) {
    const move = observed(record, published, {
      stillThere,
      syncedBy: syncedBy(settings, record),
      undoneBy: undoneBy(settings, record, overridden),
    });
    if (move === null || stepFor(recordStates[record.kind], record.state, move) === null) continue;
    const at = new Date(ports.clock.now()).toISOString();
    const moved = take(record, move, { at, by: 'seatpath', note: `Scan ${published.scanId}.` });
    try {
      await ports.records.save(moved, version);
    } catch (error) {
      // Somebody moved it at this moment; the next scan looks again.
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** When a change must have come over, epoch ms: at once, but for what a provider still has to sync. */
function syncedBy({ identityProviders }: Settings, record: Change): number {
  if (record.kind !== 'route-out' || record.state !== 'done-claimed') return -Infinity;
  const provider = identityProviders.find(({ idpId }) => idpId === record.idpId);
  return provider === undefined ? Infinity : checkDueAt(record, provider);
}

/** Until when a provider may undo an edit of what it writes, epoch ms: before, being gone proves nothing. */
function undoneBy(
  { identityProviders }: Settings,
  record: Change,
  overridden: ReadonlyMap<string, string>,
): number {
  if (record.kind !== 'local-action' || record.under === null) return -Infinity;
  const provider = identityProviders.find(({ idpId }) => idpId === overridden.get(record.under!));
  if (provider === undefined) return Infinity;
  const editedAt = Date.parse(record.steps.findLast(({ to }) => to === 'claimed')?.at ?? record.recordedAt);
  return editedAt + waitBeforeLook(provider);
}

/** What a scan shows of a change; null where it shows nothing, because it began too early or saw too little. */
function observed(
  record: Change,
  { report }: Published,
  {
    stillThere,
    syncedBy,
    undoneBy,
  }: { stillThere: (record: Change) => boolean; syncedBy: number; undoneBy: number },
): MoveName | null {
  const began = Date.parse(report.startedAt);
  const decidedAt = record.steps.at(-1)?.at ?? record.recordedAt;
  if (began < Date.parse(decidedAt)) return null;
  if (stillThere(record)) return began < syncedBy ? null : 'observe-kept';
  return report.verdict === 'complete' && began >= undoneBy ? 'observe-gone' : null;
}
