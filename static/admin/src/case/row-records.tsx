import { type RowView } from '../../../../src/contracts/views';
import { IssueLink } from '../parts/issue-link';
import { ExpiryText } from '../parts/expiry-text';
import { formatMoment } from '../platform/format';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { RouteOutState } from '../parts/route-out-state';

/** Records made of this path, newest as the app gives them. */
export function RowRecords({ row }: { row: RowView }) {
  const { t, locale, setup } = useServices();
  const people = dataOf(useStore(setup))?.people ?? [];
  if (row.routeOuts.length + row.exceptions.length === 0) return null;
  const nameOf = (accountId: string): string =>
    people.find((person) => person.accountId === accountId)?.name ?? t('case.account', { id: accountId });
  return (
    <section className="row-records">
      <h4 className="checks__title">{t('case.records')}</h4>
      <ul>
        {row.routeOuts.map((record) => (
          <li key={record.id}>
            <p>
              <RouteOutState record={record} owner={null} />
              {record.issueKey !== null && (
                <>
                  {' '}
                  <IssueLink issueKey={record.issueKey} />
                </>
              )}
            </p>
            <p className="quiet">
              {formatMoment(locale, record.recordedAt)}: {record.reason}
            </p>
          </li>
        ))}
        {row.exceptions.map((record) => (
          <li key={record.id}>
            <p>
              {t('case.exception.by', {
                class: t(`exception.${record.class}`),
                person: nameOf(record.ownedBy),
              })}{' '}
              <ExpiryText expiresOn={record.expiresOn} />
            </p>
            <p className="quiet">
              {formatMoment(locale, record.recordedAt)}: {record.reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
