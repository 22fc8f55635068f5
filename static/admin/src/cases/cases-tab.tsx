import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  type CaseLine,
  type CaseList,
  type CaseFilter,
  type CASE_SORTS,
} from '../../../../src/contracts/case-views';
import { DownloadButton } from '../parts/download-button';
import { Empty } from '../parts/empty';
import { StateView } from '../parts/state-view';
import { VirtualGrid } from '../grid/virtual-grid';
import { noFilter, type CasesRoute } from '../route/route';
import { useMay, useServices } from '../services';
import { createPages, lineAt, PAGE_SIZE } from '../states/pages-store';
import { useStore } from '../states/store';
import { joinPieces } from '../states/use-download';
import { useTyped } from '../states/use-typed';
import { dataOf, type ViewState } from '../states/view-state';
import { BulkBar } from './bulk-bar';
import { CaseBatch } from './case-batch';
import { caseColumns } from './case-columns';
import { CASE_SEARCH, CaseFilters } from './case-filters';
import { CasePaths, heightOfPaths } from './case-paths';
import { namesFinding, useChosen, usePicked } from './chosen';
import { ColumnChoice } from './column-choice';
import { DecideChosen } from './decide-chosen';
import { ViewChoice } from './view-choice';

type Sort = (typeof CASE_SORTS)[number];
type Query = Pick<CasesRoute, 'filter' | 'sort'>;

/** The decision table with its filters; the address holds both, so a link restores them. */
export function CasesTab({ route }: { route: CasesRoute }) {
  const { call, t, format, routes, news } = useServices();
  const { filter, sort, hidden, batchId } = route;
  const pages = useMemo(
    () =>
      createPages<Query, CaseLine, CaseList>(
        (query, offset) => call('cases/list', { ...query, offset, limit: PAGE_SIZE }),
        ({ scanId }) => scanId,
      ),
    [call],
  );
  const paged = useStore(pages);
  const key = JSON.stringify({ filter, sort });
  const reload = useCallback(() => pages.ask(JSON.parse(key) as Query), [pages, key]);
  const heard = useStore(news);
  useEffect(reload, [reload, heard]);

  const typed = useTyped((text) => {
    const now = routes.get();
    if (now.tab === 'cases') routes.go({ ...now, filter: { ...now.filter, text } }, 'replace');
  });
  const step = (change: (now: CasesRoute) => Partial<CasesRoute>): void => {
    typed.settle();
    const now = routes.get();
    if (now.tab === 'cases') routes.go({ ...now, ...change(now) });
  };
  const filterBy = (change: Partial<CaseFilter>): void =>
    step((now) => ({ filter: { ...now.filter, ...change }, open: null }));
  const takeOff = (change: Partial<CaseFilter>): void => {
    filterBy(change);
    document.getElementById(CASE_SEARCH)?.focus();
  };
  const sortBy = (by: Sort): void => {
    const turned = sort.by === by && sort.direction === 'ascending' ? 'descending' : 'ascending';
    step(() => ({ sort: { by, direction: turned } }));
  };
  const columns = useMemo(
    () => caseColumns(t, format).filter(({ id }) => !hidden.some((one) => one === id)),
    [t, format, hidden],
  );
  const head = dataOf(paged.view);
  const ofFilter = JSON.stringify(filter);
  const chosen = useChosen(ofFilter, head?.matched ?? 0);
  const unfolded = usePicked(key);
  const isChoosing = batchId === null && chosen.count > 0;
  const [decidingOf, setDecidingOf] = useState<string | null>(null);
  const deciding = decidingOf === ofFilter;
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    flushSync(() => setDecidingOf(null));
    opener.current?.focus();
  };
  const mayDecide = useMay('cases/decide');
  const nameOf = ({ person, product }: CaseLine): string =>
    t('case.label', { person: person.name ?? person.accountId, product });
  const choosing = {
    isChosen: chosen.has,
    choose: chosen.turn,
    label: (line: CaseLine) => t('cases.choose', { case: nameOf(line) }),
    all: {
      state: chosen.count === 0 ? false : chosen.count === head?.matched ? true : ('mixed' as const),
      turn: chosen.turnAll,
      label: t('cases.choose-all', { count: head?.matched ?? 0 }),
      blocked: namesFinding(filter) ? null : t('cases.choose-all.blocked'),
    },
  };
  const unfolding = {
    isOpen: unfolded.has,
    turn: unfolded.turn,
    label: (line: CaseLine) => t('cases.unfold', { case: nameOf(line) }),
    height: heightOfPaths,
    draw: (line: CaseLine) => <CasePaths line={line} />,
  };

  return (
    <div className="cases">
      <CaseFilters filter={filter} typed={typed} filterBy={filterBy} takeOff={takeOff} list={head} />
      <div className="cases__line">
        {head !== null && isChoosing && !deciding ? (
          <BulkBar
            chosen={chosen}
            list={head}
            filter={filter}
            decide={() => setDecidingOf(ofFilter)}
            opener={opener}
          />
        ) : (
          <p className="count" role="status">
            {head !== null && (
              <>
                <b>{t('cases.count', { matched: head.matched, count: head.total })}</b>
                <span>{t('cases.seats', { count: head.seats })}</span>
                <span>{t('cases.of-scan', { when: format.moment(head.scannedAt) })}</span>
                {head.verdict === 'partial' && <span>{t('scan.verdict.partial')}</span>}
                {paged.view.kind === 'stale' && paged.view.error === null && (
                  <span>{t('cases.updating')}</span>
                )}
              </>
            )}
          </p>
        )}
        {head !== null && head.matched > 0 && (
          <DownloadButton
            label={t('cases.file')}
            cases={head.matched}
            fetchFile={(progress) =>
              joinPieces(`cases-${head.scannedAt.slice(0, 10)}.csv`, progress, (from) =>
                call('exports/cases', { scanId: head.scanId, filter, sort, from }),
              )
            }
          />
        )}
        <ViewChoice filter={filter} filterBy={filterBy} />
        <ColumnChoice hidden={hidden} choose={(next) => step(() => ({ hidden: next }))} />
      </div>
      {batchId !== null && <CaseBatch batchId={batchId} />}
      {head !== null && isChoosing && deciding && (
        <DecideChosen chosen={chosen} list={head} filter={filter} reload={reload} close={close} />
      )}
      <StateView
        state={listState(paged.view)}
        retry={reload}
        skeletonRows={8}
        noMatch={(total) => (
          <Empty
            title={t('empty.no-match.title')}
            body={t('empty.no-match.body', { total })}
            action={{ label: t('empty.no-match.action'), run: () => takeOff(noFilter) }}
          />
        )}
      >
        {(list) => (
          <VirtualGrid<CaseLine, Sort>
            name="cases"
            label={t('cases.grid')}
            columns={columns}
            count={list.matched}
            lineAt={(position) => lineAt(paged, position)}
            need={pages.need}
            {...(mayDecide ? { choosing } : {})}
            unfolding={unfolding}
            activate={({ person, ari }) => step(() => ({ open: { accountId: person.accountId, ari } }))}
            sort={sort}
            sortBy={sortBy}
            loadingText={t('grid.loading-row')}
            moreText={t('grid.more')}
            busy={paged.view.kind === 'stale'}
          />
        )}
      </StateView>
    </div>
  );
}

function listState(view: ViewState<CaseList>): ViewState<CaseList> {
  if (view.kind === 'ready' && view.data.matched === 0) {
    return view.data.total === 0
      ? { kind: 'empty', why: 'nothing-yet' }
      : { kind: 'empty', why: 'no-match', total: view.data.total };
  }
  return view.kind === 'ready' && view.data.verdict === 'partial'
    ? { kind: 'partial', data: view.data }
    : view;
}
