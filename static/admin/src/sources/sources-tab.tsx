import { useCallback, useEffect, useMemo } from 'react';
import { type SOURCE_SORTS, type SourceLine, type SourceList } from '../../../../src/contracts/source-views';
import { Choice } from '../parts/choice';
import { CoverageMeter } from '../parts/coverage-meter';
import { Empty } from '../parts/empty';
import { SearchBox } from '../parts/search-box';
import { StateView } from '../parts/state-view';
import { VirtualGrid } from '../grid/virtual-grid';
import { type SourcesRoute } from '../route/route';
import { useServices } from '../services';
import { createPages, lineAt, PAGE_SIZE } from '../states/pages-store';
import { useStore } from '../states/store';
import { useTyped } from '../states/use-typed';
import { dataOf, type ViewState } from '../states/view-state';
import { sourceColumns } from './source-columns';
import { useProducts } from '../parts/use-products';

type Sort = (typeof SOURCE_SORTS)[number];
type Query = Pick<SourcesRoute, 'ari' | 'text' | 'sort'>;

/** Groups on products: where rows come from and where most decisions belong. */
export function SourcesTab({ route }: { route: SourcesRoute }) {
  const { call, t, format, routes, news } = useServices();
  const { ari, text, sort } = route;
  const pages = useMemo(
    () =>
      createPages<Query, SourceLine, SourceList>(
        (query, offset) => call('sources/list', { ...query, offset, limit: PAGE_SIZE }),
        ({ scanId }) => scanId,
      ),
    [call],
  );
  const paged = useStore(pages);
  const reload = useCallback(() => pages.ask({ ari, text, sort }), [pages, ari, text, sort]);
  const heard = useStore(news);
  useEffect(reload, [reload, heard]);
  const products = useProducts();
  const columns = useMemo(() => sourceColumns(t, format), [t, format]);
  const head = dataOf(paged.view);
  const change = (next: Partial<SourcesRoute>, how: 'push' | 'replace'): void => {
    const now = routes.get();
    if (now.tab === 'sources') routes.go({ ...now, ...next }, how);
  };
  const typed = useTyped((words) => change({ text: words }, 'replace'));
  const step = (next: Partial<SourcesRoute>): void => {
    typed.settle();
    change(next, 'push');
  };
  const clear = (): void => step({ ari: null, text: '' });

  return (
    <div className="cases">
      <div className="filters__row">
        <SearchBox id="source-search" label={t('sources.search')} value={text} typed={typed} />
        <div className="filters__choice filters__choice--wide">
          <Choice<string | null>
            id="source-product"
            label={t('cases.product')}
            options={[{ value: null, label: t('cases.product.all') }, ...products]}
            value={ari}
            choose={(chosen) => step({ ari: chosen })}
          />
        </div>
      </div>
      <p className="count" role="status">
        {head !== null && (
          <>
            <b>{t('sources.count', { matched: head.matched, count: head.total })}</b>
            <span>{t('sources.open')}</span>
            <CoverageMeter />
          </>
        )}
      </p>
      <StateView
        state={listState(paged.view)}
        retry={reload}
        skeletonRows={8}
        noMatch={(total) => (
          <Empty
            title={t('sources.no-match.title')}
            body={t('sources.no-match.body', { total })}
            action={{ label: t('empty.no-match.action'), run: clear }}
          />
        )}
      >
        {(list) => (
          <VirtualGrid<SourceLine, Sort>
            name="sources"
            label={t('sources.grid')}
            columns={columns}
            count={list.matched}
            lineAt={(position) => lineAt(paged, position)}
            need={pages.need}
            activate={({ groupId, ari: on }) => step({ open: { groupId, ari: on, form: null } })}
            sort={{
              by: sort,
              direction: sort === 'group' || sort === 'product' ? 'ascending' : 'descending',
            }}
            sortBy={(by) => step({ sort: by })}
            loadingText={t('grid.loading-row')}
            moreText={t('grid.more')}
            busy={paged.view.kind === 'stale'}
          />
        )}
      </StateView>
    </div>
  );
}

function listState(view: ViewState<SourceList>): ViewState<SourceList> {
  if (view.kind !== 'ready' || view.data.matched > 0) return view;
  return view.data.total === 0
    ? { kind: 'empty', why: 'nothing-yet' }
    : { kind: 'empty', why: 'no-match', total: view.data.total };
}
