import type { Clock } from '../../../src/contracts/ports';

export interface TestClock extends Clock {
  /**
   * Lets the work go on and time pass, sleeper by sleeper, until the work is done. Throws where it waits
   * for something that no time brings, or longer than `patienceMs` of this clock.
   */
  run<Result>(work: Promise<Result>, patienceMs?: number): Promise<Result>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

const HOUR_MS = 3_600_000;

/** A clock whose time passes only while everybody sleeps. Starts at `start` (epoch ms). */
export function createTestClock(start = Date.parse('2026-11-23T09:00:00Z')): TestClock {
  let now = start;
  let sleepers: Sleeper[] = [];
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: now + ms, wake });
      }),
    async run(work, patienceMs = HOUR_MS) {
      const deadline = now + patienceMs;
      const progress = { settled: false };
      const done = work.finally(() => {
        progress.settled = true;
      });
      done.catch(() => undefined);
      for (;;) {
        await everythingThatCanGoOn();
        if (progress.settled) return done;
        const next = sleepers.reduce<Sleeper | null>((a, b) => (a !== null && a.at <= b.at ? a : b), null);
        if (next === null) throw new Error('the work waits for something that no time brings');
        if (next.at > deadline) throw new Error(`the work still waits after ${patienceMs} ms`);
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}

/** Promise callbacks all run before the next turn of the event loop. */
async function everythingThatCanGoOn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
