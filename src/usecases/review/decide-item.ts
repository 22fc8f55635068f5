import type { Input } from '../../contracts/api';
import type { BatchRow } from '../../contracts/batches';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { IS } from '../../decision/columns';
import { isAboutSeats, rowsOfPerson } from '../../review/queue/item-rows';
import { placeRows } from '../../review/queue/place-rows';
import { placeOf } from '../../review/queue/places';
import { refOfRow } from '../../review/queue/row-index';
import { indexSourceDecisions } from '../../review/sources/covering';
import { subjectOf, subjectOfRow } from '../../review/subjects';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { beginBatch } from './begin-batch';
import { findItem } from './get-item';
import { lookNow } from './look';

/**
 * Begins one decision over the people of an item, with one note and a result for each row. What a record
 * answers already, and the people who are left out, stay as they are. The rows are worked off by events, for each needs
 * a read of its account.
 */
export async function decideItem(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { cycleId, itemId, outcome, except, reason }: Input<'queue/decide'>,
): Promise<BatchView> {
  const { item, cycle } = await findItem(ports, settings, caller, itemId);
  if (cycle.cycle.state !== 'open' || cycle.cycle.id !== cycleId) {
    throw new UseCaseError('CYCLE_NOT_OPEN', 'This review is not open any more. Look at the one that is.');
  }
  if (item.outcome !== 'free-seats' && item.outcome !== 'close-dormant') {
    throw new UseCaseError('OUTCOME_NOT_PERMITTED', 'This item is decided as a whole, not row by row.');
  }
  const { look } = await lookNow(ports, settings);
  const { table, book } = look;
  const placed = placeRows(look, indexSourceDecisions(look));
  const newestOn = new Map(book.rows.map((record) => [subjectOf(record), record.id]));
  const rows: BatchRow[] = [];
  for (const accountId of item.people) {
    if (except.includes(accountId)) continue;
    for (const row of rowsOfPerson(table, item, accountId)) {
      // What takes no seat need not go for the seat to be free.
      const asked = !isAboutSeats(item) || table.columns.rowBillable[row] === IS;
      if (!asked || placeOf(placed, row) === 'decided') continue;
      const ref = refOfRow(table, row);
      rows.push({ row: ref, after: newestOn.get(subjectOfRow(ref)) ?? null });
    }
  }
  return beginBatch(ports, settings, caller, { cycleId, itemId, outcome, reason, rows });
}
