import { useCallback, useEffect, useMemo } from 'react';
import { type Opening } from '../../../../src/contracts/cycles';
import { type CycleView, type QueueLine, type QueueList } from '../../../../src/contracts/review-views';
import { Chip } from '../parts/chip';
import { Empty } from '../parts/empty';
import { RestsOnReview } from '../parts/rests-on';
import { StateView } from '../parts/state-view';
import { useWays } from '../parts/use-ways';
import { VirtualGrid } from '../grid/virtual-grid';
import { QUEUE_PARTS, type QueuePart, toQueue } from '../route/route';
import { useServices } from '../services';
import { createPages, lineAt, PAGE_SIZE } from '../states/pages-store';
import { useStore } from '../states/store';
import { queueColumns } from './queue-columns';

interface Props {
  part: QueuePart;
  /** What is undecided now. */
  open: NonNullable<CycleView['open']>;
  opening: Opening;
}

/** What is to be decided this week, and what stands beyond the budget: the same list in rank order. */
export function Queue({ part, open: left, opening }: Props) {
  const { call, t, format, tellSentence, routes, news } = useServices();
  const wayTo = useWays();
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
  const columns = useMemo(() => queueColumns({ t, format, tellSentence }), [t, format, tellSentence]);
  const open = ({ item }: QueueLine): void => {
    const now = routes.get();
    if (now.tab === 'review') routes.go({ ...toQueue(now.part), item: { itemId: item.id, batchId: null } });
  };
  const other = part === 'queue' ? 'backlog' : 'queue';
  const empty = (
    <Empty
      level={3}
      title={t(`queue.empty.${part}.title`)}
      body={t(`queue.empty.${part}.body`)}
      action={
        opening[other].items > 0
          ? { label: t(`queue.empty.${part}.action`), run: () => routes.go(toQueue(other)) }
          : wayTo('sources')
      }
    />
  );
  return (
    <section className="queue">
      <h3 className="sr-only">{t('queue.title')}</h3>
      <div role="group" aria-label={t('queue.title')} className="queue__switch">
        {QUEUE_PARTS.map((one) => (
          <Chip
            key={one}
            label={t(`queue.part.${one}`)}
            count={t('queue.left', { items: left[one].items, count: left[one].seats })}
            pressed={one === part}
            press={() => routes.go(toQueue(one))}
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
                <RestsOnReview {...opening} />
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
