import type { Settings } from '../../contracts/settings';
import { currentTable } from '../decision-table';
import type { Ports } from '../ports';
import { advanceSavings } from '../savings/advance-savings';
import { beginDueCycle } from './begin-cycle';
import { closeEmptyCycle } from './close-cycle';
import { openCycleOf } from './current-cycle';
import { sendDigest } from './digest';
import { finishOpening, openWaitingCycle } from './open-cycle';
import { settleChanges } from './settle-changes';

/**
 * What a published scan means to the review: it confirms changes or sends them back, opens the cycle that waited
 * for it, and tells which seats are free. Each step looks first whether it has been done, so that it can be said again at any time.
 */
export async function reviewAfterScan(ports: Ports, settings: Settings): Promise<void> {
  if ((await ports.snapshots.current()) === null) return;
  await settleChanges(ports, settings, await currentTable(ports, settings));
  await beginDueCycle(ports, settings);
  await openWaitingCycle(ports, settings);
  const open = await openCycleOf(ports);
  if (open !== null) await finishOpening(ports, open.cycle);
  await advanceSavings(ports, settings);
  await closeEmptyCycle(ports, settings);
  await sendDigest(ports, settings);
}
