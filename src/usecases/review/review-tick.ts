import type { Ports } from '../ports';
import { routeOutTick } from '../route-outs/route-out-tick';
import { weeklyScan } from '../weekly-scan';
import { beginDueCycle } from './begin-cycle';
import { resumeBatches } from './run-batch';
import { reviewAfterScan } from './after-scan';

/**
 * What a daily tick does for the review: begins the cycle that is due, has a scan made for it, and makes up for
 * whatever broke off since the last tick.
 */
export async function reviewTick(ports: Ports): Promise<void> {
  const settings = await ports.settings.load();
  await beginDueCycle(ports, settings);
  await weeklyScan(ports);
  await reviewAfterScan(ports, settings);
  await resumeBatches(ports);
  await routeOutTick(ports, settings);
}
