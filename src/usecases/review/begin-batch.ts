import type { Batch, BatchRow } from '../../contracts/batches';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports, StoredBatch } from '../ports';
import { requireTerm } from '../records/add-record';
import { getBatch } from './get-batch';

/** The most rows of one bulk: what a reviewer can answer for with one note. */
const MAX_ROWS = 5_000;

type Asked = Pick<Batch, 'cycleId' | 'itemId' | 'outcome' | 'reason'> & {
  readonly rows: readonly BatchRow[];
  /** What the new batch takes back. */
  readonly takes?: StoredBatch;
};

/**
 * Begins one decision over rows, or takes one back, with one note and a result for each. The rows are worked off by
 * events, for each needs a read of its account. Throws NOT_FOUND where there is none, BAD_INPUT where there are too many.
 */
export async function beginBatch(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { rows, takes, ...asked }: Asked,
): Promise<BatchView> {
  const { outcome } = asked;
  if ('expiresOn' in outcome) requireTerm(outcome.do, outcome.expiresOn, ports.clock.now());
  if (rows.length === 0) {
    throw new UseCaseError('NOT_FOUND', 'Nothing is left to decide for the people chosen.');
  }
  if (rows.length > MAX_ROWS) {
    throw new UseCaseError('BAD_INPUT', `These are ${rows.length} rows; a bulk has ${MAX_ROWS} at most.`);
  }
  const batch: Batch = {
    schema: 1,
    id: `batch-${ports.newId()}`,
    ...asked,
    requestedBy: caller.accountId,
    requestedAt: new Date(ports.clock.now()).toISOString(),
    state: 'running',
    total: rows.length,
    done: 0,
    recorded: 0,
    refused: 0,
    rowsHash: ports.sha256(JSON.stringify(rows)),
    pages: 0,
    takenBackBy: null,
  };
  const taken = takes && { ...takes, batch: { ...takes.batch, takenBackBy: batch.id } };
  await ports.batches.begin(batch, rows, taken);
  await ports.pushBatchStep(batch.id);
  return getBatch(ports, settings, { batchId: batch.id });
}
