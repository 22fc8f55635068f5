import { type PageHistory } from '../platform/bridge';
import { createStore, type Store } from '../states/store';
import { readRoute } from './read-route';
import { type Route, type Tab } from './route';
import { writeRoute } from './write-route';

export interface RouteStore extends Store<Route> {
  /** `replace` where the step is no place of its own to go back to, such as a letter typed into a search. */
  go: (route: Route, how?: 'push' | 'replace') => void;
  /** Goes to a tab as it was left. */
  goTab: (tab: Tab) => void;
}

/** Keeps the view and the address bar the same, so that a link or a reload restores the view. */
export function createRoutes(history: PageHistory): RouteStore {
  const store = createStore<Route>(readRoute(addressOf(history.location)));
  const left = new Map<Tab, Route>();
  history.listen((location) => {
    const heard = readRoute(addressOf(location));
    if (writeRoute(heard) !== writeRoute(store.get())) store.set(heard);
  });
  const go = (route: Route, how: 'push' | 'replace' = 'push'): void => {
    if (writeRoute(route) === writeRoute(store.get())) return;
    left.set(store.get().tab, store.get());
    store.set(route);
    history[how](writeRoute(route));
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    go,
    goTab: (tab) => go(left.get(tab) ?? readRoute(`/${tab}`)),
  };
}

/** Some hosts keep the page's address in the path of its frame, others behind the hash. */
function addressOf(location: PageHistory['location'] | { location: PageHistory['location'] }): string {
  const at = 'location' in location ? location.location : location;
  return at.hash.startsWith('#/') ? at.hash.slice(1) : `${at.pathname}${at.search}`;
}
