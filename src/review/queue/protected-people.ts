import type { QueueItem } from '../../contracts/queue';
import { indexProtections } from '../protections';
import { rowsOfPerson } from './item-rows';
import type { Look } from './look';
import { placeOf, type PlacedRows } from './places';

/** How many people of an item a bulk passes over: something of theirs is undecided, and a protection names them now. */
export function countProtected({ table, book }: Look, placed: PlacedRows, item: QueueItem): number {
  const { ids } = table.snapshot.accounts;
  const protectionOf = indexProtections(table, book.protections);
  const asked = new Set(item.people);
  const isPassedOver = (accountId: string): boolean =>
    rowsOfPerson(table, item, accountId).some((row) => placeOf(placed, row) === 'protected');
  return ids.filter((id, account) => asked.has(id) && protectionOf(account) !== null && isPassedOver(id))
    .length;
}
