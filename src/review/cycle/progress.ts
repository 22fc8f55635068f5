import type { QueueItem } from '../../contracts/queue';
import { isInForce } from '../standing';
import { findGrant } from '../sources/source-facts';
import type { Look } from '../queue/look';
import { isAboutSeats } from '../queue/item-rows';
import { isOpen, placeOf, type PlacedRows } from '../queue/places';

export interface Progress {
  /** People of an item of whom something is open. */
  readonly openPeople: (item: QueueItem) => string[];
  /** Whether nothing of an item is open any more. */
  readonly isDecided: (item: QueueItem) => boolean;
}

/** How far the items of a cycle are. */
export function indexProgress(look: Look, placed: PlacedRows): Progress {
  const open = collectOpen(look, placed);
  const openPeople = (item: QueueItem): string[] =>
    item.people.filter((accountId) => isPersonOpen(look, open, item, accountId));
  return {
    openPeople,
    isDecided: (item) =>
      item.outcome === 'attest-settings'
        ? look.book.settings.has(item.cloudId!)
        : openPeople(item).length === 0,
  };
}

/** For each account and place of it (a product, or a group everywhere), whether a row there is open. */
type OpenPlaces = ReadonlySet<string>;

function collectOpen({ table }: Look, placed: PlacedRows): OpenPlaces {
  const { snapshot, paths } = table;
  const open = new Set<string>();
  for (let row = 0; row < placed.place.length; row += 1) {
    const place = placeOf(placed, row);
    if (!isOpen(place)) continue;
    const c = paths.rowCase[row]!;
    const accountId = snapshot.accounts.ids[paths.caseAccount[c]!]!;
    const { ari } = snapshot.resources[paths.caseResource[c]!]!;
    const group = snapshot.grants.group[paths.rowGrant[row]!];
    open.add(`${accountId} ${ari} ${group === undefined ? '' : snapshot.groups.ids[group]!}`);
    open.add(`${accountId}  ${group === undefined ? '' : snapshot.groups.ids[group]!}`);
    if (place === 'seat') open.add(`${accountId} ${ari} seat`);
  }
  return open;
}

/** Whether something of what an item asks about a person is still open. */
function isPersonOpen(look: Look, open: OpenPlaces, item: QueueItem, accountId: string): boolean {
  const { ari, groupId, outcome } = item;
  if (isAboutSeats(item)) return open.has(`${accountId} ${ari!} seat`);
  if (outcome === 'attest-source' && look.book.attestations.has(groupId!)) return false;
  if (outcome === 'decide-source' && isSourceAnswered(look, item)) return false;
  return open.has(`${accountId} ${ari ?? ''} ${groupId ?? ''}`);
}

/** A decision on the source as a whole answers its item, whoever else is open there for another reason. */
function isSourceAnswered({ book, table, now }: Look, { groupId, ari, recordId }: QueueItem): boolean {
  if (findGrant(table, groupId!, ari!) === null) return true;
  const decision = book.sources.find(({ source }) => source.groupId === groupId && source.ari === ari);
  if (decision === undefined || decision.id === recordId) return false;
  return decision.state !== 'proposed' && isInForce(decision, now);
}
