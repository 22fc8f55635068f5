import type { Opening } from '../../contracts/cycles';
import type { QueueItem } from '../../contracts/queue';
import { countSeatsByOwner } from '../../decision/seat-owner';
import type { DecisionTable } from '../../decision/tell';
import { indexAskedSeats } from '../queue/asked-seats';
import { buildQueue } from '../queue/build-queue';
import type { Look } from '../queue/look';
import { indexRowsOfGrants, provePeople, seatedThrough } from '../sources/source-facts';
import { changedSources } from './changed-sources';
import { countLedger, writeLedger } from './ledger';
import { compareSeats } from './waterfall';

export interface CycleTerms {
  readonly budget: number;
  readonly plans: Opening['plans'];
  /** Whether this is the first cycle of the installation. */
  readonly baseline: boolean;
  /** What the cycle before it had been opened on; null where there was none. */
  readonly earlier: DecisionTable | null;
  /** Decisions that end before the next review. */
  readonly endingSoon: Opening['endingSoon'];
  readonly sha256: (text: string) => string;
}

export interface OpenedCycle {
  readonly opening: Omit<Opening, 'kept'>;
  readonly items: readonly QueueItem[];
}

/** Everything that is put in front of the reviewer when a cycle opens. Pure. */
export function openCycle(
  look: Look,
  { budget, plans, baseline, earlier, endingSoon, sha256 }: CycleTerms,
): OpenedCycle {
  const { table, report } = look;
  const { items, placed, decisions, intent } = buildQueue(look, { budget, baseline, sha256 });
  const rowsOf = indexRowsOfGrants(table);
  const seatsOf = indexAskedSeats(table, look.inScope);
  const heap = (inQueue: boolean): Opening['queue'] => {
    const part = items.filter((item) => item.inQueue === inQueue);
    return {
      items: part.length,
      seats: seatsOf(part, ({ people }) => people).size,
      freeable: part.reduce((seats, item) => seats + item.freeable, 0),
    };
  };
  const covered = decisions.sources.flatMap((source) => {
    const decision = decisions.of(source.grant);
    if (decision === null || decision.record.kind !== 'intent') return [];
    const covers = coveredIds(table, decision.covers);
    const people = seatedThrough(table, rowsOf(source.grant)).filter(covers);
    return people.length === 0 ? [] : [{ recordId: decision.record.id, people: provePeople(people, sha256) }];
  });
  return {
    items,
    opening: {
      at: new Date(look.now).toISOString(),
      scanId: report.id,
      scannedAt: report.finishedAt,
      verdict: report.verdict,
      reasons: report.reasons,
      baseline,
      budget,
      inactiveDays: look.inactiveDays,
      plans,
      seats: intent.seats,
      seatsByOwner: countSeatsByOwner(table, look.inScope),
      seatsWithIntent: intent.withIntent,
      queue: heap(true),
      backlog: heap(false),
      rows: countLedger(writeLedger(table, placed, items)),
      covered,
      voided: decisions.voided.map(({ record, because }) => ({ recordId: record.id, because })),
      sourcesChanged: earlier === null ? [] : changedSources(earlier, table).filter(inScopeOf(look)),
      endingSoon,
      waterfall: earlier === null ? null : compareSeats(earlier, table),
    },
  };
}

/** Whether something about a resource is reviewed here; one that is gone by now was, as far as anybody can tell. */
function inScopeOf({ table, inScope }: Look): (about: { ari: string }) => boolean {
  const outside = new Set(
    table.snapshot.resources.filter((_, resource) => !inScope(resource)).map(({ ari }) => ari),
  );
  return ({ ari }) => !outside.has(ari);
}

function coveredIds(
  { snapshot }: DecisionTable,
  covers: (account: number) => boolean,
): (id: string) => boolean {
  const accountOf = new Map(snapshot.accounts.ids.map((id, account) => [id, account]));
  return (id) => covers(accountOf.get(id)!);
}
