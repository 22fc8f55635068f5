import type { Input } from '../../contracts/api';
import type { FilteredChoice } from '../../contracts/calls/tracing';
import type { BatchView } from '../../contracts/review-views';
import type { Settings } from '../../contracts/settings';
import { DECISIONS } from '../../contracts/vocabulary';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';
import { findCase, visibleResources } from '../decision-table';
import { UseCaseError } from '../errors';
import { findCases } from '../list-cases';
import { type CallerContext, Conflict, type Ports } from '../ports';
import { beginBatch } from './begin-batch';
import { openCycleOf } from './current-cycle';
import { lookNow } from './look';
import { openRowsIn } from './open-rows';

const NONE = DECISIONS.indexOf('none');
const BY_ACCOUNT = { by: 'account', direction: 'ascending' } as const;

/**
 * Begins one decision over cases that somebody chose in the table, one by one or by a filter. Of a case that bills, the paths that bill are
 * asked for, of another every one; what a record answers already stays as it is. Throws NOT_FOUND, BAD_INPUT, and Conflict.
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
  const indexOf = ({ accountId, ari }: { accountId: string; ari: string }): number =>
    findCase({ published, table }, visible, accountId, ari);
  const asked = Array.isArray(cases)
    ? cases.map(indexOf)
    : without(await casesLeftBy(ports, settings, caller, cases), new Set(cases.except.map(indexOf)));
  const rows = openRowsIn(look)(asked.flatMap((c) => rowsAsked(table, c)));
  const cycleId = (await openCycleOf(ports))?.cycle.id ?? null;
  return beginBatch(ports, settings, caller, { cycleId, itemId: null, outcome, reason, rows });
}

/** Nobody has looked at these one by one, so one finding has to say why any of them is to be decided. */
async function casesLeftBy(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { scanId, filter }: FilteredChoice,
): Promise<number[]> {
  if (filter.finding === null || filter.finding === 'any') {
    throw new UseCaseError('BAD_INPUT', 'All cases of a filter are decided only where it names a finding.');
  }
  const { published, sorted } = await findCases(ports, settings, caller, { filter, sort: BY_ACCOUNT });
  if (published.scanId !== scanId)
    throw new Conflict('another scan was published since the cases were chosen');
  return [...sorted];
}

const without = (cases: readonly number[], except: ReadonlySet<number>): number[] =>
  cases.filter((c) => !except.has(c));

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
