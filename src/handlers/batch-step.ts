import { z } from 'zod';
import { bindPorts } from '../app';
import { BatchId } from '../contracts/ids';
import { runBatch } from '../usecases/review/run-batch';

const BatchEvent = z.looseObject({ body: z.strictObject({ batchId: BatchId }) });
const Context = z.looseObject({ installContext: z.string() });

/** A consumer may run for 900 s (manifest.yml); what is left over covers the rows under way and their issues. */
const WORKING_TIME_MS = 720_000;

/** The consumer of bulk decisions: works off rows until all are done or its time is used up. */
export async function handleBatchStep(event: unknown, context: unknown): Promise<void> {
  const { batchId } = BatchEvent.parse(event).body;
  const ports = bindPorts(Context.parse(context).installContext);
  const until = ports.clock.now() + WORKING_TIME_MS;
  await runBatch(ports, batchId, { mayGoOn: () => ports.clock.now() < until });
}
