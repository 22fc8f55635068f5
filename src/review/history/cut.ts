import type { Cycle } from '../../contracts/cycles';

/** Reviews that one answer tells of at most: a quarter of a year. */
const CYCLES = 12;
/**
 * Lines of ledgers that are read for one answer at most, but for those of one review. A ledger of 60,000 lines takes
 * 385 of the 4,000 read units of a minute (limits-kvs-ce, 2025-12-01) and a second and a half.
 */
const LEDGER_LINES = 60_000;

/** A part of a history: some reviews that follow one another, and the time that they stand for. */
export interface HistoryCut {
  /** Newest first. */
  readonly cycles: readonly Cycle[];
  /** What else happened is told in this part if it was later than `after`, and at `until` the latest (epoch ms). */
  readonly after: number;
  readonly until: number;
  /** The review before which the next part begins; null where this is the last one. */
  readonly earlier: string | null;
}

/**
 * Cuts a history into parts that are cheap to read: the reviews (newest first, with their moments) before one that an
 * earlier part ended with. The parts together tell everything once, wherever they are cut.
 */
export function cutHistory(
  cycles: readonly Cycle[],
  moments: readonly number[],
  before: string | null,
): HistoryCut {
  const older = before === null ? 0 : cycles.findIndex(({ id }) => id < before);
  const first = older === -1 ? cycles.length : older;
  let end = first;
  for (let lines = 0; end < cycles.length && end - first < CYCLES; end += 1) {
    const more = lines + linesOf(cycles[end]!);
    if (lines > 0 && more > LEDGER_LINES) break;
    lines = more;
  }
  return {
    cycles: cycles.slice(first, end),
    after: Math.max(...moments.slice(end)),
    until: before === null ? Infinity : Math.max(...moments.slice(first)),
    earlier: end < cycles.length ? cycles[end - 1]!.id : null,
  };
}

/** The lines of the ledger that a review ended with. */
function linesOf({ ending }: Cycle): number {
  return Object.values(ending?.rows ?? {}).reduce((lines, count) => lines + count, 0);
}
