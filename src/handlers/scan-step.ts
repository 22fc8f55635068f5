import { z } from 'zod';
import { bindPorts } from '../app';
import { continueScan } from '../usecases/scans';

const ScanEvent = z.looseObject({ body: z.strictObject({ scanId: z.string().min(1).max(100) }) });
const Context = z.looseObject({ installContext: z.string() });

/** A consumer may run for 900 s (manifest.yml); what is left over covers the last wave and publishing. */
const WORKING_TIME_MS = 720_000;

/** The consumer of scan steps: reads on until the scan is published or its time is used up. */
export async function handleScanStep(event: unknown, context: unknown): Promise<void> {
  const { scanId } = ScanEvent.parse(event).body;
  const ports = bindPorts(Context.parse(context).installContext);
  const until = ports.clock.now() + WORKING_TIME_MS;
  await continueScan(ports, scanId, { mayGoOn: () => ports.clock.now() < until });
}
