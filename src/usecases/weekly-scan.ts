import { lastDue } from '../review/calendar';
import { UseCaseError } from './errors';
import { Conflict, type Ports } from './ports';
import { reviveScan, startScan } from './scans';

/**
 * The part of a daily tick that scans: sends a stalled scan on its way, or begins the one that is due. Fired twice, or
 * late, or not at all for days, it ends in one scan a week; one that failed is tried again at the next tick, and
 * without a key there is nothing to do.
 */
export async function weeklyScan(ports: Ports): Promise<'revived' | 'started' | 'nothing due'> {
  if (await reviveScan(ports)) return 'revived';
  const settings = await ports.settings.load();
  const last = await ports.scans.load();
  const due = lastDue({ ...settings.review, every: 'week' }, ports.clock.now());
  if (last !== null && last.status !== 'failed' && Date.parse(last.state.startedAt) >= due)
    return 'nothing due';
  try {
    await startScan(ports, settings, null);
    return 'started';
  } catch (error) {
    // Somebody else began one at this moment.
    if (error instanceof Conflict) return 'nothing due';
    if (error instanceof UseCaseError && (error.code === 'KEY_MISSING' || error.code === 'SCAN_RUNNING'))
      return 'nothing due';
    throw error;
  }
}
