import type { FilePiece } from '../../contracts/calls/exports';
import { writeCsv } from '../../evidence/csv';

/** Where the piece after one begins that took `count` of `total`; null where it was the last. */
export function nextFrom(from: number, count: number, total: number): number | null {
  return from + count < total ? from + count : null;
}

/** Lines in one piece: with all names and reasons some hundred KB, far below the 5 MB that an answer may have. */
export const PIECE_LINES = 200;

/** The piece of a file that begins at a line; `head` stands above the first one. */
export function pieceOf(
  lines: readonly (readonly string[])[],
  { from, next, head }: { from: number; next: number | null; head: readonly (readonly string[])[] },
): FilePiece {
  return { text: writeCsv(from === 0 ? [...head, ...lines] : lines, { begins: from === 0 }), next };
}
