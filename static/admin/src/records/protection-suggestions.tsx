import Button from '@atlaskit/button/new';
import { type ProtectionSuggestion } from '../../../../src/contracts/review-views';
import { PROTECTION_CLASSES } from '../../../../src/contracts/records';
import { AppWords } from '../parts/app-words';
import { StateView } from '../parts/state-view';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';

interface Props {
  adopt: (suggestions: readonly ProtectionSuggestion[]) => void;
}

/** Accounts that look as if they worked by token: their seats look dead and are not. */
export function ProtectionSuggestions({ adopt }: Props) {
  const { t } = useServices();
  const answer = useAnswer('protections/suggest', {});
  return (
    <StateView state={useStore(answer)} retry={() => void answer.load()} skeletonRows={2}>
      {({ suggestions }) =>
        suggestions.length === 0 ? null : (
          <details className="suggestions">
            <summary>{t('protection.suggested', { count: suggestions.length })}</summary>
            <ForAll suggestions={suggestions} adopt={adopt} />
            <ul className="suggestions__list">
              {suggestions.map((suggestion) => (
                <li key={JSON.stringify(suggestion.rule)} className="suggestions__item">
                  <span>
                    <b>{suggestion.subject}</b>{' '}
                    <span className="quiet">
                      {t(`protection.${suggestion.class}`)} ·{' '}
                      {t('protection.affects', { count: suggestion.affects })}
                    </span>
                    <br />
                    <AppWords>{suggestion.because}</AppWords>
                  </span>
                  <Button
                    spacing="compact"
                    aria-label={t('protection.adopt-named', { subject: suggestion.subject })}
                    onClick={() => adopt([suggestion])}
                  >
                    {t('protection.adopt')}
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        )
      }
    </StateView>
  );
}

/** One step for all that is suggested of a class, wherever it is more than one. */
function ForAll({ suggestions, adopt }: Props & { suggestions: readonly ProtectionSuggestion[] }) {
  const { t } = useServices();
  const classes = PROTECTION_CLASSES.map((kind) => ({
    kind,
    of: suggestions.filter((one) => one.class === kind),
  })).filter(({ of }) => of.length > 1);
  if (classes.length === 0) return null;
  return (
    <div className="suggestions__all">
      {classes.map(({ kind, of }) => (
        <Button key={kind} spacing="compact" onClick={() => adopt(of)}>
          {t('protection.adopt-all', { class: t(`protection.${kind}`), count: of.length })}
        </Button>
      ))}
    </div>
  );
}
