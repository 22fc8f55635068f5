import { type Waterfall } from '../../../../src/contracts/cycles';

/** Where a bar begins and how long it is, in percent of the width; `turn` is the sign of the step. */
export interface Bar {
  x: number;
  width: number;
  turn: 'total' | 'more' | 'fewer';
}

/** Room left and right of the steps, as a share of what they span. */
const ROOM = 0.15;
/** Shorter bars could not be seen, in percent. */
const SHORTEST = 0.6;

/** The bars of a waterfall. Their scale begins below the lowest point: steps are small beside all seats. */
export function barsOf({ before, after, steps }: Waterfall): { before: Bar; steps: Bar[]; after: Bar } {
  const ends = steps.reduce<number[]>((run, { seats }) => [...run, run[run.length - 1]! + seats], [before]);
  const low = Math.min(...ends, after);
  const span = Math.max(1, Math.max(...ends, after) - low);
  const at = (seats: number): number => (100 * (seats - low + span * ROOM)) / (span * (1 + 2 * ROOM));
  const bar = (from: number, to: number, turn: Bar['turn']): Bar => ({
    x: Math.min(from, to),
    width: Math.max(SHORTEST, Math.abs(to - from)),
    turn,
  });
  return {
    before: bar(0, at(before), 'total'),
    steps: steps.map(({ seats }, index) =>
      bar(at(ends[index]!), at(ends[index + 1]!), seats < 0 ? 'fewer' : 'more'),
    ),
    after: bar(0, at(after), 'total'),
  };
}
