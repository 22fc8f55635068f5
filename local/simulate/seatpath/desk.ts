import type { Call, Input, Output, Reply } from '../../../src/contracts/api';
import { createHostClock, handClock } from '../../host/clock';
import { startHost } from '../../host/host';
import { installAppTime } from '../../host/runtime/app-time';
import type { OrgFile } from '../../org/org-file';
import { type SimulatedOrg, startSimulatedOrg } from '../../org/server';
import { simulatedJira } from '../../start/simulated-jira';
import { ATLASSIAN_ORIGIN } from '../../trace/arguments';
import type { Desk } from './reviewers';

export interface OpenDesk extends Desk {
  readonly org: SimulatedOrg;
  close(): Promise<void>;
}

/** Milliseconds of a platform call on the clock that is moved by hand, so that calls do not all fall into one rate window. */
const CALL_COST = { storage: 10, queue: 10, product: 100, egress: 200 };

/** The real app on the local host over a simulated organization, in a time that is moved by hand. */
export async function openDesk(world: OrgFile, person: string): Promise<OpenDesk> {
  const org = await startSimulatedOrg(world);
  const hand = handClock(org.clock.now());
  const clock = createHostClock({
    now: () => hand.now(),
    advanceTo: (ms) => {
      hand.advanceTo?.(ms);
      if (ms > org.clock.now()) org.clock.advanceTo(ms);
    },
  });
  const installationId = 'installation-1';
  const [site] = world.sites;
  const host = await startHost({
    manifestPath: 'manifest.yml',
    loadApp: () => import('../../../src/index'),
    dataDir: ':memory:',
    clock,
    installations: [{ installationId, cloudId: site!.cloudId, siteUrl: site!.url }],
    egressOrigins: { [ATLASSIAN_ORIGIN]: org.origin },
    products: simulatedJira(org),
    callCost: CALL_COST,
  });
  const restoreTime = installAppTime(clock);
  return {
    org,
    host,
    installationId,
    clock,
    async call<C extends Call>(call: C, input: Input<C>, accountId = person): Promise<Output<C>> {
      const reply = (await host.invoke(installationId, call, input, {
        accountId,
        moduleKey: 'seatpath',
      })) as Reply<Output<C>>;
      if (reply.ok) return reply.data;
      throw new Error(`${call}: ${reply.error.code}: ${reply.error.message}`);
    },
    advance: (ms) => clock.reach(clock.now() + ms),
    async close() {
      restoreTime();
      await host.close();
      await org.close();
    },
  };
}
