import type { Overview, RootCause } from '../../contracts/overview';
import type { Settings } from '../../contracts/settings';
import { foundingTable } from '../../decision/founding-table';
import { laneOfOwner } from '../../decision/lanes';
import type { DecisionTable } from '../../decision/tell';
import { type CauseOfSeats, causesOf } from '../../review/queue/root-causes';
import { visibleResources } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { allRecords } from '../records/add-record';
import { shownCycle } from '../review/current-cycle';
import { cycleNow } from '../review/end-cycle';
import { openWorkOf } from '../review/open-work';
import { visibleItems } from '../review/visible-items';
import { causesByMoney } from './causes-by-money';
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
  const items = await visibleItems(ports, settings, caller, cycle);
  const { queue, backlog, seats } = openWorkOf(now, items, visibleResources(table, settings, caller));
  const nameOf = sourceNamer(table);
  const worthIf = await indexCauseWorth(ports, settings, caller, table);
  const causes = causesOf(table, seats);
  const tell = ({ grant, seats: held, onlyHere }: CauseOfSeats): RootCause => {
    const name = nameOf(grant);
    return {
      ...name,
      seats: held,
      onlyHere: onlyHere.length,
      worth: worthIf(name.ari, onlyHere),
      advice: adviceFor(name.owner),
    };
  };
  return {
    cycleId: cycle.id,
    state: cycle.state,
    scannedAt: shown.cycle.opening.scannedAt,
    verdict: shown.cycle.opening.verdict,
    queue,
    backlog,
    openSeats: seats.size,
    rootCauses: causes.slice(0, CAUSES_SHOWN).map(tell),
    causesByMoney: causesByMoney(mostOnlyHere(table, causes).map(tell), CAUSES_SHOWN),
  };
}

/**
 * Of each product, the causes with most seats that nothing else holds: as many as are told, for to price every cause
 * takes long. More seats are worth more in a pool that counts seats; one that counts people may rank a few otherwise.
 */
function mostOnlyHere({ snapshot }: DecisionTable, causes: readonly CauseOfSeats[]): CauseOfSeats[] {
  const ofProduct = new Map<number, number>();
  return [...causes]
    .sort((a, b) => b.onlyHere.length - a.onlyHere.length)
    .filter(({ grant }) => {
      const resource = snapshot.grants.resource[grant]!;
      const before = ofProduct.get(resource) ?? 0;
      ofProduct.set(resource, before + 1);
      return before < CAUSES_SHOWN;
    });
}

/** What the founding table says to a source of this owner; where it has no line for it, to whom a change belongs. */
function adviceFor(owner: RootCause['owner']): RootCause['advice'] {
  const { signal, because, source, checked } = laneOfOwner[owner];
  const line = foundingTable.find((row) => row.signal === signal);
  return line === undefined
    ? { sentence: because, url: source, checked }
    : { sentence: line.outcome, url: line.source, checked: line.checked };
}
