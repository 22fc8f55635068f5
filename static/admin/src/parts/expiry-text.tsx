import Lozenge from '@atlaskit/lozenge';
import { daysUntil, formatDay } from '../platform/format';
import { useNow, useServices } from '../services';

/** The last day of an exception, and how near it is once the app has told its time. */
export function ExpiryText({ expiresOn, expired }: { expiresOn: string; expired?: boolean }) {
  const { t, locale } = useServices();
  const now = useNow();
  const days = now === null ? null : daysUntil(now, expiresOn);
  return (
    <span className="expiry">
      <span>{formatDay(locale, expiresOn)}</span>
      {(expired ?? (days !== null && days < 0)) ? (
        <Lozenge appearance="danger">{t('exception.expired')}</Lozenge>
      ) : (
        days !== null && (
          <span className="quiet">
            {days <= 0 ? t('exception.expires-today') : t('exception.expires-in', { count: days })}
          </span>
        )
      )}
    </span>
  );
}
