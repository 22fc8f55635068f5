import type { Cycle } from '../../contracts/cycles';
import type { Settings } from '../../contracts/settings';
import { nextDue } from '../../review/calendar';
import { openCycle } from '../../review/cycle/opening';
import { carrySeatAges } from '../../review/cycle/seat-ages';
import { endingBefore } from '../../review/ending-soon';
import { cycleAfter } from '../../review/states/cycle-states';
import { take } from '../../review/states/step';
import { tableOf, termsOf } from '../decision-table';
import { Conflict, type Ports, type StoredCycle, type StoredRecord } from '../ports';
import { allRecords } from '../records/add-record';
import { cycleNow, endingOf } from './end-cycle';
import { bookOf, lookAt, openedTable } from './look';

/**
 * Opens the cycle that waits for a scan, once there is one that began after it was due. The one before it lapses
 * if nobody closed it, in the same write. Said twice, or by two at once, it opens once. True where it did.
 */
export async function openWaitingCycle(ports: Ports, settings: Settings): Promise<boolean> {
  const waiting = await ports.cycles.latest();
  const published = await ports.snapshots.current();
  if (waiting?.cycle.state !== 'collecting' || published === null) return false;
  if (Date.parse(published.report.startedAt) < Date.parse(waiting.cycle.dueAt)) return false;
  const earlier = await openedTable(ports);
  const stored = await allRecords(ports);
  const lapsed = await lapseOthers(ports, settings, waiting.cycle, stored);
  const terms = termsOf(settings);
  const table = await tableOf(ports, published, terms);
  const baseline = earlier === null;
  const ages = carrySeatAges(
    earlier && { table: earlier.table, ages: await ports.cycles.seatAges(earlier.seatAges) },
    table,
    Date.parse(published.report.finishedAt),
  );
  const look = {
    ...lookAt(ports, settings, { published, table, book: bookOf(ports, stored) }),
    seatSince: (c: number) => (ages[c] === 0 ? null : ages[c]! * 1000),
  };
  const { opening, items } = openCycle(look, {
    budget: settings.review.budget,
    plans: terms.plans,
    baseline,
    earlier: earlier?.table ?? null,
    endingSoon: endingBefore(
      stored.map(({ record }) => record),
      look.now,
      nextDue(settings.review, look.now),
    ),
    sha256: ports.sha256,
  });
  const kept = {
    items: await ports.cycles.keepItems(items),
    seatAges: await ports.cycles.keepSeatAges(ages),
  };
  if (baseline) await ports.cycles.keepFirstGroups(table.snapshot.groups.ids);
  const opened: StoredCycle = {
    version: waiting.version,
    cycle: {
      ...waiting.cycle,
      state: cycleAfter(waiting.cycle.state, 'open')!,
      opening: { ...opening, kept },
    },
  };
  // Before the cycle opens: once it is open, it must not be without what it was opened on.
  await ports.snapshots.pin(published.scanId);
  try {
    await ports.cycles.save([...lapsed, opened]);
  } catch (error) {
    // Another run opened it at this moment.
    if (error instanceof Conflict) return false;
    throw error;
  }
  await finishOpening(ports, opened.cycle);
  return true;
}

/**
 * What follows from a cycle's having opened: the one before gives up what it was opened on, and standing
 * decisions that were found void are so from now on. Said again at every look, in case a run broke off in here.
 */
export async function finishOpening(ports: Ports, { state, opening }: Cycle): Promise<void> {
  if (state !== 'open' || opening === null) return;
  await ports.snapshots.releaseOthers(opening.scanId);
  for (const { recordId, because } of opening.voided) {
    const found = await ports.records.get(recordId);
    if (found?.record.kind !== 'intent' || found.record.state !== 'standing') continue;
    const at = new Date(ports.clock.now()).toISOString();
    try {
      await ports.records.save(
        take(found.record, 'find-void', { at, by: 'seatpath', note: because }),
        found.version,
      );
    } catch (error) {
      // Somebody decided it anew at this moment: that counts.
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** Cycles that nobody closed: counted as they stand, carried over, and never a removal. */
async function lapseOthers(
  ports: Ports,
  settings: Settings,
  waiting: Cycle,
  stored: readonly StoredRecord[],
): Promise<StoredCycle[]> {
  const lapsed: StoredCycle[] = [];
  for (const { id } of await ports.cycles.list()) {
    const found = id === waiting.id ? null : await ports.cycles.get(id);
    const state = found && cycleAfter(found.cycle.state, 'lapse');
    if (found === null || state === null) continue;
    const { cycle, version } = found;
    const ending =
      cycle.opening === null
        ? null
        : await endingOf(ports, cycle, await cycleNow(ports, settings, cycle, stored), {
            by: 'seatpath',
            stored,
          });
    lapsed.push({ cycle: { ...cycle, state, ending }, version });
  }
  return lapsed;
}
