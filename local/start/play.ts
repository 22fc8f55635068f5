import { join } from 'node:path';
import { createHostClock, type HostClock } from '../host/clock';
import { type Host, startHost } from '../host/host';
import { installAppTime } from '../host/runtime/app-time';
import type { ProductGateway } from '../host/runtime/product';
import { startWeb } from '../host/web/server';
import { type SimulatedOrg, startSimulatedOrg } from '../org/server';
import { ATLASSIAN_ORIGIN, type LiveSource } from '../trace/arguments';
import { jiraView } from './jira-view';
import { keepSimulation } from './kept-simulation';
import { liveJira } from './live-jira';
import type { LiveJira } from './settings';
import { simulatedJira } from './simulated-jira';
import type { Stage } from './stage-type';
import { sharedTime } from './time';

export interface PlayOptions {
  readonly stage: Stage;
  readonly projectDir: string;
  readonly dataDir: string;
  /** 0: any free port. */
  readonly port: number;
  /** Where the organization API is a real one. */
  readonly live: LiveSource | null;
  readonly jira: LiveJira | null;
}

export interface Play {
  readonly org: SimulatedOrg;
  readonly host: Host;
  readonly clock: HostClock;
  /** Serves the page; from then on due work runs by itself. */
  open(): Promise<string>;
  close(): Promise<void>;
}

/** Events that the host delivers at once. */
const PARALLEL_EVENTS = 4;
/** How much time a run that is broken off may forget, in wall milliseconds. */
const KEEP_EVERY_MS = 30_000;
/** The wall's time, taken before the app's is put in its place. */
const wall = Date.now.bind(Date);

/** Puts a stage on: the organization, the local host with one installation a site, and the page around it. */
export async function play(options: PlayOptions): Promise<Play> {
  const { stage, live } = options;
  const manifestPath = join(options.projectDir, 'manifest.yml');
  const simulation = keepSimulation(options.dataDir);
  const org = await startSimulatedOrg(stage.world, { jiraContent: simulation.before.jira });
  if (simulation.before.now > org.clock.now()) org.clock.advanceTo(simulation.before.now);
  const keep = (): void => simulation.keep({ now: org.clock.now(), jira: org.jiraContent() });
  const clock = createHostClock(sharedTime(org.clock, wall));
  const jira: ProductGateway = options.jira === null ? simulatedJira(org) : liveJira(options.jira);
  const products: ProductGateway = async (call) => {
    const response = await jira(call);
    if ((call.init.method ?? 'GET') !== 'GET') keep();
    return response;
  };
  const host = await startHost({
    manifestPath,
    loadApp: () => import('../../src/index'),
    dataDir: options.dataDir,
    clock,
    installations: stage.world.sites.map((site, i) => ({
      installationId: `installation-${i + 1}`,
      cloudId: site.cloudId,
      siteUrl: options.jira?.url ?? site.url,
    })),
    egressOrigins: { [ATLASSIAN_ORIGIN]: live?.adminUrl ?? org.origin },
    products,
    delivery: { parallel: PARALLEL_EVENTS },
  });
  // A live organization lives in the wall's time, and so does the app before it.
  const restoreTime = live === null ? installAppTime(clock) : () => undefined;
  const advance = async (ms: number): Promise<void> => {
    await clock.reach(clock.now() + ms);
    keep();
  };
  const closing: (() => Promise<void>)[] = [];
  const names = new Map(stage.world.users.map((user) => [user.accountId, user.name]));
  return {
    org,
    host,
    clock,
    async open() {
      const stop = host.runByItself();
      const keeping = setInterval(keep, KEEP_EVERY_MS).unref();
      const web = await startWeb(host, {
        manifestPath,
        people: [...stage.people],
        jiraView: jiraView(products, host.installations, {
          nameOf: (accountId) => names.get(accountId) ?? accountId,
          // A real Jira knows one person only: the owner of the token.
          speakers: options.jira === null ? stage.people : [],
        }),
        ...(live === null ? { advance } : {}),
        runDailyTick: (installationId) => host.fireSchedule('every-day', installationId),
        notice: options.jira === null && live !== null ? `${stage.notice} Jira is simulated.` : stage.notice,
        ports: { product: options.port },
      });
      closing.push(async () => {
        stop();
        clearInterval(keeping);
        await web.close();
      });
      return web.productUrl;
    },
    async close() {
      for (const step of closing) await step();
      keep();
      restoreTime();
      await host.close();
      await org.close();
    },
  };
}
