import type { QueueItem } from '../../contracts/queue';
import { NO_GRANT } from '../../access/path-table';
import { indexCasesOf } from '../../decision/cases-of';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';

/** Finds the seats that items ask about, of the people asked for: cases, each once, whatever the number of items on it. */
export type FindAskedSeats = (
  items: readonly QueueItem[],
  peopleOf: (item: QueueItem) => readonly string[],
) => ReadonlySet<number>;

/** Only seats that bill count, on the resources wanted. */
export function indexAskedSeats(table: DecisionTable, wanted: (resource: number) => boolean): FindAskedSeats {
  const { snapshot, paths, columns } = table;
  const accountOf = new Map(snapshot.accounts.ids.map((id, account) => [id, account]));
  const casesOf = indexCasesOf(table);
  return (items, peopleOf) => {
    const seats = new Set<number>();
    for (const item of items) {
      for (const accountId of peopleOf(item)) {
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
  };
}

function isAsked({ snapshot, paths }: DecisionTable, { ari, groupId }: QueueItem, c: number): boolean {
  if (ari !== null) return snapshot.resources[paths.caseResource[c]!]!.ari === ari;
  for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
    const grant = paths.rowGrant[row]!;
    if (grant !== NO_GRANT && snapshot.groups.ids[snapshot.grants.group[grant]!] === groupId) return true;
  }
  return false;
}
