import type { Input } from '../../contracts/api';
import type { QueueItem } from '../../contracts/queue';
import type { ItemPerson, ItemView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { OWNERS } from '../../contracts/vocabulary';
import { IS } from '../../decision/columns';
import { indexProtections } from '../../review/protections';
import { groupOfRow, indexRows, refOfRow } from '../../review/queue/row-index';
import { placeRows } from '../../review/queue/place-rows';
import { type PlacedRows, placeOf } from '../../review/queue/places';
import { countProtected } from '../../review/queue/protected-people';
import { indexSourceDecisions } from '../../review/sources/covering';
import { showActivity } from '../activity';
import { visibleResources } from '../decision-table';
import { UseCaseError } from '../errors';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { shownCycle } from './current-cycle';
import { cycleNow } from './end-cycle';
import { rowsOfPerson } from '../../review/queue/item-rows';
import { type CurrentLook, lookNow } from './look';
import { lineTeller } from './queue-lines';
import { visibleItems } from './visible-items';

/** An item of the cycle that is shown, if the person may see it. Throws NOT_FOUND. */
export async function findItem(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  itemId: string,
): Promise<{ item: QueueItem; cycleId: string; cycle: NonNullable<Awaited<ReturnType<typeof shownCycle>>> }> {
  const cycle = await shownCycle(ports);
  const items = cycle === null ? [] : await visibleItems(ports, settings, caller, cycle.cycle);
  const item = items.find(({ id }) => id === itemId);
  if (cycle === null || item === undefined)
    throw new UseCaseError('NOT_FOUND', 'This review has no such item.');
  return { item, cycleId: cycle.cycle.id, cycle };
}

/** One item with its people: what holds each seat, who owns it, and what was decided. */
export async function getItem(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { itemId, offset, limit }: Input<'queue/item'>,
): Promise<ItemView> {
  const { item, cycle } = await findItem(ports, settings, caller, itemId);
  const current = await lookNow(ports, settings);
  const now = await cycleNow(ports, settings, cycle.cycle, current.stored);
  const shown = item.people.slice(offset, offset + limit);
  const personOf = await namePeople(ports, settings, shown);
  const visible = visibleResources(current.look.table, settings, caller);
  const placed = placeRows(current.look, indexSourceDecisions(current.look));
  const tell = personTeller({ ...current, placed }, settings, item, visible);
  return {
    cycleId: cycle.cycle.id,
    line: lineTeller(now)(item),
    total: item.people.length,
    protected: countProtected(current.look, placed, item),
    lines: shown.flatMap((accountId) => tell(accountId, personOf(accountId))),
  };
}

const DAY_MS = 86_400_000;

/** Tells what one person of an item holds now: one line for each product that the item is about. */
function personTeller(
  { look, placed, published, stored }: CurrentLook & { placed: PlacedRows },
  settings: Settings,
  item: QueueItem,
  visible: (resource: number) => boolean,
): (accountId: string, person: ItemPerson['person']) => ItemPerson[] {
  const { table, book } = look;
  const { snapshot, paths, columns } = table;
  const rowOf = indexRows(table);
  const protectionOf = indexProtections(table, book.protections);
  const decisionOf = new Map(book.rows.map((record) => [rowOf(record.row), record]));
  const scannedAt = Date.parse(published.report.finishedAt);
  const tellRow = (row: number): ItemPerson['rows'][number] => {
    const group = groupOfRow(table, row);
    const record = placeOf(placed, row) === 'decided' ? decisionOf.get(row) : undefined;
    return {
      row: refOfRow(table, row),
      owner: OWNERS[columns.rowOwner[row]!]!,
      groupName: group === null ? null : snapshot.groups.names[group]!,
      decided: record === undefined ? null : { recordId: record.id, kind: record.kind, state: record.state },
    };
  };
  return (accountId, person) => {
    const rows = rowsOfPerson(table, item, accountId).filter((row) =>
      visible(paths.caseResource[paths.rowCase[row]!]!),
    );
    const cases = [...new Set(rows.map((row) => paths.rowCase[row]!))];
    if (cases.length === 0) return [goneLine(stored, item, person)];
    return cases.map((c) => {
      const since = look.seatSince(c);
      const here = rows.filter((row) => paths.rowCase[row] === c);
      const { ari, name } = snapshot.resources[paths.caseResource[c]!]!;
      return {
        person,
        ari,
        product: name,
        activity: showActivity(columns.caseLastActive[c]!, scannedAt, settings.review.activityShownAs),
        seatAgeDays: since === null ? null : Math.floor((look.now - since) / DAY_MS),
        edits: here.filter((row) => columns.rowBillable[row] === IS).length,
        rows: here.map(tellRow),
        protectedAs: protectionOf(paths.caseAccount[c]!)?.class ?? null,
        gone: false,
      };
    });
  };
}

/** A person whom the last scan no longer shows there, with the decisions that were made. */
function goneLine(
  stored: CurrentLook['stored'],
  { ari, groupId }: QueueItem,
  person: ItemPerson['person'],
): ItemPerson {
  const made = stored.flatMap(({ record }) =>
    'row' in record &&
    record.row.accountId === person.accountId &&
    (ari === null ? record.row.groupId === groupId : record.row.ari === ari)
      ? [record]
      : [],
  );
  return {
    person,
    ari: ari ?? '',
    product: '',
    activity: { bucket: 'unknown' },
    seatAgeDays: null,
    edits: 0,
    rows: made.map((record) => ({
      row: record.row,
      owner: record.evidence.owner,
      groupName: record.evidence.groupName,
      decided: { recordId: record.id, kind: record.kind, state: record.state },
    })),
    protectedAs: null,
    gone: true,
  };
}
