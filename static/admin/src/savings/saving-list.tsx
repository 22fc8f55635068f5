import { useCallback, useEffect, useMemo } from 'react';
import { type PoolLine, type SavingLine, type SavingsList } from '../../../../src/contracts/money-views';
import { SAVING_STATES, type SavingState } from '../../../../src/contracts/savings';
import { Choice } from '../parts/choice';
import { Empty } from '../parts/empty';
import { FilterButtons } from '../parts/filter-buttons';
import { RestsOnRecords } from '../parts/rests-on';
import { ShowMore } from '../parts/show-more';
import { StateView } from '../parts/state-view';
import { useWays } from '../parts/use-ways';
import { RecordTable } from '../records/record-table';
import { useServices } from '../services';
import { createPages, lineAt, PAGE_SIZE } from '../states/pages-store';
import { useStore } from '../states/store';
import { savingColumns } from './saving-columns';

interface Query {
  poolId: string | null;
  state: SavingState | null;
}

interface Props extends Query {
  pools: readonly PoolLine[];
}

/** Every seat that somebody decided to free, from the decision to the invoice, or back again. */
export function SavingList({ pools, poolId, state }: Props) {
  const { t, format, call, routes, news } = useServices();
  const wayTo = useWays();
  const pages = useMemo(
    () =>
      createPages<Query, SavingLine, SavingsList>(
        (query, offset) => call('savings/list', { ...query, offset, limit: PAGE_SIZE }),
        ({ total }) => String(total),
      ),
    [call],
  );
  const paged = useStore(pages);
  const reload = useCallback(() => pages.ask({ poolId, state }), [pages, poolId, state]);
  const heard = useStore(news);
  useEffect(reload, [reload, heard]);
  const columns = useMemo(() => savingColumns({ t, format }), [t, format]);
  const narrow = (change: Partial<Query>): void => routes.go({ tab: 'savings', poolId, state, ...change });
  const filtered = poolId !== null || state !== null;
  return (
    <section className="savings__part" aria-labelledby="savings-seats">
      <div className="title-row">
        <h2 className="savings__title" id="savings-seats">
          {t('savings.title')}
        </h2>
        <RestsOnRecords />
      </div>
      <p className="quiet">{t('savings.list.body')}</p>
      <div className="filters__row">
        <div className="filters__choice filters__choice--wide">
          <Choice<string | null>
            id="savings-pool"
            label={t('savings.pool')}
            options={[
              { value: null, label: t('savings.every-pool') },
              ...pools.map((pool) => ({ value: pool.poolId, label: pool.name })),
            ]}
            value={poolId}
            choose={(chosen) => narrow({ poolId: chosen })}
          />
        </div>
        <FilterButtons<SavingState>
          label={t('records.column.state')}
          values={SAVING_STATES}
          chosen={state}
          choose={(chosen) => narrow({ state: chosen })}
          name={(one) => t(`saving.${one}`)}
          counts={null}
        />
      </div>
      <StateView state={paged.view} retry={reload} skeletonRows={4}>
        {({ total }) => {
          if (total === 0) {
            return filtered ? (
              <Empty
                level={3}
                title={t('savings.no-match.title')}
                body={t('savings.no-match.body')}
                action={{
                  label: t('empty.no-match.action'),
                  run: () => narrow({ poolId: null, state: null }),
                }}
              />
            ) : (
              <Empty
                level={3}
                title={t('savings.none.title')}
                body={t('savings.none.body')}
                action={wayTo('review')}
              />
            );
          }
          const lines = Array.from({ length: total }, (_, position) => lineAt(paged, position));
          const known = lines.filter((line) => line !== undefined);
          return (
            <>
              <p className="count" role="status">
                <b>{t('savings.count', { count: total })}</b>
              </p>
              <RecordTable
                caption={t('savings.table')}
                columns={columns}
                lines={known}
                step={Infinity}
                idOf={({ saving: { seat, proposedAt } }) =>
                  `${seat.poolId} ${seat.accountId} ${seat.ari ?? ''} ${proposedAt}`
                }
                quiet={({ saving }) => saving.state === 'dropped'}
              />
              <ShowMore
                rest={Math.min(PAGE_SIZE, total - known.length)}
                show={() => pages.need(0, Math.min(known.length + PAGE_SIZE, total) - 1)}
              />
            </>
          );
        }}
      </StateView>
    </section>
  );
}
