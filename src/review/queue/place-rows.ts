import { FINDINGS, OWNERS, type Finding } from '../../contracts/vocabulary';
import { ACTIVITY_UNREADABLE } from '../../contracts/snapshot';
import { NO_GRANT } from '../../access/path-table';
import { bitOf, IS, membersOf } from '../../decision/columns';
import { indexProtections } from '../protections';
import { RETURN_CAUSES, verdictOn } from '../standing';
import type { SourceDecisions } from '../sources/covering';
import { COVERABLE_MASK } from '../sources/intent';
import type { Look } from './look';
import { type Place, type PlacedRows, placeCode } from './places';
import { groupIdOfRow, indexRows } from './row-index';

const maskOf = (...findings: Finding[]): number =>
  findings.reduce((mask, finding) => mask | bitOf(FINDINGS, finding), 0);
export const UNKNOWN_MASK = maskOf('owner-unknown', 'contradiction');
export const SEAT_MASK = maskOf('inactive-seat', 'never-active', 'scim-inactive-billable');
const DORMANT_MASK = maskOf('dormant-path');

/** The columns of `PlacedRows` while they are being filled. */
interface Filling extends PlacedRows {
  readonly records: { id: string; kind: string }[];
}

/**
 * Says of every row with a finding where it stands: answered by a record, or open in exactly one kind of item.
 * A decision on the row itself comes first, then its protection, then what is not known of its owner, then the
 * seat, then what a decision on its source can answer. Pure; time is linear in the rows.
 */
export function placeRows(look: Look, decisions: SourceDecisions): PlacedRows {
  const { table, book } = look;
  const { paths, columns } = table;
  const rows = paths.rowVia.length;
  const placed: Filling = {
    place: new Uint8Array(rows),
    record: new Int32Array(rows).fill(-1),
    records: [],
    cause: new Uint8Array(rows),
    lead: Uint32Array.from({ length: rows }, (_, row) => row),
  };
  const put = (row: number, where: Place, by: { id: string; kind: string } | null): void => {
    placed.place[row] = placeCode(where);
    if (by !== null) placed.record[row] = placed.records.push({ id: by.id, kind: by.kind }) - 1;
  };
  placeDecidedRows(look, (row, by, why) => {
    put(row, why === null ? 'decided' : 'back', by);
    if (why !== null) placed.cause[row] = RETURN_CAUSES.indexOf(why);
  });
  const protectionOf = indexProtections(table, book.protections);
  const attestationOf = (row: number) => book.attestations.get(groupIdOfRow(table, row) ?? '') ?? null;
  const coveringOf = (row: number, account: number) => {
    const grant = paths.rowGrant[row]!;
    const decision = grant === NO_GRANT ? null : decisions.of(grant);
    return decision?.covers(account) ? decision.record : null;
  };

  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const account = paths.caseAccount[c]!;
    const protection = protectionOf(account);
    const inScope = look.inScope(paths.caseResource[c]!);
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      const findings = inScope ? columns.rowFindings[row]! : 0;
      if (findings === 0) put(row, 'none', null);
      if (placed.place[row] !== 0 || findings === 0) continue;
      const unknown = (findings & UNKNOWN_MASK) !== 0;
      const attestation = unknown ? attestationOf(row) : null;
      const known = findings & ~UNKNOWN_MASK;
      if (protection !== null) put(row, 'protected', protection);
      else if (unknown && attestation === null) put(row, 'unknown-source', null);
      else if (attestation !== null && known === 0) put(row, 'attested', attestation);
      else if ((known & SEAT_MASK) !== 0) put(row, 'seat', null);
      else if ((known & DORMANT_MASK) !== 0) put(row, 'dormant', null);
      else {
        const by = (known & COVERABLE_MASK) === 0 ? null : coveringOf(row, account);
        put(row, by === null ? 'source-review' : 'covered', by);
      }
    }
    followWithinCase(look, placed, c);
  }
  return placed;
}

/**
 * Rows that another row of their case answers for. Nobody can free a seat before its unknown path is known; a
 * path that takes no seat goes with the paths that do; and a synced row that is only found beside local ones
 * asks nothing of the identity owner.
 */
function followWithinCase({ table }: Look, placed: PlacedRows, c: number): void {
  const { paths, columns } = table;
  const first = paths.rowStart[c]!;
  const rows = Array.from({ length: paths.rowStart[c + 1]! - first }, (_, i) => first + i);
  const placeIs = (place: Place) => (row: number) => placed.place[row] === placeCode(place);
  const bills = (row: number): boolean => columns.rowBillable[row] === IS;
  const isSynced = (row: number): boolean => OWNERS[columns.rowOwner[row]!] === 'idp-owned';
  const follow = (followers: readonly number[], leader: number | undefined): void => {
    if (leader === undefined) return;
    for (const row of followers) {
      placed.place[row] = placed.place[leader]!;
      placed.record[row] = placed.record[leader]!;
      placed.cause[row] = placed.cause[leader]!;
      placed.lead[row] = leader;
    }
  };
  follow(rows.filter(placeIs('seat')), rows.find(placeIs('unknown-source')));
  const seats = rows.filter(placeIs('seat'));
  follow(
    seats.filter((row) => !bills(row)),
    seats.find(bills) ?? rows.find(bills),
  );
  const found = rows.filter((row) => columns.rowFindings[row] !== 0 && !isSynced(row));
  follow(
    rows.filter((row) => placeIs('source-review')(row) && isSynced(row)),
    found.find(placeIs('source-review')) ?? found[0],
  );
}

/** Tells of each row that has a decision whether it still answers the row, or why it does not. */
function placeDecidedRows(
  { table, report, book, now }: Look,
  tell: (row: number, by: { id: string; kind: string }, why: (typeof RETURN_CAUSES)[number] | null) => void,
): void {
  const { paths, columns } = table;
  const rowOf = indexRows(table);
  const scanBegan = Date.parse(report.startedAt);
  for (const decision of book.rows) {
    const row = rowOf(decision.row);
    if (row === -1) continue;
    const owner = OWNERS[columns.rowOwner[row]!]!;
    const verdict = verdictOn(
      decision,
      {
        owner,
        findings: membersOf(FINDINGS, columns.rowFindings[row]!),
        ownerKnown: owner !== 'unknown',
        activityKnown: columns.caseLastActive[paths.rowCase[row]!] !== ACTIVITY_UNREADABLE,
        scanComplete: report.verdict === 'complete',
        scanBegan,
      },
      now,
    );
    if (verdict.kind === 'decided') tell(row, decision, null);
    if (verdict.kind === 'back') tell(row, decision, verdict.cause);
  }
}
