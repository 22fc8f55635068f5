import type { Input } from '../../contracts/api';
import type { FilePiece } from '../../contracts/calls/exports';
import { REGISTER_KINDS, type ReviewRecord } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { RECORDS_CSV_COLUMNS, tellRecordLine } from '../../evidence/records-csv';
import { isInForce } from '../../review/standing';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { mentionedIn } from '../records/mentioned-in';
import { recordScope } from '../records/record-scope';
import { namesFor } from './names-for';
import { nextFrom, PIECE_LINES, pieceOf } from './file-pieces';

/** The records of one kind that the person may see, as a file. */
export async function exportRegister(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { kind, from }: Input<'exports/register'>,
): Promise<FilePiece> {
  return pieceOfRecords(ports, settings, await visibleRecords(ports, settings, caller, kind), from);
}

/** Everything that was decided in a review, as far as the person may see it, as a file. Throws NOT_FOUND. */
export async function exportDecisions(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { cycleId, from }: Input<'exports/decisions'>,
): Promise<FilePiece> {
  if ((await ports.cycles.get(cycleId)) === null) {
    throw new UseCaseError('NOT_FOUND', 'There is no such review.');
  }
  const kinds = await Promise.all(
    REGISTER_KINDS.map((kind) => visibleRecords(ports, settings, caller, kind)),
  );
  const made = kinds.flat().filter((record) => record.cycleId === cycleId);
  return pieceOfRecords(ports, settings, made, from);
}

async function visibleRecords(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  kind: ReviewRecord['kind'],
): Promise<ReviewRecord[]> {
  const mayI = await recordScope(ports, settings, caller, kind);
  return (await ports.records.list(kind)).filter(mayI);
}

/** Oldest first: what is decided while the pieces are fetched stands at the end. */
async function pieceOfRecords(
  ports: Ports,
  settings: Settings,
  records: readonly ReviewRecord[],
  from: number,
): Promise<FilePiece> {
  const order = (one: ReviewRecord): string => `${one.recordedAt} ${one.id}`;
  const sorted = [...records].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const here = sorted.slice(from, from + PIECE_LINES);
  const names = await namesFor(ports, settings, here.flatMap(mentionedIn));
  const now = ports.clock.now();
  return pieceOf(
    here.map((record) => tellRecordLine(record, names, isInForce(record, now))),
    { from, next: nextFrom(from, here.length, sorted.length), head: [RECORDS_CSV_COLUMNS] },
  );
}
