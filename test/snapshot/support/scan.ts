import { createClient } from '../../../src/atlassian/http';
import { organizationApi } from '../../../src/atlassian/organization';
import { createPace } from '../../../src/atlassian/pace';
import { createRequestCounter } from '../../../src/atlassian/request-counter';
import { scimApi } from '../../../src/atlassian/scim';
import type { ScanReport } from '../../../src/contracts/coverage';
import { DecisionsDocument } from '../../../src/contracts/decisions';
import { buildDecisionTable } from '../../../src/decision/build';
import { writeDecisions } from '../../../src/evidence/decisions-file';
import { Part } from '../../../src/snapshot/parts';
import { finishScan, runScan, type ScanOutcome, type ScanStore } from '../../../src/snapshot/scan';
import { newScan, ScanState } from '../../../src/snapshot/scan-state';
import type { Served } from './served';

export interface MemoryStore extends ScanStore {
  /** What was committed last, through text as any real store would keep it. */
  state(): ScanState;
  /** The state after the first `waves` commits, in a store of its own. */
  upTo(waves: number): MemoryStore;
}

export function memoryStore(
  before: { states: readonly string[]; parts: readonly string[] } = { states: [], parts: [] },
  emailPatterns: readonly string[] = [],
): MemoryStore {
  const states = [...before.states];
  const stored = [...before.parts];
  return {
    async *waves(from, to) {
      for (let wave = from; wave < to; wave += 1) {
        yield Part.array().parse(JSON.parse(stored[wave]!));
      }
    },
    async commit(state, parts) {
      states.push(JSON.stringify(state));
      stored[state.waves - 1] = JSON.stringify(parts);
    },
    state: () => {
      const last = states.at(-1);
      return last === undefined
        ? newScan('scan-1', '2026-11-23T09:00:00.000Z', emailPatterns)
        : ScanState.parse(JSON.parse(last));
    },
    upTo: (waves) =>
      memoryStore({ states: states.slice(0, waves), parts: stored.slice(0, waves) }, emailPatterns),
  };
}

export interface ScanRun {
  readonly concurrency?: number;
  readonly deep?: boolean;
  readonly withoutScim?: boolean;
  readonly readAudit?: boolean;
  /** Asked between waves, as the app asks whether its time is up. */
  readonly mayGoOn?: () => boolean;
}

/** Goes on from what a store holds, with nothing else left of an earlier run. Throws `ApiError`. */
export async function scanOn(served: Served, store: MemoryStore, run: ScanRun = {}): Promise<ScanOutcome> {
  const { org, orgId, http } = served;
  const clock = {
    now: () => org.clock.now(),
    sleep: async (ms: number) => {
      org.clock.advanceBy(ms);
    },
  };
  const state = store.state();
  const counter = createRequestCounter(state.requests);
  const contact = { since: clock.now(), answered: true };
  const clientFor = (key: string): ReturnType<typeof createClient> =>
    createClient({
      origin: org.origin,
      key,
      http,
      clock,
      random: () => 0.5,
      pace: createPace(clock),
      counter,
      contact,
    });
  const scimKeys = run.withoutScim === true ? [] : [...org.scimKeys];
  return runScan(state, {
    sources: {
      organization: organizationApi(clientFor(org.orgKey), orgId),
      scim: new Map(scimKeys.map(([id, key]) => [id, scimApi(clientFor(key), id)])),
      people: null,
    },
    store,
    clock,
    counter,
    concurrency: run.concurrency ?? 6,
    deep: run.deep ?? false,
    readAudit: run.readAudit ?? false,
    mayGoOn: run.mayGoOn ?? (() => true),
    onProgress: () => undefined,
  });
}

export interface Told {
  /** decisions.json without what `scan` says of times, id and requests. */
  readonly bytes: string;
  readonly document: DecisionsDocument;
  readonly report: ScanReport;
}

/** What a finished scan amounts to. */
export function tell(served: Served, outcome: ScanOutcome): Told {
  if (outcome.ended !== 'finished') throw new Error('the scan has not finished');
  const { snapshot, report } = finishScan(outcome.state, outcome.collected, served.unread);
  const now = Date.parse('2026-11-23T09:00:00Z');
  const table = buildDecisionTable(snapshot, { now, inactiveDays: 90, plans: new Map() });
  const quiet: ScanReport = {
    ...report,
    id: '',
    startedAt: '2026-11-23T09:00:00Z',
    finishedAt: '2026-11-23T09:00:00Z',
    requests: { total: 0, retries: 0, rateLimited: 0, byEndpoint: {} },
  };
  const bytes = [...writeDecisions(table, quiet, { name: 'seatpath', version: '0' })].join('');
  return { bytes, document: DecisionsDocument.parse(JSON.parse(bytes)), report };
}

/** One undisturbed scan, told. */
export async function scanWhole(served: Served, run: ScanRun = {}): Promise<Told> {
  return tell(served, await scanOn(served, memoryStore(), run));
}
