import type { Batch, BatchRow } from '../../contracts/batches';
import { Conflict, type Ports } from '../ports';
import { requireBatch } from './require-batch';

/*
 * What a bulk recorded and no other has taken back. What the last one to try was refused is all that is left; a
 * record that somebody moved on its own is left too, and is refused in its turn.
 */

/** How many records are left; none while the bulk, or its taking back, is under way, and none of one that takes back. */
export async function countLeft(ports: Ports, batch: Batch): Promise<number> {
  if (batch.state !== 'done' || batch.outcome.do === 'take-back') return 0;
  if (batch.takenBackBy === null) return batch.recorded;
  const { batch: taking } = await requireBatch(ports, batch.takenBackBy);
  return taking.state === 'done' ? taking.refused : 0;
}

/** The rows whose records are left, each with its record. Throws Conflict while the bulk, or its taking back, is under way. */
export async function rowsLeft(ports: Ports, batch: Batch): Promise<BatchRow[]> {
  if (batch.state !== 'done') throw new Conflict('the bulk is under way');
  if (batch.takenBackBy === null) {
    const results = await ports.batches.results(batch);
    return results.flatMap(({ row, recordId }) => (recordId === null ? [] : [{ row, after: recordId }]));
  }
  const { batch: taking } = await requireBatch(ports, batch.takenBackBy);
  if (taking.state !== 'done') throw new Conflict('the bulk is being taken back');
  const [rows, results] = await Promise.all([ports.batches.rows(taking), ports.batches.results(taking)]);
  return rows.filter((_, n) => results[n]!.recordId === null);
}
