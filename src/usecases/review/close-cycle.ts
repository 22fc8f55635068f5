import type { Input } from '../../contracts/api';
import type { CycleView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { type CycleMove, cycleAfter } from '../../review/states/cycle-states';
import { UseCaseError } from '../errors';
import { Conflict, type CallerContext, type Ports, type StoredCycle } from '../ports';
import { allRecords } from '../records/add-record';
import { openCycleOf } from './current-cycle';
import { cycleNow, endingOf } from './end-cycle';
import { getCycle } from './get-cycle';

/** Ends the open cycle for good. What is undecided is carried over; nothing is removed by it. */
export async function closeCycle(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { cycleId, version }: Input<'cycle/close'>,
): Promise<CycleView> {
  const found = await ports.cycles.get(cycleId);
  if (found?.cycle.state !== 'open') {
    throw new UseCaseError('CYCLE_NOT_OPEN', 'This review is not open any more; it can no longer change.');
  }
  if (found.version !== version) throw new Conflict('the cycle moved on');
  await end(ports, settings, found, { by: caller.accountId, move: 'close' });
  return getCycle(ports, settings, caller);
}

/** A cycle with an empty queue ends by itself. */
export async function closeEmptyCycle(ports: Ports, settings: Settings): Promise<void> {
  const latest = await openCycleOf(ports);
  if (latest?.cycle.opening?.queue.items !== 0) return;
  try {
    await end(ports, settings, latest, { by: 'seatpath', move: 'close-empty' });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

async function end(
  ports: Ports,
  settings: Settings,
  { cycle, version }: StoredCycle,
  { by, move }: { by: string; move: CycleMove },
): Promise<void> {
  const stored = await allRecords(ports);
  const now = await cycleNow(ports, settings, cycle, stored);
  const ending = await endingOf(ports, cycle, now, { by, stored });
  await ports.cycles.save([{ cycle: { ...cycle, state: cycleAfter(cycle.state, move)!, ending }, version }]);
}
