import type { Outcome } from './outcome';
import { approveAndHandOff } from './policies/hand-off';
import { none } from './policies/none';
import { approveAndRemove, removeUnused } from './policies/remove';
import { suspendUnused } from './policies/suspend';
import { runPolicy } from './run-policy';
import { type Check, checkRun } from './seatpath/checks';
import { runSeatpath } from './seatpath/run';
import type { SimulateSettings } from './arguments';
import { organizationOfWeeks } from './weeks';

export interface Simulation {
  readonly outcomes: readonly Outcome[];
  readonly checks: readonly Check[];
}

/**
 * Lets every policy work through the same weeks, each in an organization of its own, and holds what each says of
 * itself against what is true there. `tell` is called with what comes next.
 */
export async function simulate(
  { weeks, seed }: SimulateSettings,
  tell: (words: string) => void,
): Promise<Simulation> {
  const world = organizationOfWeeks(weeks, seed);
  const outcomes: Outcome[] = [];
  for (const policy of [none, suspendUnused, removeUnused, approveAndRemove, approveAndHandOff()]) {
    tell(`${policy.id}: ${policy.name}`);
    outcomes.push(await runPolicy(world, policy, weeks));
  }
  tell('P5: Seatpath');
  const run = await runSeatpath(world, weeks);
  try {
    return { outcomes: [...outcomes, run.outcome], checks: checkRun(run) };
  } finally {
    await run.desk.close();
  }
}
