import type { Input } from '../../contracts/api';
import type { FilePiece } from '../../contracts/calls/exports';
import type { Settings } from '../../contracts/settings';
import { caseTeller } from '../../decision/tell';
import { csvTeller, DECISIONS_CSV_COLUMNS } from '../../evidence/decisions-csv';
import { findCases } from '../list-cases';
import { namePeople } from '../people';
import { Conflict, type CallerContext, type Ports } from '../ports';
import { nextFrom, PIECE_LINES, pieceOf } from './file-pieces';

/** The cases that a filter leaves, in the columns of decisions.csv; a piece begins at a case, not at a line. */
export async function exportCases(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { scanId, filter, sort, from }: Input<'exports/cases'>,
): Promise<FilePiece> {
  const { published, table, sorted } = await findCases(ports, settings, caller, { filter, sort });
  if (published.scanId !== scanId) throw new Conflict('another scan was published since the file was begun');
  const cases = [...sorted.subarray(from, from + PIECE_LINES)].map(caseTeller(table));
  const personOf = await namePeople(
    ports,
    settings,
    cases.map(({ accountId }) => accountId),
  );
  // Addresses are not read where a name is enough.
  const linesOf = csvTeller(table, (accountId) => ({ name: personOf(accountId).name ?? '', email: '' }));
  return pieceOf(cases.flatMap(linesOf), {
    from,
    next: nextFrom(from, cases.length, sorted.length),
    head: [DECISIONS_CSV_COLUMNS],
  });
}
