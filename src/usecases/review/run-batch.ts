import type { Batch, BatchResult, BatchRow } from '../../contracts/batches';
import type { Settings } from '../../contracts/settings';
import { LongWait } from '../../atlassian/errors';
import { asRefusal } from '../errors';
import { Conflict, type Ports, type StoredBatch } from '../ports';
import { sendRequests } from '../route-outs/send-requests';
import { decideBatchRow } from './batch-row';
import { takeBackRow } from './take-back-row';

/** Rows between two checkpoints: what a run that breaks off has to do again, and finds done. */
const ROWS_A_STEP = 10;

export interface BatchBudget {
  mayGoOn(): boolean;
}

/**
 * Works off a bulk until all rows have a result or the budget is used up; then another event takes over.
 * Delivered twice, or to two runs at once, each row is decided once.
 */
export async function runBatch(ports: Ports, batchId: string, budget: BatchBudget): Promise<void> {
  const settings = await ports.settings.load();
  try {
    let stored = await ports.batches.get(batchId);
    while (stored?.batch.state === 'running') {
      if (!budget.mayGoOn()) {
        await ports.pushBatchStep(batchId);
        return;
      }
      await runStep(ports, settings, stored, budget);
      stored = await ports.batches.get(batchId);
    }
    if (stored?.batch.state === 'issuing') await handOver(ports, settings, stored);
  } catch (error) {
    // Another run has gone on with it: what that one stores counts.
    if (error instanceof Conflict) return;
    if (error instanceof LongWait) return ports.pushBatchStep(batchId);
    throw error;
  }
}

/** Hands over what was recorded. What Jira refuses waits, and is tried again every day like any other row. */
async function handOver(ports: Ports, settings: Settings, { batch, version }: StoredBatch): Promise<void> {
  await sendRequests(ports, settings);
  await ports.batches.advance({ ...batch, state: 'done' }, version, []);
}

/** Decides or takes back up to ten rows, one at least, and stores how far it came. */
async function runStep(
  ports: Ports,
  settings: Settings,
  { batch, version }: StoredBatch,
  budget: BatchBudget,
): Promise<void> {
  const rows = (await ports.batches.rows(batch)).slice(batch.done, batch.done + ROWS_A_STEP);
  const results: BatchResult[] = [];
  for (const row of rows) {
    // Where the organization answers slowly, ten rows can take longer than a function may run.
    if (results.length > 0 && !budget.mayGoOn()) break;
    results.push(await resultOf(ports, settings, batch, row));
  }
  const done = batch.done + results.length;
  const recorded = batch.recorded + results.filter(({ recordId }) => recordId !== null).length;
  const next: Batch = {
    ...batch,
    done,
    recorded,
    refused: done - recorded,
    pages: batch.pages + 1,
    state: done < batch.total ? 'running' : 'issuing',
  };
  await ports.batches.advance(next, version, results);
}

async function resultOf(
  ports: Ports,
  settings: Settings,
  batch: Batch,
  { row, after }: BatchRow,
): Promise<BatchResult> {
  try {
    const { outcome } = batch;
    const record =
      outcome.do === 'take-back'
        ? await takeBackRow(ports, settings, { ...batch, outcome }, row)
        : await decideBatchRow(ports, settings, { ...batch, outcome }, { row, after });
    return { row, recordId: record.id, code: null, message: null };
  } catch (error) {
    if (error instanceof LongWait) throw error;
    if (error instanceof Conflict) {
      return { row, recordId: null, code: 'CONFLICT', message: 'Somebody else decided this row meanwhile.' };
    }
    const refusal = asRefusal(error);
    if (refusal === null) throw error;
    return { row, recordId: null, code: refusal.code, message: refusal.message };
  }
}

/** Sends bulks on their way again that have lost their event, or whose issues Jira refused. */
export async function resumeBatches(ports: Ports): Promise<void> {
  for (const id of await ports.batches.unfinished()) await ports.pushBatchStep(id);
}
