import type { Input } from '../../contracts/api';
import type { PastCycle } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { endTeller } from '../../review/history/ends-of-item';
import { loadSnapshot } from '../decision-table';
import { UseCaseError } from '../errors';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { cycleViewer } from './get-cycle';
import { itemNamer } from './queue-lines';
import { visibleItems } from './visible-items';

/**
 * A review that has ended: its figures, and what had become of each item of its queue, from the ledger that was kept
 * at its end. Groups and products have the names of the last scan. Throws NOT_FOUND.
 */
export async function getPastCycle(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { cycleId }: Input<'cycle/past'>,
): Promise<PastCycle> {
  const cycle = (await ports.cycles.get(cycleId))?.cycle;
  if (cycle === undefined || (cycle.state !== 'closed' && cycle.state !== 'lapsed')) {
    throw new UseCaseError('NOT_FOUND', 'There is no such review, or it has not ended yet.');
  }
  const { ending } = cycle;
  const lines = ending && (await ports.cycles.ledger(ending.ledgerHash));
  const endsOf = lines && endTeller(lines);
  const items = (await visibleItems(ports, settings, caller, cycle)).filter(({ inQueue }) => inQueue);
  const current = await ports.snapshots.current();
  const nameItem = itemNamer(current && (await loadSnapshot(ports, current)));
  const named = ending === null ? [] : [ending.by, ...ending.decidedBy];
  const people = [...new Set(named)].filter((by) => by !== 'seatpath');
  const personOf = await namePeople(ports, settings, people);
  return {
    cycle: cycleViewer(settings, caller)(cycle),
    timeZone: settings.review.timeZone,
    ledgerKept: lines !== null,
    items: items.map((item) => {
      const { people: inside, ...rest } = item;
      return { item: rest, ...nameItem(item), people: inside.length, ends: endsOf && endsOf(item) };
    }),
    people: people.map(personOf),
  };
}
