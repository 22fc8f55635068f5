import type { OrgFile } from '../org/org-file';
import { startSimulatedOrg } from '../org/server';
import { castOf } from './cast';
import { administrator } from './edits';
import { everydayLife } from './everyday-life';
import { providerDesk } from './identity-team';
import { type Outcome, outcomeOf } from './outcome';
import type { Policy } from './policies/policy';
import { watchReturns } from './returns';
import { type Seat, seatsHeld } from './truth';
import { START } from './weeks';

const DAY_MS = 86_400_000;

/** Lets one policy work through so many weeks in an organization of its own. */
export async function runPolicy(world: OrgFile, policy: Policy, weeks: number): Promise<Outcome> {
  const org = await startSimulatedOrg(world);
  try {
    const cast = castOf(world);
    const admin = administrator(org, world.org.id);
    const providers = providerDesk(org);
    const returns = watchReturns(org, world.timeline, providers);
    const life = everydayLife(org, cast, { start: START, returns });
    const claimed: Seat[] = [];
    const hit = new Set<string>();
    let [decisions, wrongOwners] = [0, 0];
    for (let day = 0; day < weeks * 7; day += 1) {
      if (day % 7 === 0) {
        const before = seatsHeld(org);
        const week = await policy.week({ org, admin, providers, cast });
        const after = seatsHeld(org);
        for (const [key, { accountId }] of before) if (!after.has(key)) hit.add(accountId);
        claimed.push(...week.claimed);
        decisions += week.decisions;
        wrongOwners += week.wrongOwners;
      }
      org.clock.advanceBy(DAY_MS);
      providers.day();
      life.day();
      returns.day();
    }
    const { id, name } = policy;
    const work = { id, name, edits: admin.edits, wrongOwners, claimed, decisions, hit };
    return outcomeOf(org, cast, work, seatsHeld(org).size);
  } finally {
    await org.close();
  }
}
