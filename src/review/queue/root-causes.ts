import type { QueueItem } from '../../contracts/queue';
import { NO_GRANT } from '../../access/path-table';
import { indexCasesOf } from '../../decision/cases-of';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';

/** A source through which open seats are held; `grant` is its index in the snapshot. */
export interface CauseOfSeats {
  readonly grant: number;
  readonly seats: number;
  /** Of those, the cases that nothing else holds. */
  readonly onlyHere: readonly number[];
}

export interface OpenWork {
  readonly items: readonly QueueItem[];
  /** People of an item of whom something is open. */
  readonly openPeople: (item: QueueItem) => readonly string[];
  readonly wanted: (resource: number) => boolean;
}

/** The billing seats that open items ask about: cases, each once, whatever the number of items on it. */
export function openSeatsOf(
  table: DecisionTable,
  { items, openPeople, wanted }: OpenWork,
): ReadonlySet<number> {
  const { snapshot, paths, columns } = table;
  const accountOf = new Map(snapshot.accounts.ids.map((id, account) => [id, account]));
  const casesOf = indexCasesOf(table);
  const seats = new Set<number>();
  for (const item of items) {
    for (const accountId of openPeople(item)) {
      const account = accountOf.get(accountId);
      if (account === undefined) continue;
      const { from, to } = casesOf(account);
      for (let c = from; c < to; c += 1) {
        const resource = paths.caseResource[c]!;
        if (columns.caseBillable[c] === IS && wanted(resource) && isAsked(table, item, c)) seats.add(c);
      }
    }
  }
  return seats;
}

function isAsked({ snapshot, paths }: DecisionTable, { ari, groupId }: QueueItem, c: number): boolean {
  if (ari !== null) return snapshot.resources[paths.caseResource[c]!]!.ari === ari;
  for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
    const grant = paths.rowGrant[row]!;
    if (grant !== NO_GRANT && snapshot.groups.ids[snapshot.grants.group[grant]!] === groupId) return true;
  }
  return false;
}

/** The sources of some seats, those that hold most of them first. A seat held by two counts for both. */
export function causesOf({ paths, columns }: DecisionTable, seats: ReadonlySet<number>): CauseOfSeats[] {
  const causes = new Map<number, { seats: number; onlyHere: number[] }>();
  for (const c of seats) {
    const billing: number[] = [];
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1)
      if (columns.rowBillable[row] === IS) billing.push(paths.rowGrant[row]!);
    for (const grant of billing) {
      if (grant === NO_GRANT) continue;
      const cause = causes.get(grant) ?? { seats: 0, onlyHere: [] };
      cause.seats += 1;
      if (billing.length === 1) cause.onlyHere.push(c);
      causes.set(grant, cause);
    }
  }
  return [...causes]
    .map(([grant, cause]) => ({ grant, ...cause }))
    .sort((a, b) => b.seats - a.seats || b.onlyHere.length - a.onlyHere.length || a.grant - b.grant);
}
