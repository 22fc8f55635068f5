import { DECISIONS, OWNERS, type Owner } from '../../contracts/vocabulary';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';
import { type DraftItem, type ItemSubject, itemIdOf, sectionOf } from './draft';
import { isKeptBeside } from './leaving';
import type { PlacedRows } from './places';

const HELD: ReadonlySet<number> = new Set([DECISIONS.indexOf('hold'), DECISIONS.indexOf('none')]);

/**
 * Counts an item over its rows: `edits` lists for each case inside the rows that have to go to free its seat.
 * A seat counts as freeable where none of them is on hold, and no path beside them keeps it.
 */
export function countItem(
  { table, placed }: { table: DecisionTable; placed: PlacedRows },
  subject: ItemSubject,
  edits: ReadonlyMap<number, readonly number[]>,
  sha256: (text: string) => string,
): DraftItem {
  const { snapshot, paths, columns } = table;
  const people = new Set<string>();
  const owners = new Set<Owner>();
  let seats = 0;
  let freeable = 0;
  let most = 0;
  let since = Infinity;
  for (const [c, rows] of edits) {
    const account = paths.caseAccount[c]!;
    people.add(snapshot.accounts.ids[account]!);
    for (const row of rows) owners.add(OWNERS[columns.rowOwner[row]!]!);
    most = Math.max(most, rows.length);
    if (columns.caseBillable[c] === IS) {
      seats += 1;
      const isHeld = rows.some((row) => HELD.has(columns.rowDecision[row]!));
      if (rows.length > 0 && !isHeld && !isKeptBeside(table, placed, c, rows)) freeable += 1;
    }
    const lastActive = columns.caseLastActive[c]!;
    const known = lastActive >= 0 ? lastActive : snapshot.accounts.addedToOrg[account]!;
    if (!Number.isNaN(known)) since = Math.min(since, known);
  }
  const frees = subject.outcome === 'free-seats' || subject.outcome === 'close-dormant';
  return {
    id: itemIdOf(subject, sha256),
    section: sectionOf(subject),
    ...subject,
    people: [...people].sort(),
    seats,
    freeable: frees ? freeable : 0,
    edits: frees ? most : 0,
    editOwners: frees ? OWNERS.filter((owner) => owners.has(owner)) : [],
    since: since === Infinity ? null : since,
  };
}
