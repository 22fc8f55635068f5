import type { TakingBatch } from '../../contracts/batches';
import type { RowRef } from '../../contracts/evidence';
import { isRowDecision, type RowDecision } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { take } from '../../review/states/step';
import { subjectOfRow } from '../../review/subjects';
import { Conflict, type Ports, type StoredRecord } from '../ports';
import { requireMove } from '../records/move-record';

/** What stands is ended; what somebody is still to carry out is withdrawn. */
const MOVE_OF: Readonly<Record<RowDecision['kind'], 'end' | 'withdraw'>> = {
  'route-out': 'withdraw',
  'local-action': 'withdraw',
  exception: 'end',
  hold: 'end',
  keep: 'end',
};

/**
 * Takes back what another bulk recorded on a row, as if somebody moved the record on its own. Said again, or by two
 * runs at once, it finds its own step. Throws what a single move would throw, and a conflict where another decision
 * is the newest on the row.
 */
export async function takeBackRow(
  ports: Ports,
  settings: Settings,
  batch: TakingBatch,
  row: RowRef,
): Promise<RowDecision> {
  const { record, version } = await decidedIn(ports, batch.outcome.batchId, row);
  if (isTakenBy(batch, record)) return record;
  const caller = { accountId: batch.requestedBy, cloudId: ports.cloudId, mandate: null };
  const move = MOVE_OF[record.kind];
  await requireMove(ports, settings, caller, { record, move });
  const at = new Date(ports.clock.now()).toISOString();
  const taken = take(record, move, { at, by: batch.requestedBy, note: batch.reason, batchId: batch.id });
  try {
    await ports.records.save(taken, version);
    return taken;
  } catch (error) {
    const other = await decidedIn(ports, batch.outcome.batchId, row);
    if (!(error instanceof Conflict) || !isTakenBy(batch, other.record)) throw error;
    return other.record;
  }
}

/** The newest decision on a row, which must be the one that a bulk made. */
async function decidedIn(ports: Ports, batchId: string, row: RowRef): Promise<StoredRecord<RowDecision>> {
  const newest = await ports.records.newest(subjectOfRow(row));
  if (newest === null || !isRowDecision(newest.record) || newest.record.batchId !== batchId) {
    throw new Conflict('decided since the bulk');
  }
  return { record: newest.record, version: newest.version };
}

const isTakenBy = (batch: TakingBatch, { steps }: RowDecision): boolean =>
  steps.some(({ batchId }) => batchId === batch.id);
