import { createStore, type Store } from '../states/store';
import { PAGE_SIZE } from '../states/pages-store';

/** What somebody has done in an item before its decision. */
export interface ItemDraft {
  /** The accounts that are left out. */
  leftOut: ReadonlySet<string>;
  /** How many people are drawn. */
  shown: number;
  /** Whose case was opened last, by its key; null where the item was not left for a case. */
  opened: string | null;
}

/** The drafts of items, kept while the page is open: an item gives way to a case that is opened from it. */
export interface ItemDrafts extends Store<ReadonlyMap<string, ItemDraft>> {
  change: (key: string, change: Partial<ItemDraft>) => void;
}

export const noDraft: ItemDraft = { leftOut: new Set(), shown: PAGE_SIZE, opened: null };

export function createItemDrafts(): ItemDrafts {
  const store = createStore<ReadonlyMap<string, ItemDraft>>(new Map());
  return {
    get: store.get,
    subscribe: store.subscribe,
    change: (key, change) => {
      const drafts = store.get();
      store.set(new Map(drafts).set(key, { ...(drafts.get(key) ?? noDraft), ...change }));
    },
  };
}
