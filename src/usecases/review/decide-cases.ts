import type { Input } from '../../contracts/api';
import type { BatchRow } from '../../contracts/batches';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { DECISIONS } from '../../contracts/vocabulary';
import { IS } from '../../decision/columns';
import { placeRows } from '../../review/queue/place-rows';
import { placeOf } from '../../review/queue/places';
import { refOfRow } from '../../review/queue/row-index';
import { indexSourceDecisions } from '../../review/sources/covering';
import { subjectOf, subjectOfRow } from '../../review/subjects';
import { findCase, visibleResources } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { beginBatch } from './begin-batch';
import { openCycleOf } from './current-cycle';
import { lookNow } from './look';

const NONE = DECISIONS.indexOf('none');

/**
 * Begins one decision over cases that somebody chose in the table. Of a case that bills, the paths that bill are
 * asked for, of another every one; what a record answers already stays as it is. Throws NOT_FOUND.
 */
export async function decideCases(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { cases, outcome, reason }: Input<'cases/decide'>,
): Promise<BatchView> {
  const { look, published } = await lookNow(ports, settings);
  const { table, book } = look;
  const { paths, columns } = table;
  const visible = visibleResources(table, settings, caller);
  const placed = placeRows(look, indexSourceDecisions(look));
  const newestOn = new Map(book.rows.map((record) => [subjectOf(record), record.id]));
  const rows: BatchRow[] = [];
  for (const { accountId, ari } of cases) {
    const c = findCase({ published, table }, visible, accountId, ari);
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      const asked = columns.caseBillable[c] !== IS || columns.rowBillable[row] === IS;
      if (!asked || columns.rowDecision[row] === NONE || placeOf(placed, row) === 'decided') continue;
      const ref = refOfRow(table, row);
      rows.push({ row: ref, after: newestOn.get(subjectOfRow(ref)) ?? null });
    }
  }
  const cycleId = (await openCycleOf(ports))?.cycle.id ?? null;
  return beginBatch(ports, settings, caller, { cycleId, itemId: null, outcome, reason, rows });
}
