import { parseOptions, UsageError } from '../trace/arguments';

export interface SimulateSettings {
  readonly weeks: number;
  readonly seed: number;
}

const DEFAULT_WEEKS = 12;
/** A year: beyond it the demo runs out of people who could leave. */
const MOST_WEEKS = 52;
const MOST_SEED = 1_000_000;

export const SIMULATE_USAGE = `usage: npm run simulate -- [--weeks N] [--seed N]
  --weeks N   how many weeks pass, 1 to ${MOST_WEEKS}; default ${DEFAULT_WEEKS}
  --seed N    which weeks, 1 to ${MOST_SEED}; default 1: those of the demo organization that everybody sees`;

/** Reads the arguments of `simulate`. Throws `UsageError`. */
export function readSimulateSettings(args: readonly string[]): SimulateSettings {
  const { weeks, seed } = parseOptions(args, { weeks: { type: 'string' }, seed: { type: 'string' } });
  return {
    weeks: wholeNumber('--weeks', weeks, { default: DEFAULT_WEEKS, most: MOST_WEEKS }),
    seed: wholeNumber('--seed', seed, { default: 1, most: MOST_SEED }),
  };
}

function wholeNumber(
  name: string,
  text: string | undefined,
  range: { default: number; most: number },
): number {
  if (text === undefined) return range.default;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= range.most) return value;
  throw new UsageError(`${name} ${text}: a whole number from 1 to ${range.most} is needed.`, true);
}
