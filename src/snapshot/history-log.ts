import type { AccessChange, AuditEvents } from './parts';

/** What was read of the audit log so far, by ids, not yet by what the snapshot holds. */
export interface HistoryLog {
  asked: boolean;
  /** Epoch ms of the oldest moment read back to; null where nothing was read. */
  since: number | null;
  ignored: number;
  readonly changes: AccessChange[];
  /** Account id → epoch ms of its last act by API token. */
  readonly tokenUse: Map<string, number>;
}

export function emptyHistoryLog(): HistoryLog {
  return { asked: false, since: null, ignored: 0, changes: [], tokenUse: new Map() };
}

export function addEvents(log: HistoryLog, events: AuditEvents): void {
  log.asked = true;
  if (events.reachesTo !== null) log.since = Math.min(events.reachesTo, log.since ?? Infinity);
  log.ignored += events.ignored;
  log.changes.push(...events.changes);
  for (const [id, at] of events.tokenUse) log.tokenUse.set(id, Math.max(at, log.tokenUse.get(id) ?? at));
}
