import { useSyncExternalStore } from 'react';

/** State outside React: read, changed and listened to; drawn by `useStore`. */
export interface Store<S> {
  get: () => S;
  subscribe: (heard: () => void) => () => void;
}

export interface OwnStore<S> extends Store<S> {
  set: (next: S) => void;
}

export function createStore<S>(initial: S): OwnStore<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      if (Object.is(next, state)) return;
      state = next;
      for (const heard of listeners) heard();
    },
    subscribe: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

export function useStore<S>(store: Store<S>): S {
  return useSyncExternalStore(store.subscribe, store.get);
}
