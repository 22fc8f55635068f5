import { randomUUID } from 'node:crypto';
import type { ScanReport } from '../../src/contracts/coverage';
import type { Snapshot } from '../../src/contracts/snapshot';
import { type ClientOptions, createClient } from '../../src/atlassian/http';
import { organizationApi } from '../../src/atlassian/organization';
import { createPace } from '../../src/atlassian/pace';
import { createRequestCounter } from '../../src/atlassian/request-counter';
import { scimApi } from '../../src/atlassian/scim';
import { finishScan, runScan } from '../../src/snapshot/scan';
import { newScan, type ScanState } from '../../src/snapshot/scan-state';
import { fetchHttp } from './fetch-http';
import type { Journal } from './journal';
import type { Target } from './target';

export interface ScanTargetOptions {
  readonly target: Target;
  readonly journal: Journal;
  readonly deep: boolean;
  readonly concurrency: number;
  readonly onProgress: (state: ScanState) => void;
}

/** Scans a target to the end, from where an earlier run of the same source stopped. Throws `ApiError`. */
export async function scanTarget(
  options: ScanTargetOptions,
): Promise<{ snapshot: Snapshot; report: ScanReport; resumed: boolean }> {
  const { target, journal } = options;
  const { clock } = target;
  const stopped = journal.stopped();
  const state = stopped ?? newScan(randomUUID(), new Date(clock.now()).toISOString());
  const counter = createRequestCounter(state.requests);
  const shared: Omit<ClientOptions, 'key' | 'pace'> = {
    origin: target.adminUrl,
    http: fetchHttp,
    clock,
    random: Math.random,
    counter,
    contact: { since: clock.now(), answered: false },
  };
  const clientFor = (key: string): ReturnType<typeof createClient> =>
    createClient({ ...shared, key, pace: createPace(clock) });
  const outcome = await runScan(state, {
    sources: {
      organization: organizationApi(clientFor(target.orgKey), target.orgId),
      scim: new Map([...target.scimKeys].map(([id, key]) => [id, scimApi(clientFor(key), id)])),
      people: journal.people,
    },
    store: journal.store,
    clock,
    counter,
    concurrency: options.concurrency,
    deep: options.deep,
    // Nothing that a trace writes comes from there, and its calls are few a minute.
    readAudit: false,
    mayGoOn: () => true,
    onProgress: options.onProgress,
  });
  if (outcome.ended === 'paused') throw new Error('a trace has no reason to pause');
  return { ...finishScan(outcome.state, outcome.collected, target.unread), resumed: stopped !== null };
}
