import { useState } from 'react';
import { type ItemPerson, type ItemView } from '../../../../src/contracts/review-views';
import { ShowMore } from '../parts/show-more';
import { Skeleton } from '../parts/skeleton';
import { TableHead } from '../parts/table-head';
import { useServices } from '../services';
import { lineAt, PAGE_SIZE, type Paged } from '../states/pages-store';
import { ItemDecision } from './item-decision';
import { PersonRow } from './person-row';

export interface ItemProps {
  view: ItemView;
  paged: Paged<ItemPerson, ItemView>;
  need: (first: number, last: number) => void;
  /** The bulk decision that was begun last; null where none was, or its result was looked at. */
  batchId: string | null;
  reload: () => void;
}

/** The people of an item, each of whom can be left out, and the one decision for all the others. */
export function ItemPeople({ view, paged, need, batchId, reload }: ItemProps) {
  const { t } = useServices();
  const [shown, setShown] = useState(PAGE_SIZE);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const end = Math.min(shown, view.total);
  const lines = Array.from({ length: end }, (_, position) => lineAt(paged, position));
  const known = lines.filter((line) => line !== undefined);
  const showMore = (): void => {
    setShown(shown + PAGE_SIZE);
    need(0, Math.min(shown + PAGE_SIZE, view.total) - 1);
  };
  const leaveOut = (accountId: string, out: boolean): void => {
    const next = new Set(leftOut);
    if (out) next.add(accountId);
    else next.delete(accountId);
    setLeftOut(next);
  };
  return (
    <>
      <ItemDecision view={view} leftOut={leftOut} batchId={batchId} reload={reload} />
      <section>
        <h3 className="sheet__title" id="item-people">
          {t('item.people', { count: view.total })}
        </h3>
        <div className="sideways" role="region" aria-labelledby="item-people" tabIndex={0}>
          <table className="small-table people">
            <TableHead
              columns={[
                { title: t('item.column.leave-out') },
                { title: t('item.column.person') },
                { title: t('item.column.activity') },
                { title: t('queue.column.edits'), numeric: true },
                { title: t('item.column.paths') },
              ]}
            />
            <tbody>
              {known.map((line) => (
                <PersonRow
                  key={`${line.person.accountId} ${line.ari}`}
                  line={line}
                  leftOut={leftOut.has(line.person.accountId)}
                  leaveOut={(out) => leaveOut(line.person.accountId, out)}
                />
              ))}
            </tbody>
          </table>
        </div>
        {known.length < end && <Skeleton rows={3} />}
        <ShowMore rest={Math.min(PAGE_SIZE, view.total - end)} show={showMore} />
      </section>
    </>
  );
}
