import { type RowView } from '../../../../src/contracts/views';
import { OutsideLink } from '../parts/outside-link';
import { formatDay } from '../platform/format';
import { useServices } from '../services';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The rules that fired with their facts, and the page of Atlassian's that they rest on. */
export function WhyRow({ row }: { row: RowView }) {
  const { t, locale } = useServices();
  const { url, checked } = row.source;
  const day = DAY.exec(checked)?.[0];
  return (
    <details className="why">
      <summary>{t('case.why')}</summary>
      <ul className="why__list">
        {row.why.map(({ rule, because }) => (
          <li key={`${rule} ${because}`}>
            <code className="why__rule">{rule}</code> {because}
          </li>
        ))}
      </ul>
      <p className="quiet">
        <OutsideLink to={url}>{t('case.why.source')}</OutsideLink>,{' '}
        {t('case.why.checked', { date: day === undefined ? checked : formatDay(locale, day) })}
      </p>
    </details>
  );
}
