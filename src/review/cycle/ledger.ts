import type { LedgerLine, RowCounts } from '../../contracts/cycles';
import { DISPOSITIONS, type QueueItem } from '../../contracts/queue';
import type { DecisionTable } from '../../decision/tell';
import { placeOfItem } from '../queue/item-rows';
import { dispositionOf, type Place, placeOf, type PlacedRows } from '../queue/places';
import { refOfRow } from '../queue/row-index';

/** Says of an open row whether the item that it belongs to is in the cycle's queue, or beyond it. */
function indexQueued(
  table: DecisionTable,
  placed: PlacedRows,
  items: readonly QueueItem[],
): (row: number) => boolean {
  // A seat is asked for as a whole, at whichever of its sources leads.
  const keyOf = (place: Place, ari: string | null, groupId: string | null, accountId: string): string =>
    [place, ari ?? '', place === 'seat' ? '' : (groupId ?? ''), accountId].join(' ');
  const queued = new Set(
    items
      .filter((item) => item.inQueue)
      .flatMap((item) =>
        item.people.map((accountId) => keyOf(placeOfItem(item), item.ari, item.groupId, accountId)),
      ),
  );
  return (row) => {
    const lead = placed.lead[row]!;
    const place = placeOf(placed, lead);
    const { accountId, ari, groupId } = refOfRow(table, lead);
    return [ari, null].some((product) => queued.has(keyOf(place, product, groupId, accountId)));
  };
}

/** Every row with a finding in exactly one state: answered by a record, in the queue, or in the backlog. */
export function* writeLedger(
  table: DecisionTable,
  placed: PlacedRows,
  items: readonly QueueItem[],
): Generator<LedgerLine> {
  const isQueued = indexQueued(table, placed, items);
  for (let row = 0; row < placed.place.length; row += 1) {
    const disposition = dispositionOf(placed, row);
    if (disposition === null) continue;
    const ref = refOfRow(table, row);
    const by = placed.record[row] === -1 ? null : placed.records[placed.record[row]!]!.id;
    const open = disposition === 'queued';
    yield {
      row: ref,
      disposition: open && !isQueued(row) ? 'backlog' : disposition,
      recordId: open ? null : by,
    };
  }
}

/** How many rows each disposition has. */
export function countLedger(lines: Iterable<Pick<LedgerLine, 'disposition'>>): RowCounts {
  const counts: RowCounts = {};
  for (const { disposition } of lines) counts[disposition] = (counts[disposition] ?? 0) + 1;
  return Object.fromEntries(DISPOSITIONS.filter((one) => counts[one]).map((one) => [one, counts[one]]));
}
