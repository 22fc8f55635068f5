import { DISPOSITIONS } from '../../../../src/contracts/queue';
import { type PastCycle, type PastItem } from '../../../../src/contracts/review-views';
import { OwnerLozenge } from '../parts/owner-lozenge';
import { RecordTable, type RecordColumn } from '../records/record-table';
import { useServices } from '../services';
import { tellEnd } from './tell-end';
import { tellItem, tellPlace } from './tell-item';

/** The items of a review that has ended, in their rank, each with what had become of its paths. */
export function PastItems({ past: { items, ledgerKept } }: { past: PastCycle }) {
  const { t, format } = useServices();
  const columns: readonly RecordColumn<PastItem>[] = [
    { id: 'what', title: t('queue.column.what'), draw: (line) => <b>{tellItem(t, line)}</b> },
    { id: 'product', title: t('queue.column.product'), draw: (line) => tellPlace(t, line) },
    {
      id: 'owner',
      title: t('queue.column.owner'),
      draw: ({ item }) => (item.owner === null ? t('cases.none') : <OwnerLozenge owner={item.owner} />),
    },
    { id: 'people', title: t('queue.column.people'), draw: ({ people }) => format.number(people) },
    { id: 'ends', title: t('past.column.ends'), draw: ({ ends }) => <Ends ends={ends} /> },
  ];
  return (
    <section>
      <h3 className="review__title">{t('past.items', { count: items.length })}</h3>
      {!ledgerKept && <p className="quiet">{t('past.not-kept')}</p>}
      {items.length > 0 && (
        <RecordTable
          caption={t('past.items', { count: items.length })}
          columns={columns}
          lines={items}
          idOf={({ item }) => item.id}
          quiet={() => false}
        />
      )}
    </section>
  );
}

/** The paths of an item by what had become of them. */
function Ends({ ends }: Pick<PastItem, 'ends'>) {
  const { t } = useServices();
  if (ends === null) return <span className="quiet">{t('past.ends.unknown')}</span>;
  const there = DISPOSITIONS.filter((one) => (ends[one] ?? 0) > 0);
  if (there.length === 0) return <span className="quiet">{t('past.ends.none')}</span>;
  return (
    <ul className="plain">
      {there.map((one) => (
        <li key={one}>{t('past.end', { count: ends[one] ?? 0, what: tellEnd(t, one) })}</li>
      ))}
    </ul>
  );
}
