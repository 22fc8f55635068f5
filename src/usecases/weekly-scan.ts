import { TZDate } from '@date-fns/tz';
import { addDays, startOfISOWeek } from 'date-fns';
import { type Settings, Weekday } from '../contracts/settings';
import { UseCaseError } from './errors';
import type { Ports } from './ports';
import { reviveScan, startScan } from './scans';

/** When this week's scan is due: the beginning of the chosen weekday, in the chosen time zone. Epoch ms. */
export function dueThisWeek(review: Settings['review'], now: number): number {
  const monday = startOfISOWeek(new TZDate(now, review.timeZone));
  return addDays(monday, Weekday.options.indexOf(review.weekday)).getTime();
}

/**
 * What a daily tick does: sends a stalled scan on its way, or begins this week's. Fired twice, or late, it
 * ends in one scan a week; without a key there is nothing to do.
 */
export async function weeklyScan(ports: Ports): Promise<'revived' | 'started' | 'nothing due'> {
  if (await reviveScan(ports)) return 'revived';
  const settings = await ports.settings.load();
  const due = dueThisWeek(settings.review, ports.clock.now());
  const last = await ports.scans.load();
  const isDone = last !== null && Date.parse(last.state.startedAt) >= due;
  if (ports.clock.now() < due || isDone) return 'nothing due';
  try {
    await startScan(ports, settings, null);
    return 'started';
  } catch (error) {
    if (error instanceof UseCaseError && (error.code === 'KEY_MISSING' || error.code === 'SCAN_RUNNING'))
      return 'nothing due';
    throw error;
  }
}
