import { type Suggestion } from '../../../../src/contracts/review-views';
import { useServices } from '../services';
import { AppWords } from './app-words';

/** What is suggested, and the rule that says so. */
export function SuggestionText({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useServices();
  return (
    <section className="callout">
      <h3 className="callout__title">{t('suggestion.title')}</h3>
      <p>
        <b>{t(`suggestion.${suggestion.do}`)}</b>
      </p>
      <p>
        <AppWords>{suggestion.because}</AppWords>
      </p>
    </section>
  );
}
