import type { Cycle } from '../../contracts/cycles';
import type { Settings } from '../../contracts/settings';
import { cycleIdOf, lastDue } from '../../review/calendar';
import { Conflict, type Ports } from '../ports';

/**
 * Writes down the cycle that is due, once: a tick that fires twice, comes late or breaks off ends in the same
 * one. Weeks in which nothing ran get none, for nobody can review the past. Gives whether there is a new one.
 */
export async function beginDueCycle(ports: Ports, settings: Settings): Promise<boolean> {
  const dueAt = lastDue(settings.review, ports.clock.now());
  const id = cycleIdOf(dueAt, settings.review.timeZone);
  const latest = await ports.cycles.latest();
  // Another weekday or time zone may move the due date back into a week that had its cycle, or before it.
  if (latest !== null && (latest.cycle.id === id || Date.parse(latest.cycle.dueAt) >= dueAt)) return false;
  const cycle: Cycle = {
    schema: 1,
    id,
    state: 'collecting',
    dueAt: new Date(dueAt).toISOString(),
    begunAt: new Date(ports.clock.now()).toISOString(),
    opening: null,
    ending: null,
    digest: { issueKey: null },
  };
  try {
    await ports.cycles.begin(cycle);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
