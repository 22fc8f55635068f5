import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { type BatchView, type ItemView } from '../../../../src/contracts/review-views';
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
  view: ItemView;
  leftOut: ReadonlySet<string>;
  /** People that the decision reaches. */
  count: number;
  begun: (batchId: string) => void;
  reload: () => void;
  close: () => void;
}

const OUTCOMES = ['free-seats', 'exception', 'hold', 'keep'] as const;
type Outcome = (typeof OUTCOMES)[number];
/** As many people as a decision can leave out. */
const MOST_LEFT_OUT = 1000;

/** One outcome and one note for every open path of an item; each path takes its own lane. */
export function BulkForm({ view, leftOut, count, begun, reload, close }: Props) {
  const { call, t, batches } = useServices();
  const now = useToday();
  const id = useId();
  const { id: itemId, outcome: asked } = view.line.item;
  const [outcome, setOutcome] = useState<Outcome>('free-seats');
  const [draft, setDraft] = useState(() => firstDraft(now, 'exception'));
  const decide = async (input: Input<'queue/decide'>): Promise<Answer<BatchView>> => {
    const answer = await call('queue/decide', input);
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
  const make = (reason: string): Input<'queue/decide'> | null => {
    const wanted = outcome === 'free-seats' ? { do: outcome } : readTerms(now, outcome, draft);
    if (wanted === null) return null;
    return { cycleId: view.cycleId, itemId, outcome: wanted, except: [...leftOut], reason };
  };
  const free = asked === 'close-dormant' ? 'bulk.close-dormant' : 'bulk.free-seats';
  return (
    <RecordForm
      {...form.frame}
      title={t('bulk.title')}
      explain={t('bulk.explain')}
      submit={t('bulk.submit', { count })}
      blocked={count === 0 || leftOut.size > MOST_LEFT_OUT}
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
          label: t(value === 'free-seats' ? free : `bulk.${value}`),
          hint: t(`bulk.${value}.hint`),
        }))}
      />
      {outcome !== 'free-seats' && (
        <TermsFields id={id} kind={outcome} draft={draft} change={setDraft} tried={form.tried} />
      )}
      <WordsField {...form.reason} id={`${id}reason`} label={t('bulk.note')} hint={t('bulk.note.hint')} />
      {leftOut.size > MOST_LEFT_OUT && (
        <p className="field__error">{t('bulk.too-many', { most: MOST_LEFT_OUT })}</p>
      )}
    </RecordForm>
  );
}
