import { useMemo } from 'react';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { columnsOf } from '../records/columns-of';
import { RecordTable } from '../records/record-table';
import { useServices } from '../services';

/** Removals by hand of what the reader’s provider writes: each needs his word, once. */
export function AskedExceptions({ lines }: { lines: readonly RegisterLine[] }) {
  const { t, format, routes } = useServices();
  const columns = useMemo(
    () => columnsOf('boundary-exception', { t, format, routes, open: null }),
    [t, format, routes],
  );
  return (
    <section className="desk__exceptions">
      <h2 className="provider__title">{t('desk.exceptions')}</h2>
      <p className="quiet">{t('desk.exceptions.body')}</p>
      <RecordTable
        caption={t('desk.exceptions')}
        columns={columns}
        lines={lines}
        idOf={({ record }) => record.id}
        quiet={({ moves }) => moves.length === 0}
      />
    </section>
  );
}
