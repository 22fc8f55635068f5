import { createStore, type Store } from './store';

/** Ages on the page need no finer steps, in milliseconds. */
const STEP = 30_000;

/** The app's present in milliseconds; null until the app has told it. */
export interface Clock extends Store<number | null> {
  /** Takes the app's time (RFC 3339), which may be weeks from the browser's; the same moment told twice counts once. */
  follow: (told: string) => void;
}

/** Runs on from what the app told last; ticks only while somebody listens. */
export function createClock(): Clock {
  const store = createStore<number | null>(null);
  let listening = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let heard: { told: string; at: number } | null = null;
  const tick = (): void => {
    if (heard !== null) store.set(Date.parse(heard.told) + Math.round(performance.now() - heard.at));
  };
  return {
    get: store.get,
    subscribe: (listener) => {
      const stop = store.subscribe(listener);
      listening += 1;
      if (listening === 1) timer = setInterval(tick, STEP);
      return () => {
        stop();
        listening -= 1;
        if (listening === 0) clearInterval(timer);
      };
    },
    follow: (told) => {
      if (told === heard?.told) return;
      heard = { told, at: performance.now() };
      tick();
    },
  };
}
