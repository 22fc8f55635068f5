import { generateDemoOrg } from '../../local/org/demo/generate';
import { people } from '../../local/org/demo/people';
import type { OrgFile } from '../../local/org/org-file';
import { type SimulatedOrg, startSimulatedOrg } from '../../local/org/server';
import { simulatedJira } from '../../local/start/simulated-jira';
import { createHostClock, handClock } from '../../local/host/clock';
import { type Host, startHost } from '../../local/host/host';
import { installAppTime } from '../../local/host/runtime/app-time';
import type { Call, Input, Output, Reply } from '../../src/contracts/api';

export interface RunningApp {
  readonly org: SimulatedOrg;
  readonly host: Host;
  readonly installationId: string;
  /** Makes a call as the page would, and gives the whole reply. */
  reply<C extends Call>(call: C, input: Input<C>, accountId?: string): Promise<Reply<Output<C>>>;
  /** Makes a call that must succeed. */
  call<C extends Call>(call: C, input: Input<C>, accountId?: string): Promise<Output<C>>;
  /** Moves the one clock of host and organization. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface RunningAppOptions {
  readonly world?: OrgFile;
  readonly loadApp?: () => Promise<Record<string, unknown>>;
  readonly dataDir?: string;
}

export const INSTALLATION = 'installation-1';

/** The real app on the local host over a simulated organization (by default the demo one). */
export async function startApp(options: RunningAppOptions = {}): Promise<RunningApp> {
  const world = options.world ?? generateDemoOrg();
  const org = await startSimulatedOrg(world);
  const hand = handClock(Date.parse(world.now));
  const clock = createHostClock({
    now: hand.now,
    advanceTo: (ms) => {
      hand.advanceTo?.(ms);
      org.clock.advanceTo(ms);
    },
  });
  const host = await startHost({
    manifestPath: 'manifest.yml',
    loadApp:
      options.loadApp ??
      (async () => (await import('../../src/index')) as unknown as Record<string, unknown>),
    dataDir: options.dataDir ?? ':memory:',
    clock,
    installations: [
      { installationId: INSTALLATION, cloudId: world.sites[0]!.cloudId, siteUrl: world.sites[0]!.url },
    ],
    egressOrigins: { 'https://api.atlassian.com': org.origin },
    products: simulatedJira(org),
  });
  const restoreTime = installAppTime(clock);
  const reply: RunningApp['reply'] = async (call, input, accountId = people.orgAdmin) =>
    (await host.invoke(INSTALLATION, call, input, { accountId, moduleKey: 'seatpath' })) as never;
  return {
    org,
    host,
    installationId: INSTALLATION,
    reply,
    async call(call, input, accountId) {
      const answer = await reply(call, input, accountId);
      if (!answer.ok) {
        const logs = host.inspect(INSTALLATION).logs.slice(-3);
        throw new Error(`${call}: ${answer.error.code}: ${answer.error.message} ${JSON.stringify(logs)}`);
      }
      return answer.data;
    },
    advance: (ms) => clock.reach(clock.now() + ms),
    async close() {
      restoreTime();
      await host.close();
      await org.close();
    },
  };
}
