import { createHash, randomUUID } from 'node:crypto';
import { getAppContext } from '@forge/api';
import { Queue } from '@forge/events';
import type { Clock } from './contracts/ports';
import { LongWait } from './atlassian/errors';
import { forgeHttp, forgeJiraAsApp, forgeJiraAsUser } from './atlassian/forge-transport';
import { type Client, createClient } from './atlassian/http';
import { jiraApi } from './atlassian/jira';
import { organizationApi } from './atlassian/organization';
import { createPace } from './atlassian/pace';
import { createRequestCounter, type RequestCounter } from './atlassian/request-counter';
import { scimApi } from './atlassian/scim';
import { subjectOf } from './review/subjects';
import { batchRepository } from './storage/batches';
import { chainRepository } from './storage/chain';
import { cycleRepository } from './storage/cycles';
import { keyRepository } from './storage/key-ring';
import { recordRepository } from './storage/records';
import { savingsRepository } from './storage/savings';
import { scanRepository } from './storage/scans';
import { settingsRepository } from './storage/settings';
import { setupCheckRepository } from './storage/setup-checks';
import { snapshotRepository } from './storage/snapshots';
import type { Ports } from './usecases/ports';
import { createMemory } from './memory';

/** The one origin of manifest.yml: it serves the organization API and the SCIM API. */
const ADMIN_ORIGIN = 'https://api.atlassian.com';
/** 100 external calls a minute for one invocation (limits page, 2026-09-01): a little slower than that. */
const CALL_SPACING_MS = 620;
/** A longer wait is left to the next event: time that only passes is billed. */
const LONGEST_WAIT_MS = 20_000;

const clock: Clock = {
  now: () => Date.now(), // eslint-disable-line no-restricted-syntax -- the one place where the app's time comes from
  sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)), // eslint-disable-line no-restricted-syntax -- the one place where the app waits
};
// eslint-disable-next-line no-restricted-syntax -- the one place where the app's chance comes from
const chance = (): number => Math.random();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const memory = createMemory();
/** Apart from the tables, so that looking at many scans never forgets the records. */
const logs = createMemory();

/**
 * The address of an app’s one global page, `/jira/apps/{appId}/{envId}` (jira-global-page, 2026-01-13), with the ids that
 * the runtime tells (app-context-api, 2024-11-08). Without them there is no address: none is ever guessed.
 */
function pathOfDesk(): string | null {
  const { appAri, environmentAri } = getAppContext();
  const ids = [appAri.appId, environmentAri.environmentId];
  return ids.every((id) => /^[\da-f-]{36}$/i.test(id)) ? `/jira/apps/${ids.join('/')}` : null;
}

/** A clock on which nobody waits beyond a moment: a wait that would end later is thrown as `LongWait`. */
const clockUntil = (end: number): Clock => ({
  now: () => clock.now(),
  sleep: (ms) => (clock.now() + ms > end ? Promise.reject(new LongWait(ms)) : clock.sleep(ms)),
});

/**
 * Binds the use cases to Atlassian, storage and clock for one invocation of one installation, which is named by
 * the ARI of its site. After `patienceMs`
 * a call to the organization is no longer waited for or tried again: `LongWait`.
 */
export function bindPorts(installation: string, patienceMs = Infinity): Ports {
  const waiting = clockUntil(clock.now() + patienceMs);
  const pace = createPace(waiting, { maxWaitMs: LONGEST_WAIT_MS, spacingMs: CALL_SPACING_MS });
  const contact = { since: clock.now(), answered: false };
  const clientFor = (key: string, counter: RequestCounter = createRequestCounter()): Client =>
    createClient({
      origin: ADMIN_ORIGIN,
      key,
      http: forgeHttp,
      clock: waiting,
      random: chance,
      pace,
      counter,
      contact,
    });
  return {
    clock,
    newId: randomUUID,
    sha256,
    settings: settingsRepository,
    keys: keyRepository,
    setupChecks: setupCheckRepository,
    scans: scanRepository(clock),
    snapshots: snapshotRepository,
    records: recordRepository({
      sha256,
      subjectOf,
      rememberLog: (make) => logs.remember(installation, 'records', make),
    }),
    chain: chainRepository,
    cycles: cycleRepository(sha256),
    batches: batchRepository,
    savings: savingsRepository(sha256),
    cloudId: installation.slice(installation.lastIndexOf('/') + 1),
    deskPath: pathOfDesk(),
    jira: jiraApi(forgeJiraAsUser),
    jiraAsApp: jiraApi(forgeJiraAsApp),
    organization: (orgId, key, counter) => organizationApi(clientFor(key, counter), orgId),
    scim: (scimDirectoryId, key, counter) => scimApi(clientFor(key, counter), scimDirectoryId),
    pushScanStep: async (scanId, delaySeconds) => {
      const queue = new Queue({ key: 'scan-steps' });
      await queue.push({
        body: { scanId },
        delayInSeconds: delaySeconds,
        concurrency: { key: scanId, limit: 1 },
      });
    },
    pushBatchStep: async (batchId) => {
      const queue = new Queue({ key: 'batch-steps' });
      await queue.push({ body: { batchId }, concurrency: { key: batchId, limit: 1 } });
    },
    pushRouteOutStep: async (delaySeconds) => {
      const queue = new Queue({ key: 'route-out-steps' });
      await queue.push({
        body: {},
        delayInSeconds: delaySeconds,
        concurrency: { key: installation, limit: 1 },
      });
    },
    remember: (key, make) => memory.remember(installation, key, make),
  };
}
