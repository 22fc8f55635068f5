import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createHostClock } from './host/clock';
import { type Host, startHost } from './host/host';
import { installAppTime } from './host/runtime/app-time';
import { startWeb } from './host/web/server';
import { people as demoPeople } from './org/demo/people';
import { startSimulatedOrg } from './org/server';
import { firstRun } from './start/first-run';
import { jiraView } from './start/jira-view';
import { liveJira } from './start/live-jira';
import { buildPageIfStale } from './start/page-build';
import { readStartSettings, START_USAGE, type StartSettings } from './start/settings';
import { simulatedJira } from './start/simulated-jira';
import { setStage, type Stage } from './start/stage';
import { sharedTime } from './start/time';
import { ATLASSIAN_ORIGIN, UsageError } from './trace/arguments';
import { explain } from './trace/run';

const projectDir = resolve(__dirname, '..');
const WEB_PARALLEL = 4;
/** The wall's time, taken before the app's is put in its place. */
const wall = Date.now.bind(Date);

/** Each source has a folder of its own, so that two organizations never share a store. */
function dataDirOf(settings: StartSettings, stage: Stage): string {
  const name = createHash('sha256')
    .update(`${settings.source?.kind ?? 'demo'} ${stage.world.org.id}`)
    .digest('hex');
  return join(settings.dataDir, name.slice(0, 12));
}

async function start(settings: StartSettings): Promise<void> {
  buildPageIfStale(projectDir);
  const { source } = settings;
  const stage = await setStage(source);
  const dataDir = dataDirOf(settings, stage);
  if (settings.fresh) rmSync(dataDir, { recursive: true, force: true });

  const org = await startSimulatedOrg(stage.world);
  const clock = createHostClock(sharedTime(org.clock, wall));
  const live = source?.kind === 'live' ? source : null;
  const products = settings.jira === null ? simulatedJira(org) : liveJira(settings.jira);
  const host = await startHost({
    manifestPath: join(projectDir, 'manifest.yml'),
    loadApp: async () => (await import('../src/index')) as unknown as Record<string, unknown>,
    dataDir,
    clock,
    installations: stage.world.sites.map((site, i) => ({
      installationId: `installation-${i + 1}`,
      cloudId: site.cloudId,
      siteUrl: settings.jira?.url ?? site.url,
    })),
    egressOrigins: { [ATLASSIAN_ORIGIN]: live?.adminUrl ?? org.origin },
    products,
    delivery: { parallel: WEB_PARALLEL },
  });
  if (live === null) installAppTime(clock);
  const progress = await runFirstScan(
    host,
    settings,
    stage,
    live ?? { orgKey: org.orgKey, scimKeys: org.scimKeys },
  );
  host.runByItself();
  const nameOf = (accountId: string): string =>
    stage.world.users.find((user) => user.accountId === accountId)?.name ?? accountId;
  const web = await startWeb(host, {
    manifestPath: join(projectDir, 'manifest.yml'),
    people: [...stage.people],
    jiraView: jiraView(products, host.installations, nameOf),
    ...(live === null ? { advance: (ms: number) => clock.reach(clock.now() + ms) } : {}),
    runDailyTick: async (installationId) => {
      await host.fireSchedule('every-day', installationId);
    },
    notice: settings.jira === null && live !== null ? `${stage.notice} Jira is simulated.` : stage.notice,
    ports: { product: settings.port },
  });
  process.stdout.write(announce(web.productUrl, stage, progress));
}

function runFirstScan(
  host: Host,
  settings: StartSettings,
  stage: Stage,
  keys: { orgKey: string; scimKeys: ReadonlyMap<string, string> },
): ReturnType<typeof firstRun> {
  process.stdout.write('Running the first scan …\n');
  return firstRun({
    host,
    installationId: host.installations[0]!.installationId,
    admin: stage.admin,
    orgId: stage.world.org.id,
    ...keys,
    world: stage.world,
    identityOwner: settings.source === null ? demoPeople.identityOwner : null,
  });
}

function announce(url: string, stage: Stage, progress: Awaited<ReturnType<typeof firstRun>>): string {
  const scanned = progress.coverage
    ? `${progress.coverage.users.seen} accounts read with ${progress.requests} requests, ${progress.verdict ?? 'not finished'}`
    : (progress.failure ?? 'not finished');
  return `
${stage.notice}
First scan: ${scanned}.

  ${url}

There you can: see every account and product with each path that keeps the seat and who owns it;
open one and record a route-out (it creates an issue) or an exception; look at sources, records and
setup; change who you are, the theme and the clock at the top. Ctrl+C ends it; what you recorded stays
for the next start (--fresh forgets it).
`;
}

async function main(): Promise<void> {
  try {
    await start(readStartSettings(process.argv.slice(2), process.env, projectDir));
  } catch (error) {
    const { exitCode, message } = explain(error);
    process.stderr.write(`start: ${message}\n`);
    if (error instanceof UsageError) process.stderr.write(`${START_USAGE}\n`);
    process.exit(exitCode);
  }
}

void main();
