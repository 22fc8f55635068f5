import SectionMessage from '@atlaskit/section-message';
import { useId, useState } from 'react';
import { type CaseView, type RowView } from '../../../../src/contracts/case-views';
import { AppWords } from '../parts/app-words';
import { RecordForm } from '../parts/record-form';
import { firstDraft, readTerms } from '../parts/terms';
import { TermsFields } from '../parts/terms-fields';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useRecordForm } from '../states/use-record-form';
import { useToday } from '../states/use-today';
import { tellHandOver, tellRecorded } from './hand-over-words';
import { type RowOutcome, sendDecision, termsKindOf, type WantedDecision } from './row-decision';

interface Props {
  view: CaseView;
  row: RowView;
  outcome: RowOutcome;
  reload: () => void;
  close: () => void;
}

/** Records one outcome of a path; a route-out says by name what is missing while it cannot be recorded. */
export function RowForm({ view, row, outcome, reload, close }: Props) {
  const { call, t } = useServices();
  const now = useToday();
  const id = useId();
  const kind = termsKindOf(outcome);
  const proposed = outcome === 'exception' ? row.proposed : null;
  const [draft, setDraft] = useState(() => ({
    ...firstDraft(now, kind ?? 'keep'),
    ...(proposed && { class: proposed.class, expiresOn: proposed.expiresOn }),
  }));
  const form = useRecordForm((wanted: WantedDecision) => sendDecision(call, view.case, row, wanted), {
    told: (record) => tellRecorded(t, record, view.people),
    done: close,
    reload,
    ...(proposed && { proposed: proposed.reason }),
  });
  const missing = outcome === 'route-out' ? row.missingForRouteOut : [];
  const wanted =
    outcome === 'route-out' || outcome === 'local-removal' ? outcome : readTerms(now, outcome, draft);
  return (
    <RecordForm
      {...form.frame}
      title={t(`${outcome}.title`)}
      level={5}
      explain={outcome === 'route-out' ? tellHandOver(t, row.handOver, view.people) : t(`${outcome}.explain`)}
      submit={t(`${outcome}.submit`)}
      blocked={missing.length > 0 || (outcome === 'route-out' && row.groupId === null)}
      record={() => form.record((reason) => (wanted === null ? null : { outcome: wanted, reason }))}
      cancel={close}
    >
      {missing.length > 0 && (
        <SectionMessage appearance="warning" headingLevel="h6" title={t('route-out.missing')}>
          <ul className="reasons">
            {missing.map((item) => (
              <li key={item}>
                <AppWords>{item}</AppWords>
              </li>
            ))}
          </ul>
        </SectionMessage>
      )}
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('form.reason')}
        hint={t(`${outcome}.reason.hint`)}
        disabled={missing.length > 0}
      />
      {kind !== null && (
        <TermsFields id={id} kind={kind} draft={draft} change={setDraft} tried={form.tried} />
      )}
    </RecordForm>
  );
}
