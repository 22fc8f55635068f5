/** Something whose time may be moved by hand, by the wall, or by both. */
export interface TimeSource {
  now(): number;
  /** Moves time forward to the given epoch milliseconds. Absent when time cannot be moved (a wall clock). */
  advanceTo?(epochMs: number): void;
}

/** The one clock of a host: time limits, delays, expiry, rate windows and schedules are all measured on it. */
export interface HostClock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Calls back once, when the clock has reached `epochMs`; the answer takes the call back. */
  at(epochMs: number, call: () => void): () => void;
  /** Fires what has become due since the source was moved, and lets the callbacks' promises run. */
  settle(): Promise<void>;
  /** Moves time when the source can be moved, otherwise waits for it. */
  reach(epochMs: number): Promise<void>;
  readonly movable: boolean;
}

interface Alarm {
  at: number;
  order: number;
  call: () => void;
}

/** How often a source that may be moved from outside is looked at while alarms are pending, in wall milliseconds. */
const longestLookMs = 250;

/** The host's own timer: inside an invocation the global one follows the app's time, and would move it. */
const hostTimeout = globalThis.setTimeout;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * A clock over any source: frozen and moved by hand (tests), the wall (a running host), or the wall plus an offset
 * ("advance one week"). Alarms never keep the process alive.
 */
export function createHostClock(source: TimeSource): HostClock {
  const alarms = new Set<Alarm>();
  let order = 0;
  let look: NodeJS.Timeout | undefined;

  const first = (): Alarm | undefined => [...alarms].sort((a, b) => a.at - b.at || a.order - b.order).at(0);

  const fireDue = (): void => {
    for (let alarm = first(); alarm && alarm.at <= source.now(); alarm = first()) {
      alarms.delete(alarm);
      alarm.call();
    }
  };

  const watch = (): void => {
    if (look) clearTimeout(look);
    look = undefined;
    const alarm = first();
    if (!alarm) return;
    const wait = Math.min(Math.max(alarm.at - source.now(), 1), longestLookMs);
    look = hostTimeout(() => {
      fireDue();
      watch();
    }, wait);
    look.unref();
  };

  const at = (epochMs: number, call: () => void): (() => void) => {
    const alarm: Alarm = { at: epochMs, order: (order += 1), call };
    alarms.add(alarm);
    watch();
    return () => {
      alarms.delete(alarm);
    };
  };

  const sleep = (ms: number): Promise<void> =>
    ms <= 0 ? Promise.resolve() : new Promise((resolve) => void at(source.now() + ms, resolve));

  const settle = async (): Promise<void> => {
    fireDue();
    watch();
    await nextTurn();
  };

  return {
    now: () => source.now(),
    sleep,
    at,
    settle,
    reach: async (epochMs) => {
      if (epochMs <= source.now()) return;
      if (!source.advanceTo) {
        await sleep(epochMs - source.now());
        return;
      }
      source.advanceTo(epochMs);
      await settle();
    },
    movable: source.advanceTo !== undefined,
  };
}

/** The wall clock. */
export function systemClock(): HostClock {
  return createHostClock({ now: () => Date.now() });
}

/** A source that stands still until it is moved. */
export function handClock(startMs: number): TimeSource & { advance(ms: number): void } {
  let now = startMs;
  return {
    now: () => now,
    advanceTo: (epochMs) => {
      now = Math.max(now, epochMs);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}
