import { useMemo } from 'react';
import { type ExceptionLine } from '../../../../src/contracts/views';
import { Empty } from '../parts/empty';
import { ExpiryText } from '../parts/expiry-text';
import { PersonName } from '../parts/person-name';
import { StateView } from '../parts/state-view';
import { formatDayOf } from '../platform/format';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { RecordTable, type RecordColumn } from './record-table';
import { subjectColumns } from './shared-columns';
import { useList } from './use-list';

export function ExceptionsTab() {
  const { t, locale, routes } = useServices();
  const list = useList('exceptions/list');
  const columns = useMemo<readonly RecordColumn<ExceptionLine>[]>(
    () => [
      ...subjectColumns<ExceptionLine>(t, routes),
      {
        id: 'class',
        title: t('records.column.class'),
        draw: ({ record }) => t(`exception.${record.class}`),
      },
      {
        id: 'owner',
        title: t('records.column.owner'),
        draw: (line) => <PersonName person={line.ownedBy} />,
      },
      {
        id: 'expires',
        title: t('records.column.expires'),
        draw: (line) => <ExpiryText expiresOn={line.record.expiresOn} expired={line.expired} />,
      },
      {
        id: 'recorded',
        title: t('records.column.recorded'),
        draw: ({ record }) => <span className="records__day">{formatDayOf(locale, record.recordedAt)}</span>,
      },
    ],
    [t, locale, routes],
  );
  return (
    <StateView state={useStore(list)} retry={() => void list.load()}>
      {({ lines }) =>
        lines.length === 0 ? (
          <Empty
            title={t('exceptions.empty.title')}
            body={t('exceptions.empty.body')}
            action={{ label: t('records.empty.action'), run: () => routes.goTab('cases') }}
          />
        ) : (
          <>
            <p className="count" role="status">
              <b>{t('exceptions.count', { count: lines.length })}</b>
            </p>
            <RecordTable
              caption={t('exceptions.caption')}
              columns={columns}
              lines={lines}
              idOf={({ record }) => record.id}
            />
          </>
        )
      }
    </StateView>
  );
}
