import { type MouseEvent } from 'react';
import { Field } from '../parts/field';
import { NumberField } from '../parts/number-field';
import { PeoplePicker } from '../parts/people-picker';
import { useServices } from '../services';
import { ASKING_NUMBERS, type AskingDraft, type AskingNumber, fits, usualNumbers } from './asking';

interface Props {
  draft: AskingDraft;
  change: (draft: AskingDraft) => void;
}

const ID_OF: Readonly<Record<AskingNumber, string>> = {
  mostOpen: 'idp-most-open',
  everyDays: 'idp-every-days',
  fewestRows: 'idp-fewest-rows',
  syncMinutes: 'idp-sync-minutes',
};

/** How much a provider is asked at a time, and who hears of silence; folded away, for the defaults serve most. */
export function AskingFields({ draft, change }: Props) {
  const { t } = useServices();
  const wrong = ASKING_NUMBERS.filter((name) => !fits(name, draft));
  // A number that cannot be taken is never folded away: the form would be stuck without a word.
  const stayOpen = (event: MouseEvent): void => {
    if (wrong.length > 0) event.preventDefault();
  };
  return (
    <details className="how">
      <summary onClick={stayOpen}>{t('setup.asking')}</summary>
      <div className="asking">
        <p className="quiet">{t('setup.asking.body')}</p>
        <div className="form__columns">
          {ASKING_NUMBERS.map((name) => (
            <NumberField
              key={name}
              id={ID_OF[name]}
              label={t(`setup.asking.${name}`)}
              hint={t(`setup.asking.${name}.hint`, { usual: usualNumbers[name] })}
              error={wrong.includes(name) ? t(`setup.asking.${name}.bad`) : null}
              value={draft.typed[name]}
              change={(text) => change({ ...draft, typed: { ...draft.typed, [name]: text } })}
            />
          ))}
          <Field
            id="idp-escalate-to"
            label={t('form.optional', { label: t('setup.asking.escalateTo') })}
            hint={t('setup.asking.escalateTo.hint')}
          >
            <PeoplePicker
              id="idp-escalate-to"
              label={t('form.optional', { label: t('setup.asking.escalateTo') })}
              person={draft.escalateTo}
              choose={(escalateTo) => change({ ...draft, escalateTo })}
            />
          </Field>
        </div>
        <label className="checkboxes__item">
          <input
            type="checkbox"
            checked={draft.profileFirst}
            onChange={(event) => change({ ...draft, profileFirst: event.currentTarget.checked })}
          />
          <span>
            {t('setup.asking.profileFirst')}
            <span className="radios__hint">{t('setup.asking.profileFirst.hint')}</span>
          </span>
        </label>
      </div>
    </details>
  );
}
