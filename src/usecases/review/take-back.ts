import type { Input } from '../../contracts/api';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { UseCaseError } from '../errors';
import { type CallerContext, Conflict, type Ports } from '../ports';
import { beginBatch } from './begin-batch';
import { requireBatch } from './get-batch';

/**
 * Begins to take back what a bulk recorded, as a bulk of its own over the same rows. Throws NOT_FOUND where it
 * recorded nothing, MOVE_NOT_PERMITTED where it took back itself, and Conflict while it is under way.
 */
export async function takeBack(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { batchId, reason }: Input<'batches/take-back'>,
): Promise<BatchView> {
  const { batch } = await requireBatch(ports, batchId);
  if (batch.outcome.do === 'take-back') {
    throw new UseCaseError('MOVE_NOT_PERMITTED', 'This took decisions back. Decide anew instead.');
  }
  if (batch.state !== 'done') throw new Conflict('the bulk is under way');
  const rows = (await ports.batches.results(batch)).flatMap(({ row, recordId }) =>
    recordId === null ? [] : [{ row, after: recordId }],
  );
  if (rows.length === 0) {
    throw new UseCaseError('NOT_FOUND', 'Nothing was recorded, so there is nothing to take back.');
  }
  const { cycleId, itemId } = batch;
  return beginBatch(ports, settings, caller, {
    ...{ cycleId, itemId, reason, rows },
    outcome: { do: 'take-back', batchId },
  });
}
