/** Time of the simulated world, in epoch milliseconds. It stands still unless it is told to pass. */
export interface VirtualClock {
  now(): number;
  /** Moves to `ms`; a time in the past is refused. Listeners are told once, after the move. */
  advanceTo(ms: number): void;
  advanceBy(ms: number): void;
  /** Calls back after each move with the time before and the time now. Returns the way to stop listening. */
  onAdvance(listener: (now: number, before: number) => void): () => void;
}

export function createVirtualClock(startMs: number): VirtualClock {
  if (!Number.isFinite(startMs)) throw new RangeError('The clock needs a start in epoch milliseconds.');
  let now = startMs;
  const listeners = new Set<(now: number, before: number) => void>();
  const advanceTo = (ms: number): void => {
    if (!(ms >= now)) throw new RangeError(`The clock stands at ${now} and does not go back to ${ms}.`);
    const before = now;
    now = ms;
    for (const listener of [...listeners]) listener(now, before);
  };
  return {
    now: () => now,
    advanceTo,
    advanceBy: (ms) => advanceTo(now + ms),
    onAdvance: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
