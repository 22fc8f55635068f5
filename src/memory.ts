/** Things that are costly to build, kept apart by installation: one process serves many customers. */
export interface Memory {
  remember<T>(installation: string, key: string, make: () => Promise<T>): Promise<T>;
}

/** A decision table of a large organization takes tens of megabytes; an invocation has 512. */
const KEPT = 4;

/** Keeps the few results used last. A result that could not be made is not kept. */
export function createMemory(): Memory {
  const kept = new Map<string, Promise<unknown>>();
  return {
    remember(installation, key, make) {
      const whole = `${installation}\n${key}`;
      const known = kept.get(whole) as ReturnType<typeof make> | undefined;
      const value = known ?? make();
      kept.delete(whole);
      kept.set(whole, value);
      value.catch(() => kept.delete(whole));
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return value;
    },
  };
}
