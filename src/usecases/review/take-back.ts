import type { Input } from '../../contracts/api';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { beginBatch } from './begin-batch';
import { rowsLeft } from './left-to-take-back';
import { requireBatch } from './require-batch';

/**
 * Begins to take back what is left of what a bulk recorded, as a bulk of its own over the same rows. Throws NOT_FOUND
 * where nothing is, MOVE_NOT_PERMITTED where it took back itself, and Conflict while it, or its taking back, is under way.
 */
export async function takeBack(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { batchId, reason }: Input<'batches/take-back'>,
): Promise<BatchView> {
  const takes = await requireBatch(ports, batchId);
  const { batch } = takes;
  if (batch.outcome.do === 'take-back') {
    throw new UseCaseError('MOVE_NOT_PERMITTED', 'This took decisions back. Decide anew instead.');
  }
  const rows = await rowsLeft(ports, batch);
  if (rows.length === 0) throw new UseCaseError('NOT_FOUND', 'Nothing is left of it to take back.');
  const { cycleId, itemId } = batch;
  return beginBatch(ports, settings, caller, {
    ...{ cycleId, itemId, reason, rows, takes },
    outcome: { do: 'take-back', batchId },
  });
}
