import { MOVES } from '../../../../src/contracts/calls/registers';
import { type RegisterLine } from '../../../../src/contracts/review-views';

export type Move = (typeof MOVES)[number];

/** A record as somebody sees it who may take it a step further. */
export type Movable = Pick<RegisterLine, 'record' | 'version' | 'subject' | 'moves'>;

/** The steps that the reader may take with a record now. */
export function movesOf({ moves }: Movable): readonly Move[] {
  return MOVES.filter((move) => moves.includes(move));
}
