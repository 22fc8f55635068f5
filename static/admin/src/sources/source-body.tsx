import Lozenge from '@atlaskit/lozenge';
import { type SourceView } from '../../../../src/contracts/review-views';
import { IntentLozenge } from '../parts/intent-lozenge';
import { SuggestionText } from '../parts/suggestion-text';
import { type SourceForm, toCasesOf } from '../route/route';
import { useServices } from '../services';
import { SourceDecision } from './source-decision';
import { SourceEdges } from './source-edges';
import { SourceForms } from './source-forms';
import { SourceGrants } from './source-grants';
import { SourceNumbers } from './source-numbers';
import { SourceOverlap } from './source-overlap';
import { SourceShares } from './source-shares';

interface Props {
  view: SourceView;
  form: SourceForm | null;
  reload: () => void;
}

/** What a source is, what was decided about it, and what can be decided now. */
export function SourceBody({ view, form, reload }: Props) {
  const { t, routes } = useServices();
  const { line } = view;
  return (
    <div className="sheet">
      <section aria-label={t('source.numbers')}>
        <p className="source__marks">
          <IntentLozenge intent={line.intent} />
          {line.legacy && (
            <>
              <Lozenge appearance="warning">{t('sources.legacy')}</Lozenge>
              <span className="quiet">{t('source.legacy.means')}</span>
            </>
          )}
        </p>
        <SourceNumbers line={line} />
        <button type="button" className="link" onClick={() => routes.go(toCasesOf(line))}>
          {t('source.open-cases')}
        </button>
      </section>
      <SuggestionText suggestion={view.suggestion} />
      <SourceDecision view={view} />
      <SourceForms view={view} form={form} reload={reload} />
      <SourceEdges view={view} />
      <SourceOverlap view={view} />
      <SourceGrants view={view} />
      <section className="source__shares">
        <SourceShares
          title={t('source.entries')}
          shares={view.entries.map(({ cause, ...share }) => ({ name: t(`entry.${cause}`), ...share }))}
        />
        <SourceShares title={t('source.claim-statuses')} shares={view.claimStatuses} />
        <SourceShares title={t('source.domains')} shares={view.domains} />
      </section>
    </div>
  );
}
