import { type ScanWatch } from './scan-watch';
import { createStore, type Store } from './store';
import { dataOf } from './view-state';

/** Grows with whatever makes a list that is shown old: a record made or moved here, a scan published. */
export interface News extends Store<number> {
  tell: () => void;
}

/** The first scan that the page hears of is no news: the lists were read at the same time. */
export function createNews(scan: ScanWatch): News {
  const store = createStore(0);
  const tell = (): void => store.set(store.get() + 1);
  let known: string | null | undefined;
  scan.subscribe(() => {
    const published = dataOf(scan.get())?.lastPublishedAt;
    if (published === undefined || published === known) return;
    if (known !== undefined) tell();
    known = published;
  });
  return { get: store.get, subscribe: store.subscribe, tell };
}
