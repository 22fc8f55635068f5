import type { Input } from '../../contracts/api';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { IS } from '../../decision/columns';
import { isAboutSeats, rowsOfPerson } from '../../review/queue/item-rows';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { beginBatch } from './begin-batch';
import { findItem } from './get-item';
import { lookNow } from './look';
import { openRowsIn } from './open-rows';

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
  const { table } = look;
  // What takes no seat need not go for the seat to be free.
  const isAsked = (row: number): boolean => !isAboutSeats(item) || table.columns.rowBillable[row] === IS;
  const rows = openRowsIn(look)(
    item.people
      .filter((accountId) => !except.includes(accountId))
      .flatMap((accountId) => [...rowsOfPerson(table, item, accountId)].filter(isAsked)),
  );
  return beginBatch(ports, settings, caller, { cycleId, itemId, outcome, reason, rows });
}
