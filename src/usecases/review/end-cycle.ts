import type { Cycle, Ending, LedgerLine } from '../../contracts/cycles';
import type { QueueItem } from '../../contracts/queue';
import type { Settings } from '../../contracts/settings';
import { isRowDecision, type ReviewRecord } from '../../contracts/records';
import { countLedger, writeLedger } from '../../review/cycle/ledger';
import { indexProgress } from '../../review/cycle/progress';
import type { Look } from '../../review/queue/look';
import { placeRows } from '../../review/queue/place-rows';
import { indexSourceDecisions } from '../../review/sources/covering';
import { isTakenBack } from '../../review/standing';
import type { Ports, StoredRecord } from '../ports';
import { bookOf, lookAt, openedTable } from './look';

export interface CycleNow {
  readonly look: Look;
  readonly lines: readonly LedgerLine[];
  readonly items: readonly QueueItem[];
  /** People of an item of whom something is open. */
  readonly openPeople: (item: QueueItem) => string[];
  readonly isDecided: (item: QueueItem) => boolean;
}

/** What has become, until now, of everything that a cycle opened with. */
export async function cycleNow(
  ports: Ports,
  settings: Settings,
  cycle: Cycle,
  stored: readonly StoredRecord[],
): Promise<CycleNow> {
  const opened = await openedTable(ports);
  if (cycle.opening === null || opened?.published.scanId !== cycle.opening.scanId) {
    throw new Error(`what ${cycle.id} was opened on is gone`);
  }
  const look = {
    ...lookAt(ports, settings, { ...opened, book: bookOf(ports, stored) }),
    inactiveDays: cycle.opening.inactiveDays,
  };
  const placed = placeRows(look, indexSourceDecisions(look));
  const items = await ports.cycles.items(cycle.opening.kept.items);
  return {
    look,
    lines: [...writeLedger(look.table, placed, items)],
    items,
    ...indexProgress(look, placed),
  };
}

/** The end of a cycle, with the list of its rows kept under the hash that stands in it. */
export async function endingOf(
  ports: Ports,
  cycle: Cycle,
  now: CycleNow,
  { by, stored }: { by: string; stored: readonly StoredRecord[] },
): Promise<Ending> {
  const queued = now.items.filter((item) => item.inQueue);
  const decided = queued.filter(now.isDecided).length;
  const records = stored.map(({ record }) => record).filter(({ cycleId }) => cycleId === cycle.id);
  return {
    at: new Date(ports.clock.now()).toISOString(),
    by,
    rows: countLedger(now.lines),
    decidedRows: now.look.book.rows.filter((row) => row.cycleId === cycle.id && !isTakenBack(row)).length,
    decidedBy: [...new Set(records.map(({ recordedBy }) => recordedBy))].sort(),
    decisions: countDecisions(records),
    items: { decided, undecided: queued.length - decided },
    ledgerHash: await ports.cycles.keepLedger(now.lines),
  };
}

/** Decisions that people made: a bulk counts once, whatever the number of its rows. */
function countDecisions(records: readonly ReviewRecord[]): number {
  return new Set(records.map((record) => (isRowDecision(record) ? (record.batchId ?? record.id) : record.id)))
    .size;
}
