import type { Overview, RootCause } from '../../contracts/overview';
import type { QueueItem } from '../../contracts/queue';
import type { Settings } from '../../contracts/settings';
import { foundingTable } from '../../decision/founding-table';
import { laneOfOwner } from '../../decision/lanes';
import { causesOf, openSeatsOf } from '../../review/queue/root-causes';
import { visibleResources } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { allRecords } from '../records/add-record';
import { shownCycle } from '../review/current-cycle';
import { cycleNow } from '../review/end-cycle';
import { visibleItems } from '../review/visible-items';
import { indexCauseWorth } from './cause-worth';
import { sourceNamer } from './source-name';

/** Root causes that are told; the rest is in the queue. */
const CAUSES_SHOWN = 6;

/** What of the review is open, and through which sources its seats are held; null before the first one opened. */
export async function reviewNow(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<Overview['review']> {
  const shown = await shownCycle(ports);
  if (shown?.cycle.opening == null) return null;
  const { cycle } = shown;
  const now = await cycleNow(ports, settings, cycle, await allRecords(ports));
  const { table } = now.look;
  const open = (await visibleItems(ports, settings, caller, cycle)).filter((item) => !now.isDecided(item));
  const work = { openPeople: now.openPeople, wanted: visibleResources(table, settings, caller) };
  const seatsOf = (items: readonly QueueItem[]): ReadonlySet<number> =>
    openSeatsOf(table, { ...work, items });
  const heap = (inQueue: boolean): { items: number; seats: number } => {
    const items = open.filter((item) => item.inQueue === inQueue);
    return { items: items.length, seats: seatsOf(items).size };
  };
  const seats = seatsOf(open);
  const nameOf = sourceNamer(table);
  const worthIf = await indexCauseWorth(ports, settings, caller, table);
  return {
    cycleId: cycle.id,
    state: cycle.state,
    queue: heap(true),
    backlog: heap(false),
    openSeats: seats.size,
    rootCauses: causesOf(table, seats)
      .slice(0, CAUSES_SHOWN)
      .map(({ grant, seats: held, onlyHere }) => {
        const name = nameOf(grant);
        return {
          ...name,
          seats: held,
          onlyHere: onlyHere.length,
          worth: worthIf(name.ari, onlyHere),
          advice: adviceFor(name.owner),
        };
      }),
  };
}

/** What the founding table says to a source of this owner; where it has no line for it, to whom a change belongs. */
function adviceFor(owner: RootCause['owner']): RootCause['advice'] {
  const { signal, because, source, checked } = laneOfOwner[owner];
  const line = foundingTable.find((row) => row.signal === signal);
  return line === undefined
    ? { sentence: because, url: source, checked }
    : { sentence: line.outcome, url: line.source, checked: line.checked };
}
