import type { Coverage } from '../contracts/coverage';
import type { Settings } from '../contracts/settings';
import type { ScanProgress } from '../contracts/views';
import { ApiError } from '../atlassian/errors';
import { createRequestCounter } from '../atlassian/request-counter';
import { finishScan, runScan } from '../snapshot/scan';
import { newScan, type Phase } from '../snapshot/scan-state';
import { UseCaseError } from './errors';
import { openOrganization } from './organization-access';
import { Conflict, type Ports, type ScanRecord } from './ports';
import { protectedPatterns } from './records/protect';
import { reviewAfterScan } from './review/after-scan';

/** Calls under way at once; with the state they fit one storage transaction (25 operations). */
const CONCURRENCY = 8;
/** A running scan without a sign of life for so long has lost its event; a tick sends a new one. */
export const STALLED_AFTER_MS = 20 * 60_000;
/** The longest delay of an event (limits-async-events, 2026-02-26). */
const MAX_DELAY_SECONDS = 900;

/** Begins a scan, unless one is running that still shows signs of life. */
export async function startScan(
  ports: Ports,
  settings: Settings,
  requestedBy: string | null,
): Promise<ScanProgress> {
  await openOrganization(ports, settings);
  const last = await ports.scans.load();
  const now = ports.clock.now();
  if (last?.status === 'running' && now - last.touchedAt < STALLED_AFTER_MS) {
    throw new UseCaseError('SCAN_RUNNING', 'A scan is running already; its progress is shown above.');
  }
  const id = ports.newId();
  const state = newScan(id, new Date(now).toISOString(), await protectedPatterns(ports));
  await ports.scans.begin({ status: 'running', state, failure: null, requestedBy, touchedAt: now });
  await ports.pushScanStep(id, 0);
  return getProgress(ports);
}

/** How far one run may go before it hands over to the next event. */
export interface ScanBudget {
  mayGoOn(): boolean;
}

/**
 * Goes on with a scan until it is published or the budget is used up; then another event takes over.
 * Delivered twice, or to two runs at once, only one of them gets anything stored.
 */
export async function continueScan(ports: Ports, scanId: string, budget: ScanBudget): Promise<void> {
  const open = await ports.scans.open();
  if (open?.record.state.id !== scanId || open.record.status !== 'running') return;
  try {
    const settings = await ports.settings.load();
    const ring = await ports.keys.load();
    const counter = createRequestCounter(open.record.state.requests);
    const scim = new Map(
      await Promise.all(
        ring.scim.map(async ({ scimDirectoryId }) => {
          const key = (await ports.keys.scimKey(scimDirectoryId)) ?? '';
          return [scimDirectoryId, ports.scim(scimDirectoryId, key, counter)] as const;
        }),
      ),
    );
    const outcome = await runScan(open.record.state, {
      sources: { organization: await openOrganization(ports, settings, counter), scim, people: null },
      store: open.store,
      clock: ports.clock,
      counter,
      concurrency: CONCURRENCY,
      deep: false,
      readAudit: true,
      mayGoOn: () => budget.mayGoOn(),
      onProgress: () => undefined,
    });
    if (outcome.ended === 'paused') {
      await ports.pushScanStep(scanId, Math.min(MAX_DELAY_SECONDS, Math.ceil(outcome.waitMs / 1000)));
      return;
    }
    const { snapshot, report } = finishScan(outcome.state, outcome.collected, unreadUnlessKeyed(settings));
    await ports.snapshots.publish(snapshot, {
      scanId,
      report,
      publishedAt: new Date(ports.clock.now()).toISOString(),
    });
    await open.finish({ status: 'published', failure: null });
  } catch (error) {
    // Another run has taken the scan over: what it stores counts, and this one ends in silence.
    if (error instanceof Conflict) return;
    if (!(error instanceof ApiError) && !(error instanceof UseCaseError)) throw error;
    await open.finish({ status: 'failed', failure: error.message });
    return;
  }
  // The scan is published whatever becomes of this; the next tick makes up for what breaks off here.
  await reviewAfterScan(ports, await ports.settings.load());
}

/** Directories that a scan reads only where it has their key, and why it could not read them without. */
function unreadUnlessKeyed({ identityProviders }: Settings): Coverage['scimDirectories'] {
  return Object.fromEntries(
    identityProviders.flatMap(({ idpId, kind }) =>
      kind === 'other' ? [] : [[idpId, kind === 'scim' ? ('no-key' as const) : ('not-scim' as const)]],
    ),
  );
}

/** Sends a stalled scan on its way again; true where one was. */
export async function reviveScan(ports: Ports): Promise<boolean> {
  const record = await ports.scans.load();
  if (record?.status !== 'running' || ports.clock.now() - record.touchedAt < STALLED_AFTER_MS) return false;
  await ports.pushScanStep(record.state.id, 0);
  return true;
}

const SHOWN_PHASE: Readonly<Record<Phase, ScanProgress['phase']>> = {
  organization: 'organization',
  groups: 'groups',
  read: 'read',
  recount: 'completeness',
  completeness: 'completeness',
  accounts: 'accounts',
  history: 'history',
  done: 'publish',
};

export async function getProgress(ports: Ports): Promise<ScanProgress> {
  const [record, current] = await Promise.all([ports.scans.load(), ports.snapshots.current()]);
  return {
    now: new Date(ports.clock.now()).toISOString(),
    state: record?.status ?? 'never',
    phase: record?.status === 'running' ? SHOWN_PHASE[record.state.phase] : null,
    done: record ? doneOf(record) : 0,
    of: record?.status === 'running' && record.state.planned > 0 ? record.state.planned : null,
    requests: record?.state.requests.total ?? 0,
    startedAt: record?.state.startedAt ?? null,
    lastPublishedAt: current?.publishedAt ?? null,
    verdict: current?.report.verdict ?? null,
    reasons: current?.report.reasons ?? [],
    coverage: current?.report.coverage ?? null,
    failure: record?.failure ?? null,
  };
}

const doneOf = ({ state }: ScanRecord): number => state.begun - state.open.length;
