import type { Cycle } from '../../contracts/cycles';
import { ITEM_SECTIONS, type QueueItem } from '../../contracts/queue';
import type { CycleView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { nextDue } from '../../review/calendar';
import { countLedger } from '../../review/cycle/ledger';
import { seesOrganization } from '../authorise';
import { visibleResources } from '../decision-table';
import { openOrganization } from '../organization-access';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { allRecords } from '../records/add-record';
import { shownCycle } from './current-cycle';
import { type CycleNow, cycleNow } from './end-cycle';
import { openWorkOf } from './open-work';
import { visibleItems } from './visible-items';

const EARLIER_SHOWN = 26;

/** Where the review stands: the cycle that is open or was last, how far it is, and those before it. */
export async function getCycle(ports: Ports, settings: Settings, caller: CallerContext): Promise<CycleView> {
  const latest = await shownCycle(ports);
  // Before the first scan: without a key there will be none, and setup comes first.
  if (latest === null && (await ports.snapshots.current()) === null) await openOrganization(ports, settings);
  const all = await ports.cycles.list();
  const shown = all.filter(({ id }) => id !== latest?.cycle.id).slice(0, EARLIER_SHOWN);
  const endings = [latest?.cycle, ...shown].flatMap((cycle) => cycle?.ending ?? []);
  const named = endings.flatMap(({ by, decidedBy }) => [by, ...decidedBy]);
  const people = [...new Set(named)].filter((id) => id !== 'seatpath');
  const personOf = await namePeople(ports, settings, people);
  const show = cycleViewer(settings, caller);
  return {
    cycle: latest && show(latest.cycle),
    version: latest?.version ?? 0,
    nextDueAt: new Date(nextDue(settings.review, ports.clock.now())).toISOString(),
    timeZone: settings.review.timeZone,
    ...(await standingOf(ports, settings, caller, latest?.cycle ?? null)),
    earlier: shown.map((cycle) => ({
      id: cycle.id,
      state: cycle.state,
      dueAt: cycle.dueAt,
      cycle: show(cycle),
    })),
    people: people.map(personOf),
  };
}

/** Shows a cycle to a person: who sees one site is told of the plans and sources of its products only. */
export function cycleViewer(settings: Settings, caller: CallerContext): (cycle: Cycle) => Cycle {
  if (seesOrganization(settings, caller)) return (cycle) => cycle;
  const isHere = ({ ari }: { ari: string }): boolean => ari.endsWith(`/${caller.cloudId}`);
  return ({ opening, ...cycle }) => ({
    ...cycle,
    opening: opening && {
      ...opening,
      plans: opening.plans.filter(isHere),
      sourcesChanged: opening.sourcesChanged.filter(isHere),
    },
  });
}

/** How far a cycle is, and what of it is undecided. */
async function standingOf(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  cycle: Cycle | null,
): Promise<Pick<CycleView, 'progress' | 'open'>> {
  if (cycle?.opening == null) return { progress: null, open: null };
  const now = await cycleNow(ports, settings, cycle, await allRecords(ports));
  const items = await visibleItems(ports, settings, caller, cycle);
  const wanted = visibleResources(now.look.table, settings, caller);
  const { queue, backlog } = openWorkOf(now, items, wanted);
  return { progress: cycle.state === 'open' ? progressOf(now, items) : null, open: { queue, backlog } };
}

function progressOf(now: CycleNow, items: readonly QueueItem[]): CycleView['progress'] {
  const queued = items.filter((item) => item.inQueue);
  const undecided = (item: QueueItem): boolean => !now.isDecided(item);
  return {
    items: { total: queued.length, decided: queued.length - queued.filter(undecided).length },
    rows: countLedger(now.lines),
    sections: ITEM_SECTIONS.map((section) => {
      const here = queued.filter((item) => item.section === section);
      return { section, items: here.length, undecided: here.filter(undecided).length };
    }),
  };
}
