import type { Input } from '../../contracts/api';
import type { QueueList } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { indexAskedSeats } from '../../review/queue/asked-seats';
import { visibleResources } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { allRecords } from '../records/add-record';
import { shownCycle } from './current-cycle';
import { cycleNow } from './end-cycle';
import { lineTeller } from './queue-lines';
import { visibleItems } from './visible-items';

/** This cycle's items in rank order, or what waits behind them. After its end a cycle shows what was left. */
export async function listQueue(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { part, offset, limit }: Input<'queue/list'>,
): Promise<QueueList> {
  const shown = await shownCycle(ports);
  if (shown?.cycle.opening == null) return { cycleId: null, total: 0, seats: 0, freeable: 0, lines: [] };
  const visible = await visibleItems(ports, settings, caller, shown.cycle);
  const items = visible.filter((item) => item.inQueue === (part === 'queue'));
  const now = await cycleNow(ports, settings, shown.cycle, await allRecords(ports));
  const tell = lineTeller(now);
  const { table } = now.look;
  const seatsOf = indexAskedSeats(table, visibleResources(table, settings, caller));
  return {
    cycleId: shown.cycle.id,
    total: items.length,
    seats: seatsOf(items, ({ people }) => people).size,
    freeable: items.reduce((seats, item) => seats + item.freeable, 0),
    lines: items.slice(offset, offset + limit).map(tell),
  };
}
