import type { Input } from '../../contracts/api';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { DECISIONS } from '../../contracts/vocabulary';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';
import { findCase, visibleResources } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { beginBatch } from './begin-batch';
import { openCycleOf } from './current-cycle';
import { lookNow } from './look';
import { openRowsIn } from './open-rows';

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
  const { table } = look;
  const visible = visibleResources(table, settings, caller);
  const rows = openRowsIn(look)(
    cases.flatMap(({ accountId, ari }) =>
      rowsAsked(table, findCase({ published, table }, visible, accountId, ari)),
    ),
  );
  const cycleId = (await openCycleOf(ports))?.cycle.id ?? null;
  return beginBatch(ports, settings, caller, { cycleId, itemId: null, outcome, reason, rows });
}

function rowsAsked({ paths, columns }: DecisionTable, c: number): number[] {
  const rows = Array.from(
    { length: paths.rowStart[c + 1]! - paths.rowStart[c]! },
    (_, i) => paths.rowStart[c]! + i,
  );
  return rows.filter(
    (row) =>
      columns.rowDecision[row] !== NONE &&
      (columns.caseBillable[c] !== IS || columns.rowBillable[row] === IS),
  );
}
