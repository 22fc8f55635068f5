import type { Input } from '../../contracts/api';
import type { FilePiece } from '../../contracts/calls/exports';
import type { Settings } from '../../contracts/settings';
import { LEDGER_CSV_COLUMNS, tellLedgerHead, tellLedgerLine } from '../../evidence/ledger-csv';
import { seesOrganization } from '../authorise';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { allRecords } from '../records/add-record';
import { mentionedIn } from '../records/mentioned-in';
import { namesFor } from './names-for';
import { nextFrom, PIECE_LINES, pieceOf } from './file-pieces';

/**
 * The ledger of a review that has ended: every path with a finding and what became of it, under the hash that
 * stands in the cycle. Whoever sees one site gets the lines of that site. Throws NOT_FOUND.
 */
export async function exportLedger(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { cycleId, from }: Input<'exports/ledger'>,
): Promise<FilePiece> {
  const found = await ports.cycles.get(cycleId);
  const ending = found?.cycle.ending ?? null;
  if (found === null || ending === null) {
    throw new UseCaseError('NOT_FOUND', 'There is no such review, or it has not ended yet.');
  }
  const all = await ports.cycles.ledger(ending.ledgerHash);
  if (all === null) throw new UseCaseError('NOT_FOUND', 'The ledger of this review is not kept any more.');
  const everywhere = seesOrganization(settings, caller);
  const lines = everywhere ? all : all.filter(({ row }) => row.ari.endsWith(`/${caller.cloudId}`));
  const here = lines.slice(from, from + PIECE_LINES);
  const records = new Map((await allRecords(ports)).map(({ record }) => [record.id, record]));
  const saying = here.map(({ recordId }) => (recordId === null ? null : (records.get(recordId) ?? null)));
  const named = [
    ...here.map(({ row }) => row.accountId),
    ...saying.flatMap((record) => (record === null ? [] : mentionedIn(record))),
    ...(from === 0 ? [ending.by, ...ending.decidedBy].filter((by) => by !== 'seatpath') : []),
  ];
  const names = await namesFor(ports, settings, named);
  return pieceOf(
    here.map((line, at) => tellLedgerLine(line, saying[at] ?? null, names)),
    {
      from,
      next: nextFrom(from, here.length, lines.length),
      head: [...tellLedgerHead(found.cycle, ending, names, all.length - lines.length), LEDGER_CSV_COLUMNS],
    },
  );
}
