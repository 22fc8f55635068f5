import type { Settings } from '../../contracts/settings';
import { type Book, openBook } from '../../review/book';
import type { Look } from '../../review/queue/look';
import type { DecisionTable } from '../../decision/tell';
import { currentTable, tableOf } from '../decision-table';
import type { Ports, Published, StoredRecord } from '../ports';
import { allRecords } from '../records/add-record';

/** The organization as the last scan shows it, with everything that was decided about it. */
export interface CurrentLook {
  readonly look: Look;
  readonly published: Published;
  readonly stored: readonly StoredRecord[];
}

/** A look at the last published scan, as of now. Throws NO_SNAPSHOT. */
export async function lookNow(ports: Ports, settings: Settings): Promise<CurrentLook> {
  const { published, table } = await currentTable(ports, settings);
  const stored = await allRecords(ports);
  const look = lookAt(ports, settings, { published, table, book: bookOf(ports, stored) });
  return { look: { ...look, seatSince: await seatSinceIn(ports, table, published) }, published, stored };
}

export function bookOf(ports: Ports, stored: readonly StoredRecord[]): Book {
  return openBook(
    stored.map(({ record }) => record),
    ports.clock.now(),
  );
}

/** A look at one table; nobody knows yet since when its seats exist. */
export function lookAt(
  ports: Ports,
  settings: Settings,
  { published, table, book }: { published: Published; table: DecisionTable; book: Book },
): Look {
  const here = table.snapshot.resources.map(({ ari }) => ari.endsWith(`/${ports.cloudId}`));
  return {
    table,
    report: published.report,
    book,
    now: ports.clock.now(),
    inactiveDays: settings.review.inactiveDays,
    inScope: (resource) => settings.scope === 'organization' || here[resource] === true,
    seatSince: () => null,
  };
}

/** The ages of seats are kept for the snapshot that the latest review was opened on; on another one they are looked up by case. */
async function seatSinceIn(
  ports: Ports,
  table: DecisionTable,
  published: Published,
): Promise<Look['seatSince']> {
  const opened = await openedTable(ports);
  if (opened === null) return () => null;
  const ages = await ports.cycles.seatAges(opened.seatAges);
  const sinceOf = (seconds: number | undefined): number | null =>
    seconds === undefined || seconds === 0 ? null : seconds * 1000;
  if (opened.published.scanId === published.scanId) return (c) => sinceOf(ages[c]);
  const keyOf = ({ snapshot, paths }: DecisionTable, c: number): string =>
    `${snapshot.accounts.ids[paths.caseAccount[c]!]!} ${snapshot.resources[paths.caseResource[c]!]!.ari}`;
  const byCase = new Map<string, number>();
  for (let c = 0; c < ages.length; c += 1) byCase.set(keyOf(opened.table, c), ages[c]!);
  return (c) => sinceOf(byCase.get(keyOf(table, c)));
}

/** What the latest review that opened was opened on; null before the first. */
export async function openedTable(
  ports: Ports,
): Promise<{ table: DecisionTable; published: Published; seatAges: string } | null> {
  const pinned = await ports.snapshots.pinned();
  const opening = (await ports.cycles.list()).find((cycle) => cycle.opening !== null)?.opening;
  const published = pinned.find(({ scanId }) => scanId === opening?.scanId);
  if (!opening || published === undefined) return null;
  const { inactiveDays, plans, kept } = opening;
  return {
    table: await tableOf(ports, published, { inactiveDays, plans }),
    published,
    seatAges: kept.seatAges,
  };
}

/** Groups that were there when the first review opened; before that, nobody can say which are legacy. */
export async function firstGroupsOf(ports: Ports): Promise<ReadonlySet<string>> {
  const reviewed = (await ports.cycles.list()).some(({ opening }) => opening !== null);
  return new Set(reviewed ? await ports.cycles.firstGroups() : []);
}
