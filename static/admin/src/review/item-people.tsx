import { useEffect, useState } from 'react';
import { type ItemPerson, type ItemView } from '../../../../src/contracts/review-views';
import { ShowMore } from '../parts/show-more';
import { Skeleton } from '../parts/skeleton';
import { TableHead } from '../parts/table-head';
import { useMay, useServices } from '../services';
import { lineAt, PAGE_SIZE, type Paged } from '../states/pages-store';
import { useStore } from '../states/store';
import { ItemDecision } from './item-decision';
import { type ItemDraft, noDraft } from './item-drafts';
import { PersonRow } from './person-row';

export interface ItemProps {
  view: ItemView;
  paged: Paged<ItemPerson, ItemView>;
  need: (first: number, last: number) => void;
  /** The bulk decision that was begun last; null where none was, or its result was looked at. */
  batchId: string | null;
  reload: () => void;
}

const keyOf = ({ person, ari }: Pick<ItemPerson, 'person' | 'ari'>): string => `${person.accountId} ${ari}`;

/** The people of an item, each of whom can be left out, and the one decision for all the others. */
export function ItemPeople({ view, paged, need, batchId, reload }: ItemProps) {
  const { t, routes, itemDrafts } = useServices();
  const key = `${view.cycleId} ${view.line.item.id}`;
  const draft = useStore(itemDrafts).get(key) ?? noDraft;
  const { leftOut } = draft;
  const change = (next: Partial<ItemDraft>): void => itemDrafts.change(key, next);
  // Whose case this item was left for: back from it, the focus is there again, once.
  const [backTo] = useState(draft.opened);
  useEffect(() => itemDrafts.change(key, { opened: null }), [itemDrafts, key]);
  // Once nothing is to be decided here, or where the reader decides nothing, there is nobody to leave out.
  const deciding = useMay('queue/decide') && batchId === null && view.line.people > view.line.decided;
  const end = Math.min(draft.shown, view.total);
  // Again whenever the item is read anew, which begins with its first page.
  useEffect(() => need(0, end - 1), [need, end, paged.pages]);
  const lines = Array.from({ length: end }, (_, position) => lineAt(paged, position));
  const known = lines.filter((line) => line !== undefined);
  const leaveOut = (accountId: string, out: boolean): void => {
    const next = new Set(leftOut);
    if (out) next.add(accountId);
    else next.delete(accountId);
    change({ leftOut: next });
  };
  const openCase = (line: ItemPerson): void => {
    const now = routes.get();
    if (now.tab !== 'review') return;
    change({ opened: keyOf(line) });
    routes.go({ ...now, case: { accountId: line.person.accountId, ari: line.ari } });
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
                ...(deciding ? [{ title: t('item.column.leave-out') }] : []),
                { title: t('item.column.person') },
                { title: t('item.column.activity') },
                { title: t('queue.column.edits'), numeric: true },
                { title: t('item.column.paths') },
              ]}
            />
            <tbody>
              {known.map((line) => (
                <PersonRow
                  key={keyOf(line)}
                  line={line}
                  focused={keyOf(line) === backTo}
                  openCase={() => openCase(line)}
                  leftOut={leftOut.has(line.person.accountId)}
                  leaveOut={deciding ? (out) => leaveOut(line.person.accountId, out) : null}
                />
              ))}
            </tbody>
          </table>
        </div>
        {known.length < end && <Skeleton rows={3} />}
        <ShowMore
          rest={Math.min(PAGE_SIZE, view.total - end)}
          show={() => change({ shown: draft.shown + PAGE_SIZE })}
        />
      </section>
    </>
  );
}
