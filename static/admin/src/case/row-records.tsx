import { type AccessException, type RouteOut } from '../../../../src/contracts/records';
import { type Person, type RowView } from '../../../../src/contracts/views';
import { IssueLink } from '../parts/issue-link';
import { ExpiryText } from '../parts/expiry-text';
import { formatMoment } from '../platform/format';
import { useServices } from '../services';
import { RouteOutState } from '../parts/route-out-state';

/** Records made of this path, newest as the app gives them. */
export function RowRecords({ row, people }: { row: RowView; people: readonly Person[] }) {
  const { t, locale } = useServices();
  if (row.routeOuts.length + row.exceptions.length === 0) return null;
  const personOf = (accountId: string | null): Person | null =>
    people.find((person) => person.accountId === accountId) ?? null;
  const nameOf = (accountId: string): string =>
    personOf(accountId)?.name ?? t('case.account', { id: accountId });
  const tellRecorded = ({ recordedAt, recordedBy }: RouteOut | AccessException): string =>
    t('case.recorded', { when: formatMoment(locale, recordedAt), person: nameOf(recordedBy) });
  return (
    <section className="row-records">
      <h4 className="checks__title">{t('case.records')}</h4>
      <ul>
        {row.routeOuts.map((record) => (
          <li key={record.id}>
            <p>
              <RouteOutState record={record} owner={personOf(record.identityOwner)} />
              {record.issueKey !== null && (
                <>
                  {' '}
                  <IssueLink issueKey={record.issueKey} />
                </>
              )}
            </p>
            <p className="row-records__reason">{record.reason}</p>
            <p className="quiet">{tellRecorded(record)}</p>
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
            <p className="row-records__reason">{record.reason}</p>
            <p className="quiet">{tellRecorded(record)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
