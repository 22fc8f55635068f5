import Lozenge from '@atlaskit/lozenge';
import { daysUntil } from '../platform/format';
import { useNow, useServices } from '../services';

interface Props {
  record: { state: string; expiresOn: string };
  /** Whether the app says that the record holds now. */
  inForce?: boolean;
}

/** The last day of a record and, where nothing else ended it before, how near it is or that it is past. */
export function ExpiryText({ record, inForce = true }: Props) {
  const { t, format } = useServices();
  const now = useNow();
  const days = now === null ? null : daysUntil(now, record.expiresOn);
  const past = days !== null && days < 0;
  const told = record.state === 'standing' && (inForce || past) && days !== null;
  return (
    <span className="expiry">
      <span>
        {format.day(record.expiresOn)}
        {told && !past && ','}
      </span>
      {told && past && <Lozenge appearance="danger">{t('exception.expired')}</Lozenge>}
      {told && !past && (
        <span className="quiet">
          {days === 0 ? t('exception.expires-today') : t('exception.expires-in', { count: days })}
        </span>
      )}
    </span>
  );
}
