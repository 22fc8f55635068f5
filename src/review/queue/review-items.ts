import { OWNERS } from '../../contracts/vocabulary';
import { NO_GRANT } from '../../access/path-table';
import { IS } from '../../decision/columns';
import type { SourceDecision, SourceDecisions } from '../sources/covering';
import { COVERABLE_MASK } from '../sources/intent';
import { countItem } from './count-item';
import type { DraftItem, ItemSubject } from './draft';
import type { Look } from './look';
import { placeOf, type PlacedRows } from './places';
import { groupIdOfRow } from './row-index';

/** Rows that a decision on their source could answer, and that nothing answers yet, also where the seat is in question. */
function awaitsSource(look: Look, placed: PlacedRows, decisions: SourceDecisions, row: number): boolean {
  const { paths, columns } = look.table;
  const place = placeOf(placed, row);
  if (place === 'source-review') return placed.lead[row] === row;
  if (place !== 'seat' || (columns.rowFindings[row]! & COVERABLE_MASK) === 0) return false;
  const grant = paths.rowGrant[row]!;
  // A direct role is one person’s: it has no source to decide.
  if (grant === NO_GRANT || OWNERS[columns.rowOwner[row]!] === 'idp-owned') return false;
  const account = paths.caseAccount[paths.rowCase[row]!]!;
  return !(decisions.of(grant)?.covers(account) ?? false);
}

/**
 * Sources that nobody has decided, or whose decision leaves people out, one item each. A synced row that is
 * only found beside local ones counts for the first of those.
 */
export function reviewItems(
  look: Look,
  placed: PlacedRows,
  decisions: SourceDecisions,
  sha256: (text: string) => string,
): DraftItem[] {
  const { table } = look;
  const { paths, columns } = table;
  const bySource = new Map<string, { row: number; cases: Map<number, number[]> }>();
  for (let row = 0; row < paths.rowVia.length; row += 1) {
    if (!awaitsSource(look, placed, decisions, row)) continue;
    const c = paths.rowCase[row]!;
    const grant = paths.rowGrant[row]!;
    const key = grant === NO_GRANT ? `direct ${paths.caseResource[c]!}` : String(grant);
    const known = bySource.get(key) ?? { row, cases: new Map<number, number[]>() };
    bySource.set(key, known);
    // Beside a direct role, an inferred one comes through no group either.
    const asked = columns.rowBillable[row] === IS ? [row] : [];
    known.cases.set(c, [...(known.cases.get(c) ?? []), ...asked]);
  }
  return [...bySource.values()].map(({ row, cases }) =>
    countItem({ table, placed }, reviewSubject(look, decisions, row, cases.size), cases, sha256),
  );
}

function reviewSubject(look: Look, decisions: SourceDecisions, row: number, people: number): ItemSubject {
  const { paths, columns, snapshot } = look.table;
  const grant = paths.rowGrant[row]!;
  const owner = OWNERS[columns.rowOwner[row]!]!;
  const decision = grant === NO_GRANT ? null : decisions.of(grant);
  return {
    class: decision?.voidBecause != null || decision?.record.state === 'returned' ? 'back' : 'source-review',
    finding: owner === 'default-group' ? 'unproven-default' : 'unproven-local',
    outcome: grant === NO_GRANT ? 'free-seats' : 'decide-source',
    ari: snapshot.resources[paths.caseResource[paths.rowCase[row]!]!]!.ari,
    groupId: groupIdOfRow(look.table, row),
    cloudId: null,
    owner,
    reason: decision === null ? '' : reasonOf(decision, people),
    recordId: decision?.record.id ?? null,
  };
}

function reasonOf({ record, voidBecause }: SourceDecision, people: number): string {
  if (voidBecause !== null) return voidBecause;
  if (record.state === 'proposed') return 'A standing decision waits for a second person.';
  if (record.state === 'returned')
    return 'Its redesign was claimed, and a later scan does not show it in full.';
  if (record.state !== 'standing') return '';
  return people === 1
    ? '1 person is outside of the people it was decided for.'
    : `${people} people are outside of the people it was decided for.`;
}
