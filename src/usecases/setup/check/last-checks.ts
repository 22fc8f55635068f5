import type { LastCheck, SetupStep } from '../../../contracts/setup-checks';
import { EvidenceBroken, type Ports } from '../../ports';
import { type TestedOn, testedOn } from './tested-on';

/**
 * The last test of each step, and whether it still tells of what is set up now. That of prices names products: who may
 * see those of one site alone is told it only if it was made of that site alone.
 */
export async function lastChecks(ports: Ports, on: TestedOn, everything: boolean): Promise<LastCheck[]> {
  const shown = (await ports.setupChecks.load()).filter(
    ({ check, scope }) => everything || check.step !== 'prices' || scope === 'site',
  );
  return Promise.all(
    shown.map(async ({ check, of }) => ({
      ...check,
      outdated: of !== (await testedOnNow(ports, check.step, on)),
    })),
  );
}

/** Null where nobody can tell: setup is shown also while the records that a test rests on cannot be read. */
async function testedOnNow(ports: Ports, step: SetupStep, on: TestedOn): Promise<string | null> {
  try {
    return await testedOn(ports, step, on);
  } catch (error) {
    if (error instanceof EvidenceBroken) return null;
    throw error;
  }
}
