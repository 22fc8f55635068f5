import { DISPOSITIONS, type Disposition } from '../../contracts/queue';

/** Where a row with a finding stands. The open ones belong to an item; the others name a record. */
export const PLACES = [
  /** No finding: nothing to say. */
  'none',
  'decided',
  'protected',
  'attested',
  'covered',
  'back',
  'unknown-source',
  'seat',
  'source-review',
  'dormant',
] as const;
export type Place = (typeof PLACES)[number];

export const placeCode = (place: Place): number => PLACES.indexOf(place);

const OPEN: ReadonlySet<Place> = new Set(['back', 'unknown-source', 'seat', 'source-review', 'dormant']);
export const isOpen = (place: Place): boolean => OPEN.has(place);

/** Every row of a table: where it stands, and which record says so. */
export interface PlacedRows {
  readonly place: Uint8Array;
  /** The record that answers a row that is not open, or that brought an open one back: index into `records`, or -1. */
  readonly record: Int32Array;
  readonly records: readonly { readonly id: string; readonly kind: string }[];
  /** Why a row is back: index into `RETURN_CAUSES`. */
  readonly cause: Uint8Array;
  /** The row of the same case that answers for this one; itself where it stands alone. */
  readonly lead: Uint32Array;
}

export const placeOf = (rows: PlacedRows, row: number): Place => PLACES[rows.place[row]!]!;

/** What has become of a row, in the words that cycles are counted in; `queued` where it is open. Null without a finding. */
export function dispositionOf(rows: PlacedRows, row: number): Disposition | null {
  const place = placeOf(rows, row);
  if (place === 'none') return null;
  if (place === 'covered' || place === 'protected' || place === 'attested') return place;
  if (place === 'decided') {
    const { kind } = rows.records[rows.record[row]!]!;
    return DISPOSITIONS.find((one) => one === kind)!;
  }
  return 'queued';
}
