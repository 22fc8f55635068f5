import { useCallback, useEffect, useMemo } from 'react';
import { type Opening } from '../../../../src/contracts/cycles';
import { type QueueLine, type QueueList } from '../../../../src/contracts/review-views';
import { Chip } from '../parts/chip';
import { Empty } from '../parts/empty';
import { StateView } from '../parts/state-view';
import { VirtualGrid } from '../grid/virtual-grid';
import { QUEUE_PARTS, type QueuePart, toReview } from '../route/route';
import { useServices } from '../services';
import { createPages, lineAt, PAGE_SIZE } from '../states/pages-store';
import { useStore } from '../states/store';
import { queueColumns } from './queue-columns';

/** What is to be decided this week, and what stands beyond the budget: the same list in rank order. */
export function Queue({ part, opening }: { part: QueuePart; opening: Opening }) {
  const { call, t, locale, tellSentence, routes, news } = useServices();
  const pages = useMemo(
    () =>
      createPages<QueuePart, QueueLine, QueueList>(
        (wanted, offset) => call('queue/list', { part: wanted, offset, limit: PAGE_SIZE }),
        ({ cycleId }) => cycleId,
      ),
    [call],
  );
  const paged = useStore(pages);
  const reload = useCallback(() => pages.ask(part), [pages, part]);
  const heard = useStore(news);
  useEffect(reload, [reload, heard]);
  const columns = useMemo(() => queueColumns({ t, locale, tellSentence }), [t, locale, tellSentence]);
  const open = ({ item }: QueueLine): void => {
    const now = routes.get();
    if (now.tab === 'review') routes.go({ ...now, item: { itemId: item.id, batchId: null }, source: null });
  };
  const turnTo = (next: QueuePart): void => routes.go({ ...toReview(null), part: next });
  const empty = (
    <Empty level={3} title={t(`queue.empty.${part}.title`)} body={t(`queue.empty.${part}.body`)} />
  );
  return (
    <section className="queue">
      <h3 className="sr-only">{t('queue.title')}</h3>
      <div role="group" aria-label={t('queue.title')} className="queue__switch">
        {QUEUE_PARTS.map((one) => (
          <Chip
            key={one}
            label={t(`queue.part.${one}`)}
            count={t('queue.sum', { items: opening[one].items, count: opening[one].seats })}
            pressed={one === part}
            press={() => turnTo(one)}
          />
        ))}
      </div>
      <StateView state={paged.view} retry={reload} skeletonRows={6}>
        {(list) =>
          list.total === 0 ? (
            empty
          ) : (
            <>
              <p className="count" role="status">
                <b>{t('queue.count', { count: list.total })}</b>
                <span>{t('queue.seats', { count: list.seats })}</span>
                <span>{t('queue.freeable', { count: list.freeable })}</span>
              </p>
              <VirtualGrid<QueueLine, never>
                name="queue"
                label={t(`queue.grid.${part}`)}
                columns={columns}
                count={list.total}
                lineAt={(position) => lineAt(paged, position)}
                need={pages.need}
                activate={open}
                loadingText={t('grid.loading-row')}
                moreText={t('grid.more')}
                busy={paged.view.kind === 'stale'}
              />
            </>
          )
        }
      </StateView>
    </section>
  );
}
