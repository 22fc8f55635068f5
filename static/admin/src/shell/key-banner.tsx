import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { useMay, useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';

/** Days before the key's end at which the words get stronger. */
const EARLY = 30;
const SOON = 14;
const NOW = 7;

/** Says in time that the organization key ends, on every tab, to those who can save a new one. */
export function KeyBanner() {
  const { t, setup, routes } = useServices();
  const days = dataOf(useStore(setup))?.keys.expiresInDays ?? null;
  const may = useMay('setup/save-org-key');
  if (days === null || days > EARLY || !may) return null;
  const title =
    days < 0 ? t('key.expired') : days === 0 ? t('key.expires-today') : t('key.expires', { count: days });
  return (
    <SectionMessage
      appearance={days <= NOW ? 'error' : days <= SOON ? 'warning' : 'information'}
      headingLevel="h2"
      title={title}
      actions={[
        <SectionMessageAction key="setup" onClick={() => routes.goTab('setup')}>
          {t('empty.not-set-up.action')}
        </SectionMessageAction>,
      ]}
    >
      <p>{t(days < 0 ? 'key.expired.cure' : 'key.expires.cure')}</p>
    </SectionMessage>
  );
}
