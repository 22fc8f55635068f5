import { type Answer } from '../platform/call-app';
import { createStore, type Store } from './store';
import { afterAnswer, askedAgain, dataOf, type ViewState } from './view-state';

/** What a paged call returns, whatever its lines are. */
export interface Page<L> {
  lines: L[];
}

export interface Paged<L, P extends Page<L>> {
  /** The head: the first page of the current query, with its totals and facets. */
  view: ViewState<P>;
  /** Lines by page number; pages not read yet are absent. */
  pages: ReadonlyMap<number, readonly L[]>;
}

export interface PagesStore<Q, L, P extends Page<L>> extends Store<Paged<L, P>> {
  /** Starts over with a query; what was shown stays, stale, until the answer is there. */
  ask: (query: Q) => void;
  /** Sees to it that the lines from `first` to `last` (positions) are read. */
  need: (first: number, last: number) => void;
}

/** Lines asked for at once. */
export const PAGE_SIZE = 100;
/** Pages under way at once; a fast scroll asks only for where it stops. */
const AT_ONCE = 2;

/**
 * Reads a long list page by page, in any order. `editionOf` tells what a page is of: one of another scan or
 * cycle than the head starts the list over.
 */
export function createPages<Q, L, P extends Page<L>>(
  fetchPage: (query: Q, offset: number) => Promise<Answer<P>>,
  editionOf: (page: P) => string | null,
): PagesStore<Q, L, P> {
  const store = createStore<Paged<L, P>>({ view: { kind: 'loading' }, pages: new Map() });
  let query: Q | undefined;
  let round = 0;
  let wanted: number[] = [];
  const underWay = new Set<number>();

  const ask = (next: Q): void => {
    query = next;
    const mine = ++round;
    wanted = [];
    underWay.clear();
    const { view, pages } = store.get();
    store.set({ view: askedAgain(view), pages });
    void fetchPage(next, 0).then((answer) => {
      if (mine !== round) return;
      const before = store.get();
      const kept = answer.ok ? new Map([[0, answer.data.lines]]) : before.pages;
      store.set({ view: afterAnswer(before.view, answer), pages: kept });
    });
  };

  const pump = (): void => {
    const next = wanted.find((page) => !underWay.has(page) && !store.get().pages.has(page));
    if (next === undefined || query === undefined || underWay.size >= AT_ONCE) return;
    underWay.add(next);
    const mine = round;
    const asked = query;
    void fetchPage(asked, next * PAGE_SIZE).then((answer) => {
      if (mine !== round) return;
      underWay.delete(next);
      const { view, pages } = store.get();
      if (!answer.ok) {
        wanted = [];
        store.set({ view: afterAnswer(view, answer), pages });
        return;
      }
      const head = dataOf(view);
      if (head === null || editionOf(head) !== editionOf(answer.data)) {
        ask(asked);
        return;
      }
      store.set({ view, pages: new Map(pages).set(next, answer.data.lines) });
      pump();
    });
    pump();
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    ask,
    need: (first, last) => {
      wanted = [];
      for (let page = Math.floor(first / PAGE_SIZE); page <= Math.floor(last / PAGE_SIZE); page += 1)
        wanted.push(page);
      pump();
    },
  };
}

/** The line at a position, if its page was read. */
export function lineAt<L, P extends Page<L>>(paged: Paged<L, P>, position: number): L | undefined {
  return paged.pages.get(Math.floor(position / PAGE_SIZE))?.[position % PAGE_SIZE];
}
