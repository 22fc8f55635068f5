import { useState } from 'react';
import { type ItemPerson, type ItemView } from '../../../../src/contracts/review-views';
import { ShowMore } from '../parts/show-more';
import { Skeleton } from '../parts/skeleton';
import { useServices } from '../services';
import { lineAt, PAGE_SIZE, type Paged } from '../states/pages-store';
import { ItemDecision } from './item-decision';
import { PersonRow } from './person-row';

interface Props {
  view: ItemView;
  paged: Paged<ItemPerson, ItemView>;
  need: (first: number, last: number) => void;
  batchId: string | null;
  reload: () => void;
}

/** The people of an item, each of whom can be left out, and the one decision for all the others. */
export function ItemPeople({ view, paged, need, batchId, reload }: Props) {
  const { t } = useServices();
  const [shown, setShown] = useState(PAGE_SIZE);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const end = Math.min(shown, view.total);
  const lines = Array.from({ length: end }, (_, position) => lineAt(paged, position));
  const known = lines.filter((line) => line !== undefined);
  const groupNames = new Map(
    known.flatMap(({ rows }) =>
      rows.map(({ row, groupName }): [string, string] => [row.groupId ?? '', groupName ?? '']),
    ),
  );
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
      <ItemDecision view={view} leftOut={leftOut} groupNames={groupNames} batchId={batchId} reload={reload} />
      <section>
        <h3 className="sheet__title" id="item-people">
          {t('item.people', { count: view.total })}
        </h3>
        <div className="sideways" role="region" aria-labelledby="item-people" tabIndex={0}>
          <table className="small-table people">
            <thead>
              <tr>
                <th scope="col">{t('item.column.leave-out')}</th>
                <th scope="col">{t('item.column.person')}</th>
                <th scope="col">{t('item.column.activity')}</th>
                <th scope="col" className="number">
                  {t('queue.column.edits')}
                </th>
                <th scope="col">{t('item.column.paths')}</th>
              </tr>
            </thead>
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
