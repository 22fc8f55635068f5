import { useId, useState } from 'react';
import { api, type Input } from '../../../../src/contracts/api';
import { REVIEW_MAX_DAYS } from '../../../../src/contracts/records';
import { DayField } from '../parts/day-field';
import { NumberField } from '../parts/number-field';
import { PersonField } from '../parts/person-field';
import { RecordForm } from '../parts/record-form';
import { wholeNumber } from '../parts/whole-number';
import { WordsField } from '../parts/words-field';
import { dayAfter, dayFits } from '../platform/format';
import { useServices } from '../services';
import { useRecordForm } from '../states/use-record-form';
import { useToday } from '../states/use-today';
import { everybodyOf, readPopulation } from './population';
import { PopulationFields } from './population-fields';
import { refOf, type SourceFormProps } from './source-form';

/** Above so many seats a standing decision needs a second person. */
const ALONE_UP_TO = 50;
const { cap: Cap } = api['sources/intend'].input.shape;

/** Says that a source is intended: why, who answers for it, for whom, up to how many seats, until when. */
export function IntendForm({ view, reload, close }: SourceFormProps) {
  const { call, t } = useServices();
  const now = useToday();
  const id = useId();
  const { seats } = view.line;
  const [steward, setSteward] = useState(view.line.steward);
  const [population, setPopulation] = useState(() => everybodyOf(view));
  // A tenth more than now, rounded up.
  const [cap, setCap] = useState(String(Math.ceil((seats * 11) / 10)));
  const [expiresOn, setExpiresOn] = useState(dayAfter(now, REVIEW_MAX_DAYS));
  const form = useRecordForm({
    send: (input: Input<'sources/intend'>) => call('sources/intend', input),
    told: t('intend.told'),
    done: close,
    reload,
  });
  const read = Cap.safeParse(wholeNumber(cap));
  const make = (reason: string): Input<'sources/intend'> | null => {
    const whom = readPopulation(population);
    if (steward === null || whom === null || !read.success) return null;
    if (!dayFits(now, expiresOn, REVIEW_MAX_DAYS)) return null;
    const { accountId } = steward;
    const after = view.decision?.record.id ?? null;
    const terms = { steward: accountId, population: whom, cap: read.data, expiresOn };
    return { source: refOf(view), after, reason, ...terms };
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
      {seats > ALONE_UP_TO && <p>{t('intend.second-person', { most: ALONE_UP_TO })}</p>}
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('form.reason')}
        hint={t('intend.reason.hint')}
      />
      <PersonField
        id={`${id}steward`}
        label={t('form.steward')}
        error={form.tried && steward === null ? t('form.required') : null}
        person={steward}
        choose={setSteward}
      />
      <PopulationFields view={view} draft={population} change={setPopulation} />
      <NumberField
        id={`${id}cap`}
        label={t('intend.cap')}
        hint={t('intend.cap.hint', { seats })}
        error={read.success ? null : t('intend.cap.bad')}
        value={cap}
        change={setCap}
      />
      <DayField
        id={`${id}day`}
        label={t('form.review-by')}
        value={expiresOn}
        change={setExpiresOn}
        most={REVIEW_MAX_DAYS}
      />
    </RecordForm>
  );
}
