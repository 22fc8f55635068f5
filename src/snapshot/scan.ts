import type { ScanReport } from '../contracts/coverage';
import type { Clock } from '../contracts/ports';
import type { Snapshot } from '../contracts/snapshot';
import { ApiError, LongWait } from '../atlassian/errors';
import type { RequestCounter } from '../atlassian/request-counter';
import { assembleSnapshot } from './assemble';
import { auditSince } from './audit-task';
import { collect, type Collected, emptyCollection } from './collected';
import { accountsStillUnexplained, unlistedGroups } from './completeness';
import { verdictOf } from './coverage';
import { note, type Part } from './parts';
import { planPhase } from './phases';
import { advance, openTask, readPage } from './read-page';
import { PHASES, type ScanState } from './scan-state';
import type { Sources, Task } from './tasks';

/** Where a scan keeps what it has read, wave by wave. */
export interface ScanStore {
  /** The parts of the waves from number `from` to before `to`, in order. */
  waves(from: number, to: number): AsyncIterable<readonly Part[]>;
  /** Stores the state and the parts of its last wave (number `state.waves - 1`): both, or nothing. */
  commit(state: ScanState, parts: readonly Part[]): Promise<void>;
}

export interface ScanOptions {
  readonly sources: Sources;
  readonly store: ScanStore;
  readonly clock: Clock;
  readonly counter: RequestCounter;
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Read every account's role assignments: the only way to see a direct role beside a group path. */
  readonly deep: boolean;
  /** Read the audit log, which only Atlassian Guard has; where it may not be read the scan is as whole as without. */
  readonly readAudit: boolean;
  /** Asked between waves: false stops the scan where it is, to go on another time. */
  readonly mayGoOn: () => boolean;
  readonly onProgress: (state: ScanState) => void;
}

export type ScanOutcome =
  | { readonly ended: 'finished'; readonly state: ScanState; readonly collected: Collected }
  | { readonly ended: 'paused'; readonly state: ScanState; readonly waitMs: number };

/**
 * Reads on from a state until everything is read or the run has to pause. A wave of calls is sent at
 * once and committed as one; a scan stopped anywhere and taken up again ends in the same snapshot.
 * Throws `ApiError` where the scan cannot go on.
 */
export async function runScan(from: ScanState, options: ScanOptions): Promise<ScanOutcome> {
  const { store, clock, counter } = options;
  const collected = emptyCollection(from.emailPatterns);
  const wanted = {
    deep: options.deep,
    auditSince: options.readAudit ? auditSince(from.startedAt) : null,
  };
  const collectAll = (parts: readonly Part[]): void => {
    for (const part of parts) collect(collected, part);
  };
  for await (const parts of store.waves(0, from.plannedFrom)) collectAll(parts);
  let state = from;
  let plan = planPhase(state.phase, options.sources, collected, wanted);
  for await (const parts of store.waves(from.plannedFrom, from.waves)) collectAll(parts);

  while (state.phase !== 'done') {
    if (!options.mayGoOn()) return { ended: 'paused', state, waitMs: 0 };
    let wave: Wave;
    try {
      wave = await sendWave(state, plan, options.concurrency);
    } catch (error) {
      if (error instanceof LongWait) return { ended: 'paused', state, waitMs: error.waitMs };
      throw error;
    }
    collectAll(wave.parts);
    const waves = state.waves + 1;
    let next: ScanState = {
      ...state,
      ...wave.progress,
      waves,
      planned: plan.length,
      requests: counter.counts(),
    };
    // Phases without anything to read are passed in the same step.
    while (next.phase !== 'done' && next.open.length === 0 && next.begun === plan.length) {
      const phase = PHASES[PHASES.indexOf(next.phase) + 1]!;
      plan = planPhase(phase, options.sources, collected, wanted);
      next = { ...next, phase, plannedFrom: waves, begun: 0, planned: plan.length };
    }
    if (next.phase === 'done') next = { ...next, finishedAt: new Date(clock.now()).toISOString() };
    await store.commit(next, wave.parts);
    state = next;
    options.onProgress(state);
  }
  return { ended: 'finished', state, collected };
}

interface Wave {
  readonly parts: Part[];
  readonly progress: Pick<ScanState, 'begun' | 'open'>;
}

/** One page of every open list, and of as many new ones as there is room for. */
async function sendWave(state: ScanState, plan: readonly Task[], concurrency: number): Promise<Wave> {
  const begun = Math.min(plan.length, state.begun + Math.max(0, concurrency - state.open.length));
  const fresh = Array.from({ length: begun - state.begun }, (_, i) => openTask(state.begun + i));
  const open = [...state.open, ...fresh];
  const pages = await settleAll(open.map((one) => readPage(plan[one.index]!, one)));
  return {
    parts: pages.flatMap((page) => page.parts),
    progress: { begun, open: pages.flatMap((page, i) => advance(open[i]!, page) ?? []) },
  };
}

/** Waits for every call of a wave before the first failure is thrown, so that none goes on unseen. */
async function settleAll<T>(calls: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(calls);
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  // A call that failed for good says more than one that only has to wait.
  const failure = failures.find((reason) => reason instanceof ApiError) ?? failures[0];
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- passed on as it came
  if (failure !== undefined) throw failure;
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** The snapshot of a finished scan, and the report of what it could and could not read. */
export function finishScan(
  state: ScanState,
  collected: Collected,
  unread: ScanReport['coverage']['scimDirectories'],
): { snapshot: Snapshot; report: ScanReport } {
  for (const groupId of unlistedGroups(collected)) {
    const unlisted = `group ${groupId}: accounts are in it, but the API does not list it`;
    collect(collected, note(unlisted, { incompleteGroup: groupId }));
  }
  const odd = accountsStillUnexplained(collected);
  if (odd > 0) {
    const who = odd === 1 ? '1 account holds' : `${odd} accounts hold`;
    collect(collected, note(`${who} roles on more products than the role assignments read show`));
  }
  const snapshot = assembleSnapshot(collected, unread);
  return {
    snapshot,
    report: {
      id: state.id,
      startedAt: state.startedAt,
      finishedAt: state.finishedAt ?? state.startedAt,
      ...verdictOf(snapshot.coverage, collected.notes),
      requests: state.requests,
      coverage: snapshot.coverage,
    },
  };
}
