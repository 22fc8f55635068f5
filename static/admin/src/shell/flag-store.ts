import { createStore, type Store } from '../states/store';

export interface FlagCard {
  id: number;
  title: string;
}

/** Short good news, the newest alone; what went wrong stays near its cause instead. */
export interface Flags extends Store<readonly FlagCard[]> {
  show: (title: string) => void;
  dismiss: (id: number) => void;
}

export function createFlags(): Flags {
  const store = createStore<readonly FlagCard[]>([]);
  let last = 0;
  return {
    get: store.get,
    subscribe: store.subscribe,
    show: (title) => store.set([{ id: ++last, title }]),
    dismiss: (id) => store.set(store.get().filter((card) => card.id !== id)),
  };
}
