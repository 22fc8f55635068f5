import { useId } from 'react';
import { useAnswering } from '../parts/answering';
import { ReviewByField, StewardField } from '../parts/answering-fields';
import { RecordForm } from '../parts/record-form';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useCallForm } from '../states/use-record-form';
import { type SourceFormProps } from './source-form';

/** Says who answers for the group, and what it is for. */
export function StewardForm({ view, reload, close }: SourceFormProps) {
  const { t } = useServices();
  const id = useId();
  const answering = useAnswering(view.line.steward);
  const form = useCallForm('sources/steward', { told: t('steward.told'), done: close, reload });
  const { groupId } = view.line;
  const after = view.stewardship?.record.id ?? null;
  const { read } = answering;
  return (
    <RecordForm
      {...form.frame}
      title={t('steward.title')}
      explain={t('steward.explain')}
      submit={t('steward.submit')}
      record={() => form.record((reason) => read && { groupId, after, reason, ...read })}
      cancel={close}
    >
      <StewardField id={id} answering={answering} tried={form.tried} />
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('steward.purpose')}
        hint={t('steward.purpose.hint')}
      />
      <ReviewByField id={id} answering={answering} />
    </RecordForm>
  );
}
