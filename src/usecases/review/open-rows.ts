import type { BatchRow } from '../../contracts/batches';
import type { Look } from '../../review/queue/look';
import { placeRows } from '../../review/queue/place-rows';
import { placeOf } from '../../review/queue/places';
import { refOfRow } from '../../review/queue/row-index';
import { indexSourceDecisions } from '../../review/sources/covering';
import { subjectOf, subjectOfRow } from '../../review/subjects';

/** Takes rows into a bulk, each with the newest decision on it now; what a record answers already stays as it is. */
export function openRowsIn(look: Look): (rows: Iterable<number>) => BatchRow[] {
  const placed = placeRows(look, indexSourceDecisions(look));
  const newestOn = new Map(look.book.rows.map((record) => [subjectOf(record), record.id]));
  return (rows) =>
    [...rows]
      .filter((row) => placeOf(placed, row) !== 'decided')
      .map((row) => {
        const ref = refOfRow(look.table, row);
        return { row: ref, after: newestOn.get(subjectOfRow(ref)) ?? null };
      });
}
