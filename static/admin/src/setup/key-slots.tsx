import Lozenge from '@atlaskit/lozenge';
import { type KeyCard } from '../../../../src/contracts/settings';
import { type SetupView } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { nameOf } from '../parts/names';

/** Both slots side by side: which key is in use, who saved it when, and its end. Never any part of a key. */
export function KeySlots({ view }: { view: SetupView }) {
  const { t } = useServices();
  return (
    <div className="slots">
      {(['a', 'b'] as const).map((slot) => {
        const card = view.keys[slot];
        const inUse = view.keys.active === slot;
        return (
          <div key={slot} className="slot">
            <p className="slot__head">
              <b>{t(`setup.key.slot.${slot}`)}</b>
              <Lozenge appearance={inUse ? 'success' : 'neutral'}>
                {t(inUse ? 'setup.key.in-use' : card === null ? 'setup.key.free' : 'setup.key.spare')}
              </Lozenge>
              {card !== null && !card.scoped && (
                <Lozenge appearance="danger">{t('setup.key.unscoped')}</Lozenge>
              )}
            </p>
            {card !== null && <CardWords card={card} view={view} />}
          </div>
        );
      })}
    </div>
  );
}

/** When and by whom a key was saved, and when it ends. */
export function CardWords({ card, view }: { card: KeyCard; view: SetupView }) {
  const { t, format } = useServices();
  return (
    <>
      <p className="quiet">
        {t('setup.key.saved', {
          when: format.dayOf(card.savedAt),
          who: nameOf(t, view.people, card.savedBy),
        })}
      </p>
      <p className="quiet">
        {card.expiresOn === null
          ? t('setup.key.no-expiry')
          : t('setup.key.expires', { date: format.day(card.expiresOn) })}
      </p>
    </>
  );
}
