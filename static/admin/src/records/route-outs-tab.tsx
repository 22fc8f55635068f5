import { useMemo } from 'react';
import { type RouteOutLine } from '../../../../src/contracts/views';
import { Empty } from '../parts/empty';
import { IssueLink } from '../parts/issue-link';
import { RouteOutState } from '../parts/route-out-state';
import { StateView } from '../parts/state-view';
import { formatDayOf } from '../platform/format';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { RecordTable, type RecordColumn } from './record-table';
import { subjectColumns } from './shared-columns';
import { useList } from './use-list';

export function RouteOutsTab() {
  const { t, locale, routes } = useServices();
  const list = useList('route-outs/list');
  const columns = useMemo<readonly RecordColumn<RouteOutLine>[]>(
    () => [
      ...subjectColumns<RouteOutLine>(t, routes),
      {
        id: 'state',
        title: t('records.column.state'),
        draw: (line) => <RouteOutState record={line.record} owner={line.identityOwner} />,
      },
      {
        id: 'issue',
        title: t('records.column.issue'),
        draw: ({ record }) =>
          record.issueKey === null ? (
            <span className="quiet">{t('records.issue.none')}</span>
          ) : (
            <IssueLink issueKey={record.issueKey} />
          ),
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
            title={t('route-outs.empty.title')}
            body={t('route-outs.empty.body')}
            action={{ label: t('records.empty.action'), run: () => routes.goTab('cases') }}
          />
        ) : (
          <>
            <p className="count" role="status">
              <b>{t('route-outs.count', { count: lines.length })}</b>
            </p>
            <RecordTable
              caption={t('route-outs.caption')}
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
