import type { ItemClass } from '../../contracts/queue';
import { FINDINGS, type Finding, OWNERS } from '../../contracts/vocabulary';
import { NO_GRANT } from '../../access/path-table';
import { bitOf, IS } from '../../decision/columns';
import { countItem } from './count-item';
import type { DraftItem } from './draft';
import type { Look } from './look';
import { isLeaving } from './leaving';
import { type PlacedRows, placeCode } from './places';
import { groupIdOfRow } from './row-index';

const DAY_MS = 86_400_000;

interface SeatKind {
  readonly class: ItemClass;
  readonly finding: Finding;
}

const has = (findings: number, finding: Finding): boolean => (findings & bitOf(FINDINGS, finding)) !== 0;

/** The class of a seat in question; a case that carries several findings goes with the most urgent one. */
function kindOf(findings: number, edits: number, oldEnough: boolean): SeatKind {
  if (has(findings, 'scim-inactive-billable'))
    return { class: 'scim-inactive', finding: 'scim-inactive-billable' };
  if (has(findings, 'never-active')) {
    // Nobody can have used a seat that is younger than the window, and nobody may claim what is not known.
    return { class: oldEnough ? 'never-active' : 'never-active-age-unknown', finding: 'never-active' };
  }
  return { class: edits === 1 ? 'inactive-one-edit' : 'inactive-more-edits', finding: 'inactive-seat' };
}

interface OpenSeat {
  readonly c: number;
  /** The rows that bill and are not answered yet. */
  readonly rows: readonly number[];
}

/** Seats in question, as items. Each case is in one item, at the source that leads most of its like. */
export function seatItems(look: Look, placed: PlacedRows, sha256: (text: string) => string): DraftItem[] {
  const { table } = look;
  const { snapshot, paths } = table;
  const kinds = new Map<string, { kind: SeatKind; resource: number; seats: OpenSeat[] }>();
  for (const [seat, kind] of openSeats(look, placed)) {
    const resource = paths.caseResource[seat.c]!;
    const key = `${kind.class} ${resource}`;
    const known = kinds.get(key) ?? { kind, resource, seats: [] };
    kinds.set(key, known);
    known.seats.push(seat);
  }
  return [...kinds.values()].flatMap(({ kind, resource, seats }) =>
    [...leadSources(look, seats)].map(([lead, led]) =>
      countItem(
        { table, placed },
        {
          ...kind,
          outcome: 'free-seats',
          ari: snapshot.resources[resource]!.ari,
          groupId: groupIdOfRow(table, lead),
          cloudId: null,
          owner: OWNERS[table.columns.rowOwner[lead]!]!,
          reason: '',
          recordId: null,
        },
        new Map(led.map(({ c, rows }) => [c, rows])),
        sha256,
      ),
    ),
  );
}

function* openSeats(look: Look, placed: PlacedRows): Generator<[OpenSeat, SeatKind]> {
  const { paths, columns } = look.table;
  const seatPlace = placeCode('seat');
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const rows: number[] = [];
    let findings = 0;
    // A path that an exception keeps, say, has to go too before the seat is free.
    let edits = 0;
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      if (columns.rowBillable[row] === IS && !isLeaving(placed, row)) edits += 1;
      if (placed.place[row] !== seatPlace) continue;
      findings |= columns.rowFindings[row]!;
      if (columns.rowBillable[row] === IS) rows.push(row);
    }
    if (rows.length === 0) continue;
    const since = look.seatSince(c);
    const oldEnough = since !== null && look.now - since > look.inactiveDays * DAY_MS;
    yield [{ c, rows }, kindOf(findings, edits, oldEnough)];
  }
}

/** What stands for the source of a row: its grant, or one number for all direct roles. */
const DIRECT = NO_GRANT;

/**
 * Shares seats out so that few items hold them all: again and again the source that most of the remaining
 * seats run through leads those. Ties go to the source that comes first. Gives a row of each leading source.
 */
function leadSources({ table }: Look, seats: readonly OpenSeat[]): Map<number, OpenSeat[]> {
  const { rowGrant } = table.paths;
  const through = new Map<number, { row: number; seats: OpenSeat[] }>();
  for (const seat of seats) {
    for (const row of seat.rows) {
      const source = rowGrant[row] ?? DIRECT;
      const known = through.get(source) ?? { row, seats: [] };
      through.set(source, known);
      if (known.seats.at(-1) !== seat) known.seats.push(seat);
    }
  }
  const led = new Map<number, OpenSeat[]>();
  const done = new Set<OpenSeat>();
  const remaining = new Map([...through].map(([source, { seats: here }]) => [source, here.length]));
  while (done.size < seats.length) {
    let best = -1;
    for (const [source, count] of remaining) {
      const leads = best === -1 || count > remaining.get(best)!;
      if (count > 0 && (leads || (count === remaining.get(best) && source < best))) best = source;
    }
    const { row, seats: here } = through.get(best)!;
    const mine = here.filter((seat) => !done.has(seat));
    led.set(row, mine);
    for (const seat of mine) {
      done.add(seat);
      for (const source of new Set(seat.rows.map((one) => rowGrant[one] ?? DIRECT)))
        remaining.set(source, remaining.get(source)! - 1);
    }
  }
  return led;
}
