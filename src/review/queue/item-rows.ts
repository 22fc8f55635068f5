import type { QueueItem } from '../../contracts/queue';
import type { DecisionTable } from '../../decision/tell';
import type { Place } from './places';
import { groupIdOfRow } from './row-index';

const SEAT_CLASSES: ReadonlySet<QueueItem['class']> = new Set([
  'scim-inactive',
  'inactive-one-edit',
  'inactive-more-edits',
  'never-active',
  'never-active-age-unknown',
]);

/** Whether an item is about whole seats, whichever paths hold them, and not about one source. */
export const isAboutSeats = (item: QueueItem): boolean => SEAT_CLASSES.has(item.class);

/** Where the rows stand that an item is for. */
export function placeOfItem(item: QueueItem): Place {
  if (isAboutSeats(item)) return 'seat';
  if (item.class === 'unknown-source' || item.class === 'dormant') return item.class;
  // A source whose decision has fallen is back as a whole, and asked about as any other is.
  return item.class === 'back' && item.outcome === 'free-seats' ? 'back' : 'source-review';
}

/** The rows of one person that an item is about, as a table shows them; empty where nothing of it is left. */
export function rowsOfPerson(table: DecisionTable, item: QueueItem, accountId: string): number[] {
  const { snapshot, paths, columns } = table;
  const account = snapshot.accounts.ids.indexOf(accountId);
  if (account === -1) return [];
  const found: number[] = [];
  for (let c = paths.caseAccount.indexOf(account); paths.caseAccount[c] === account; c += 1) {
    const { ari } = snapshot.resources[paths.caseResource[c]!]!;
    if (item.ari !== null && item.ari !== ari) continue;
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      if (columns.rowFindings[row] === 0) continue;
      if (isAboutSeats(item) || groupIdOfRow(table, row) === item.groupId) found.push(row);
    }
  }
  return found;
}
