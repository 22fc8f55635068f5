import { useEffect, useMemo } from 'react';
import { type ItemPerson, type ItemView } from '../../../../src/contracts/review-views';
import { useServices } from '../services';
import { createPages, PAGE_SIZE, type PagesStore } from '../states/pages-store';
import { useStore } from '../states/store';

export type ItemPages = PagesStore<string, ItemPerson, ItemView>;

/** One item and its people, page by page; read again whenever there is news. */
export function useItem(itemId: string): ItemPages {
  const { call, news } = useServices();
  const pages = useMemo(
    () =>
      createPages<string, ItemPerson, ItemView>(
        (wanted, offset) => call('queue/item', { itemId: wanted, offset, limit: PAGE_SIZE }),
        ({ cycleId }) => cycleId,
      ),
    [call],
  );
  const heard = useStore(news);
  useEffect(() => pages.ask(itemId), [pages, itemId, heard]);
  return pages;
}
