import { useId, useState } from 'react';
import { api, type Input } from '../../../../src/contracts/api';
import {
  CAP_ALONE,
  needsSecondPerson,
  SECOND_PERSON_ABOVE,
  suggestedCap,
} from '../../../../src/contracts/intent-terms';
import { useAnswering } from '../parts/answering';
import { ReviewByField, StewardField } from '../parts/answering-fields';
import { NumberField } from '../parts/number-field';
import { RecordForm } from '../parts/record-form';
import { wholeNumber } from '../parts/whole-number';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useCallForm } from '../states/use-record-form';
import { everybodyOf, readPopulation } from './population';
import { PopulationFields } from './population-fields';
import { refOf, type SourceFormProps } from './source-form';

const { cap: Cap } = api['sources/intend'].input.shape;

/** Says that a source is intended: why, who answers for it, for whom, up to how many seats, until when. */
export function IntendForm({ view, reload, close }: SourceFormProps) {
  const { t } = useServices();
  const id = useId();
  const { seats, steward } = view.line;
  const answering = useAnswering(steward);
  const [population, setPopulation] = useState(() => everybodyOf(view));
  const [cap, setCap] = useState(String(suggestedCap(seats)));
  const form = useCallForm('sources/intend', { told: t('intend.told'), done: close, reload });
  const read = Cap.safeParse(wholeNumber(cap));
  const make = (reason: string): Input<'sources/intend'> | null => {
    const whom = readPopulation(population);
    if (answering.read === null || whom === null || !read.success) return null;
    const after = view.decision?.record.id ?? null;
    return { source: refOf(view), after, reason, population: whom, cap: read.data, ...answering.read };
  };
  return (
    <RecordForm
      {...form.frame}
      title={t('intend.title')}
      explain={t('intend.explain')}
      submit={t('intend.submit')}
      record={() => form.record(make)}
      cancel={close}
    >
      {needsSecondPerson({ seats, cap: read.success ? read.data : seats }) && (
        <p>{t('intend.second-person', { most: SECOND_PERSON_ABOVE, cap: CAP_ALONE })}</p>
      )}
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('form.reason')}
        hint={t('intend.reason.hint')}
      />
      <StewardField id={id} answering={answering} tried={form.tried} />
      <PopulationFields view={view} draft={population} change={setPopulation} />
      <NumberField
        id={`${id}cap`}
        label={t('intend.cap')}
        hint={t('intend.cap.hint', { seats })}
        error={read.success ? null : t('intend.cap.bad')}
        value={cap}
        change={setCap}
      />
      <ReviewByField id={id} answering={answering} />
    </RecordForm>
  );
}
