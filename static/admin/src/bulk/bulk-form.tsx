import { useId, useState } from 'react';
import { type BulkOutcome } from '../../../../src/contracts/calls/terms';
import { type BatchView } from '../../../../src/contracts/review-views';
import { Radios } from '../parts/radios';
import { RecordForm } from '../parts/record-form';
import { firstDraft, readTerms } from '../parts/terms';
import { TermsFields } from '../parts/terms-fields';
import { WordsField } from '../parts/words-field';
import { type Answer } from '../platform/call-app';
import { useServices } from '../services';
import { useRecordForm } from '../states/use-record-form';
import { useToday } from '../states/use-today';

interface Props {
  /** Words of the button, with whom the decision reaches. */
  submit: string;
  /** Whether nobody is left to decide for. */
  none?: boolean;
  /** What the first outcome is called here. */
  freeLabel: string;
  /** Of the form's title; one below the part of the page that it stands in. */
  level?: 2 | 4;
  /** Why it cannot be decided yet, in words. */
  blocked?: string | null;
  send: (outcome: BulkOutcome, reason: string) => Promise<Answer<BatchView>>;
  begun: (batchId: string) => void;
  reload: () => void;
  close: () => void;
}

const OUTCOMES = ['free-seats', 'exception', 'hold', 'keep'] as const;
type Outcome = (typeof OUTCOMES)[number];
interface Decided {
  outcome: BulkOutcome;
  reason: string;
}

/** One outcome and one note for many; each path takes its own lane. */
export function BulkForm(props: Props) {
  const { submit, none = false, freeLabel, level = 4, blocked = null, send, begun, reload, close } = props;
  const { t, batches } = useServices();
  const now = useToday();
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>('free-seats');
  const [draft, setDraft] = useState(() => firstDraft(now, 'exception'));
  const decide = async ({ outcome: wanted, reason }: Decided): Promise<Answer<BatchView>> => {
    const answer = await send(wanted, reason);
    if (answer.ok) {
      batches.begun(answer.data);
      begun(answer.data.id);
    }
    return answer;
  };
  const form = useRecordForm(decide, { told: t('bulk.told'), done: close, reload });
  const choose = (next: Outcome): void => {
    setOutcome(next);
    if (next !== 'free-seats') setDraft({ ...draft, expiresOn: firstDraft(now, next).expiresOn });
  };
  const make = (reason: string): Decided | null => {
    const wanted = outcome === 'free-seats' ? { do: outcome } : readTerms(now, outcome, draft);
    return wanted === null ? null : { outcome: wanted, reason };
  };
  return (
    <RecordForm
      {...form.frame}
      title={t('bulk.title')}
      level={level}
      explain={t('bulk.explain')}
      submit={submit}
      blocked={none || blocked !== null}
      record={() => form.record(make)}
      cancel={close}
    >
      <Radios
        name={`${id}outcome`}
        legend={t('bulk.outcome')}
        value={outcome}
        choose={choose}
        items={OUTCOMES.map((value) => ({
          value,
          label: value === 'free-seats' ? freeLabel : t(`bulk.${value}`),
          hint: t(`bulk.${value}.hint`),
        }))}
      />
      {outcome !== 'free-seats' && (
        <TermsFields id={id} kind={outcome} draft={draft} change={setDraft} tried={form.tried} />
      )}
      <WordsField {...form.reason} id={`${id}reason`} label={t('bulk.note')} hint={t('bulk.note.hint')} />
      {blocked !== null && <p className="field__error">{blocked}</p>}
    </RecordForm>
  );
}
