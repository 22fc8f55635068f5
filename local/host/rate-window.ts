/** Counts units in fixed windows ("a fixed one-minute window", limits-invocation 2026-09-01), per key. */
export interface RateWindow {
  /** Takes `units` if they still fit in the running window; false when they do not. */
  take(key: string, units?: number): boolean;
  /** Units taken in the running window. */
  used(key: string): number;
}

export function createRateWindow(now: () => number, widthMs: number, limit: number): RateWindow {
  const windows = new Map<string, { start: number; units: number }>();
  const current = (key: string): { start: number; units: number } => {
    const start = Math.floor(now() / widthMs) * widthMs;
    const known = windows.get(key);
    if (known && known.start === start) return known;
    const fresh = { start, units: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  return {
    take: (key, units = 1) => {
      const window = current(key);
      if (window.units + units > limit) return false;
      window.units += units;
      return true;
    },
    used: (key) => current(key).units,
  };
}
