import Lozenge from '@atlaskit/lozenge';
import { daysUntil, formatDay } from '../platform/format';
import { useNow, useServices } from '../services';

/** The last day of an exception, and how near it is. */
export function ExpiryText({ expiresOn, expired }: { expiresOn: string; expired?: boolean }) {
  const { t, locale } = useServices();
  const days = daysUntil(useNow(), expiresOn);
  return (
    <span className="expiry">
      <span>{formatDay(locale, expiresOn)}</span>
      {(expired ?? days < 0) ? (
        <Lozenge appearance="danger">{t('exception.expired')}</Lozenge>
      ) : (
        <span className="quiet">
          {days <= 0 ? t('exception.expires-today') : t('exception.expires-in', { count: days })}
        </span>
      )}
    </span>
  );
}
