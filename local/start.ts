import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RoleGrant } from '../src/contracts/settings';
import { people as demoPeople } from './org/demo/people';
import { PortTaken } from './host/web/port-taken';
import { firstRun } from './start/first-run';
import { buildPageIfStale } from './start/page-build';
import { type Play, play } from './start/play';
import { readStartSettings, START_USAGE, type StartSettings } from './start/settings';
import { setStage } from './start/stage';
import type { Stage } from './start/stage-type';
import { UsageError } from './trace/arguments';
import { explain } from './trace/run';

const projectDir = resolve(__dirname, '..');

/** Each source has a folder of its own, so that two organizations never share a store. */
function dataDirOf(settings: StartSettings, stage: Stage): string {
  const name = `${settings.source?.kind ?? 'demo'} ${stage.world.org.id}`;
  return join(settings.dataDir, createHash('sha256').update(name).digest('hex').slice(0, 12));
}

async function start(settings: StartSettings): Promise<void> {
  buildPageIfStale(projectDir);
  const stage = await setStage(settings.source);
  const dataDir = dataDirOf(settings, stage);
  if (settings.fresh) rmSync(dataDir, { recursive: true, force: true });
  const live = settings.source?.kind === 'live' ? settings.source : null;
  const stagePlay = await play({
    stage,
    projectDir,
    dataDir,
    port: settings.port,
    live,
    jira: settings.jira,
  });
  process.stdout.write('Running the first scan …\n');
  const { host, org } = stagePlay;
  const progress = await firstRun({
    host,
    installationId: host.installations[0]!.installationId,
    admin: stage.admin,
    orgId: stage.world.org.id,
    orgKey: live?.orgKey ?? org.orgKey,
    scimKeys: live?.scimKeys ?? org.scimKeys,
    world: stage.world,
    identityOwner: settings.source === null ? demoPeople.identityOwner : null,
    roles: settings.source === null ? demoRoles(stage) : [],
    waits: live === null,
  });
  process.stdout.write(announce(await openPage(stagePlay), stage, progress));
}

async function openPage(stagePlay: Play): Promise<string> {
  try {
    return await stagePlay.open();
  } catch (error) {
    throw error instanceof PortTaken ? new UsageError(`--port: ${error.message}`) : error;
  }
}

/** The demo's people have the roles that their names in the user switcher promise. */
function demoRoles(stage: Stage): RoleGrant[] {
  const { reviewer, finance, auditor, identityOwner } = demoPeople;
  const idpId = stage.world.identityProviders[0]!.scimDirectoryId;
  return [
    { accountId: reviewer, role: 'reviewer', idpId: null },
    { accountId: finance, role: 'finance', idpId: null },
    { accountId: auditor, role: 'auditor', idpId: null },
    { accountId: identityOwner, role: 'identity-owner', idpId },
  ];
}

function announce(url: string, stage: Stage, progress: Awaited<ReturnType<typeof firstRun>>): string {
  const scanned = progress.coverage
    ? `${progress.coverage.users.seen} accounts read with ${progress.requests} requests, ${progress.verdict ?? 'not finished'}`
    : (progress.failure ?? 'under way; the page shows how far it is');
  return `
${stage.notice}
First scan: ${scanned}.

  ${url}

There you can: go through this week's review, decide sources and whole items, and let the next week
come with the clock at the top; see every account and product with each path that keeps the seat and who
owns it; look at records and setup; change who you are and the theme. As the identity owner, open the
Seatpath desk under Apps. Ctrl+C ends it; what you recorded stays for the next start (--fresh forgets it).
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
