import { MOVES } from '../../../../src/contracts/calls/registers';
import { type RegisterLine } from '../../../../src/contracts/review-views';

export type Move = (typeof MOVES)[number];

/** The steps that the reader may take with a record now. */
export function movesOf(line: RegisterLine): readonly Move[] {
  return MOVES.filter((move) => line.moves.includes(move));
}
