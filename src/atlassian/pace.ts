import type { Clock } from '../contracts/ports';
import { LongWait } from './errors';

/** What an answer said about how fast the next call may follow. Times in ms. */
export interface RateSignal {
  readonly limited: boolean;
  /** How long the API asked to wait, from `Retry-After` or the reset time; null where it did not say. */
  readonly waitMs: number | null;
  readonly remaining: number | null;
  readonly resetInMs: number | null;
}

export interface Pace {
  /** Resolves when the next call may be sent. Throws `LongWait` where that is too far away. */
  turn(): Promise<void>;
  heed(signal: RateSignal): void;
}

/** Below this many remaining calls the rest of the window is shared out evenly. */
const LAST_CALLS = 10;
const FIRST_SPACING_MS = 50;
const SLOWER = 1.5;
const FASTER = 0.9;

export interface PaceLimits {
  /** A wait longer than this is not made but thrown as `LongWait`. */
  readonly maxWaitMs?: number;
  /** The least time between two calls. */
  readonly spacingMs?: number;
}

/**
 * Keeps calls as fast as the API allows: a longer space between calls after each 429, a shorter one
 * after each success, and never a call before a time the API named. The organization API publishes
 * no numbers, so the limit has to be felt out.
 */
export function createPace(clock: Clock, { maxWaitMs = Infinity, spacingMs = 0 }: PaceLimits = {}): Pace {
  let notBefore = 0;
  let lastTurn = -Infinity;
  let spacing = spacingMs;
  return {
    async turn() {
      for (;;) {
        const now = clock.now();
        const at = Math.max(now, notBefore, lastTurn + spacing);
        if (at - now > maxWaitMs) throw new LongWait(at - now);
        lastTurn = at;
        if (at > now) await clock.sleep(at - now);
        // While this call stood in line, another may have been told to wait longer.
        if (notBefore <= at) return;
      }
    },
    heed(signal) {
      const now = clock.now();
      if (signal.limited) {
        spacing = Math.max(FIRST_SPACING_MS, spacing * SLOWER);
        if (signal.waitMs !== null) notBefore = Math.max(notBefore, now + signal.waitMs);
        return;
      }
      spacing = Math.max(spacingMs, spacing < 1 ? 0 : spacing * FASTER);
      const { remaining, resetInMs } = signal;
      if (remaining === null || resetInMs === null || resetInMs <= 0) return;
      if (remaining <= 0) notBefore = Math.max(notBefore, now + resetInMs);
      else if (remaining < LAST_CALLS) spacing = Math.max(spacing, resetInMs / remaining);
    },
  };
}
