import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { REVIEW_MAX_DAYS } from '../../../../src/contracts/records';
import { DayField } from '../parts/day-field';
import { PersonField } from '../parts/person-field';
import { RecordForm } from '../parts/record-form';
import { WordsField } from '../parts/words-field';
import { dayAfter, dayFits } from '../platform/format';
import { useServices } from '../services';
import { useRecordForm } from '../states/use-record-form';
import { useToday } from '../states/use-today';
import { type SourceFormProps } from './source-form';

/** Says who answers for the group, and what it is for. */
export function StewardForm({ view, reload, close }: SourceFormProps) {
  const { call, t } = useServices();
  const now = useToday();
  const id = useId();
  const [steward, setSteward] = useState(view.line.steward);
  const [expiresOn, setExpiresOn] = useState(dayAfter(now, REVIEW_MAX_DAYS));
  const form = useRecordForm({
    send: (input: Input<'sources/steward'>) => call('sources/steward', input),
    told: t('steward.told'),
    done: close,
    reload,
  });
  const make = (reason: string): Input<'sources/steward'> | null => {
    if (steward === null || !dayFits(now, expiresOn, REVIEW_MAX_DAYS)) return null;
    const after = view.stewardship?.record.id ?? null;
    return { groupId: view.line.groupId, after, reason, steward: steward.accountId, expiresOn };
  };
  return (
    <RecordForm
      {...form.frame}
      title={t('steward.title')}
      explain={t('steward.explain')}
      submit={t('steward.submit')}
      record={() => form.record(make)}
      cancel={close}
    >
      <PersonField
        id={`${id}steward`}
        label={t('form.steward')}
        error={form.tried && steward === null ? t('form.required') : null}
        person={steward}
        choose={setSteward}
      />
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('steward.purpose')}
        hint={t('steward.purpose.hint')}
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
