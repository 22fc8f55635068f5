import { generateDemoOrg } from '../../local/org/demo/generate';
import { people } from '../../local/org/demo/people';
import type { OrgFile } from '../../local/org/org-file';
import { type SimulatedOrg, type SimulatedOrgOptions, startSimulatedOrg } from '../../local/org/server';
import { simulatedJira } from '../../local/start/simulated-jira';
import { createHostClock, handClock, type HostClock } from '../../local/host/clock';
import { type Host, type HostOptions, startHost } from '../../local/host/host';
import { installAppTime } from '../../local/host/runtime/app-time';
import type { ProductCall } from '../../local/host/runtime/product';
import type { Call, Input, Output, Reply } from '../../src/contracts/api';
import { type Front, startFront } from './front';

/** Answers in Jira's place, or lets the call pass with null. */
export type JiraIntercept = (call: ProductCall) => Response | null | Promise<Response | null>;

export interface RunningApp {
  readonly org: SimulatedOrg;
  /** One for each world; `org` is the first. */
  readonly orgs: readonly SimulatedOrg[];
  /** Between the app and the organizations: sees, and may answer, every request. */
  readonly front: Front;
  /** The host that runs now: another one after `restart`. */
  readonly host: Host;
  readonly clock: HostClock;
  readonly installationId: string;
  /** Calls to Jira since the start. */
  readonly jiraCalls: readonly ProductCall[];
  interceptJira(by: JiraIntercept | null): void;
  /** Makes a call as the page would, and gives the whole reply. */
  reply<C extends Call>(
    call: C,
    input: Input<C>,
    accountId?: string,
    installationId?: string,
  ): Promise<Reply<Output<C>>>;
  /** Makes a call that must succeed. */
  call<C extends Call>(
    call: C,
    input: Input<C>,
    accountId?: string,
    installationId?: string,
  ): Promise<Output<C>>;
  /** Sends whatever a caller could send, under any name. */
  invoke(name: string, payload: unknown, accountId?: string, installationId?: string): Promise<unknown>;
  /** Moves the one clock of host and organizations. */
  advance(ms: number): Promise<void>;
  /** Stops the host where it stands, without an end to what it does. */
  stop(): Promise<void>;
  /** Stops the host and starts another one on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface RunningAppOptions {
  readonly world?: OrgFile;
  /** Several organizations, one installation on the first site of each; instead of `world`. */
  readonly worlds?: readonly OrgFile[];
  /** Installations on each site of the world, not only on the first. */
  readonly everySite?: boolean;
  /** Who makes calls unless said otherwise: the demo's organization admin. */
  readonly caller?: string;
  readonly loadApp?: () => Promise<Record<string, unknown>>;
  readonly dataDir?: string;
  readonly delivery?: NonNullable<HostOptions['delivery']>;
  readonly random?: () => number;
  /** Milliseconds of a platform call; on `{}` the clock stands still but when the test moves it. */
  readonly callCost?: NonNullable<HostOptions['callCost']>;
  readonly org?: SimulatedOrgOptions;
  /** Sees every call to the platform before it is made; what it throws the call throws. */
  readonly onPlatformCall?: () => void;
  /** Sees that such a call has taken effect; what it throws the call throws. */
  readonly onPlatformAnswer?: () => void;
  /** Epoch ms at which the clock stands, where that is later than the world's own. */
  readonly startsAt?: number;
}

export const INSTALLATION = 'installation-1';

/**
 * Milliseconds of a platform call on the moved clock. On one that stands still all calls would fall into the
 * same rate windows.
 */
const CALL_COST = { storage: 10, queue: 10, product: 100, egress: 200 };

/** The real app on the local host over simulated organizations (by default the demo one). */
export async function startApp(options: RunningAppOptions = {}): Promise<RunningApp> {
  const worlds = options.worlds ?? [options.world ?? generateDemoOrg()];
  const orgs: SimulatedOrg[] = [];
  for (const world of worlds) orgs.push(await startSimulatedOrg(world, options.org));
  const front = await startFront(orgs);
  const hand = handClock(Math.max(options.startsAt ?? 0, ...orgs.map((org) => org.clock.now())));
  const clock = createHostClock({
    now: () => hand.now(),
    advanceTo: (ms) => {
      hand.advanceTo?.(ms);
      for (const org of orgs) if (ms > org.clock.now()) org.clock.advanceTo(ms);
    },
  });
  const installations = worlds.flatMap((world, w) =>
    (options.everySite === true ? world.sites : world.sites.slice(0, 1)).map((site) => ({ site, w })),
  );
  const orgOf = new Map(installations.map(({ site, w }) => [site.cloudId, orgs[w]!]));

  const jiraCalls: ProductCall[] = [];
  const state: { jira: JiraIntercept | null } = { jira: null };
  const products = async (call: ProductCall): Promise<Response> => {
    jiraCalls.push(call);
    return (await state.jira?.(call)) ?? (await simulatedJira(orgOf.get(call.installation.cloudId)!)(call));
  };
  const begin = (): Promise<Host> =>
    startHost({
      manifestPath: 'manifest.yml',
      loadApp: options.loadApp ?? (async () => await import('../../src/index')),
      dataDir: options.dataDir ?? ':memory:',
      clock,
      installations: installations.map(({ site }, i) => ({
        installationId: `installation-${i + 1}`,
        cloudId: site.cloudId,
        siteUrl: site.url,
      })),
      egressOrigins: { 'https://api.atlassian.com': front.origin },
      products,
      callCost: options.callCost ?? CALL_COST,
      ...(options.delivery === undefined ? {} : { delivery: options.delivery }),
      ...(options.random === undefined ? {} : { random: options.random }),
      ...(options.onPlatformCall === undefined ? {} : { onPlatformCall: options.onPlatformCall }),
      ...(options.onPlatformAnswer === undefined ? {} : { onPlatformAnswer: options.onPlatformAnswer }),
    });
  let host = await begin();
  let running = true;
  const restoreTime = installAppTime(clock);
  const caller = options.caller ?? people.orgAdmin;

  const invoke: RunningApp['invoke'] = (name, payload, accountId = caller, installationId = INSTALLATION) =>
    host.invoke(installationId, name, payload, { accountId, moduleKey: 'seatpath' });
  const reply: RunningApp['reply'] = async (call, input, accountId, installationId) =>
    (await invoke(call, input, accountId, installationId)) as never;
  const stop = async (): Promise<void> => {
    if (running) await host.close();
    running = false;
  };
  return {
    org: orgs[0]!,
    orgs,
    front,
    get host() {
      return host;
    },
    clock,
    installationId: INSTALLATION,
    jiraCalls,
    interceptJira: (by) => {
      state.jira = by;
    },
    reply,
    async call(call, input, accountId, installationId = INSTALLATION) {
      const answer = await reply(call, input, accountId, installationId);
      if (answer.ok) return answer.data;
      const logs = host.inspect(installationId).logs.slice(-3);
      throw new Error(`${call}: ${answer.error.code}: ${answer.error.message} ${JSON.stringify(logs)}`);
    },
    invoke,
    advance: (ms) => clock.reach(clock.now() + ms),
    stop,
    async restart() {
      await stop();
      host = await begin();
      running = true;
    },
    async close() {
      restoreTime();
      await stop();
      await front.close();
      for (const org of orgs) await org.close();
    },
  };
}
