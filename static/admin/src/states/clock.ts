import { createStore, type Store } from './store';

/** Ages on the page need no finer steps, in milliseconds. */
const STEP = 30_000;

/** The present in milliseconds; ticks only while somebody listens. */
export function createClock(): Store<number> {
  const store = createStore(Date.now());
  let listening = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    get: store.get,
    subscribe: (heard) => {
      const stop = store.subscribe(heard);
      listening += 1;
      if (listening === 1) timer = setInterval(() => store.set(Date.now()), STEP);
      return () => {
        stop();
        listening -= 1;
        if (listening === 0) clearInterval(timer);
      };
    },
  };
}
