import type { FilePiece } from '../../contracts/calls/exports';
import { writeCsv } from '../../evidence/csv';

/** Lines in one piece: with all names and reasons some hundred KB, far below the 5 MB that an answer may have. */
export const PIECE_LINES = 200;

/** The piece of a file that begins at a line; `head` stands above the first one. */
export function pieceOf(
  lines: readonly (readonly string[])[],
  { from, total, head }: { from: number; total: number; head: readonly (readonly string[])[] },
): FilePiece {
  const end = from + lines.length;
  return {
    text: writeCsv(from === 0 ? [...head, ...lines] : lines, { begins: from === 0 }),
    next: end < total ? end : null,
  };
}
