import { useId } from 'react';
import { type BatchView } from '../../../../src/contracts/review-views';
import { FormSwitch } from '../parts/form-switch';
import { RecordForm } from '../parts/record-form';
import { WordsField } from '../parts/words-field';
import { useMay, useServices } from '../services';
import { useRecordForm } from '../states/use-record-form';

interface Props {
  batch: BatchView;
  /** Of the form's title. */
  level: 2 | 4;
  begun: (batchId: string) => void;
}

/** Offers to take back what a decision on many has recorded. */
export function TakeBack(props: Props) {
  const { t } = useServices();
  const may = useMay('batches/take-back');
  return (
    <FormSwitch<'take-back'>
      forms={['take-back']}
      label={() => t('take-back.open')}
      may={() => may}
      readOnly={t('bulk.read-only')}
      draw={(_, close) => <TakeBackForm {...props} close={close} />}
    />
  );
}

/** One note for all that is taken back; how far it is stands where the decision stood. */
function TakeBackForm({ batch, level, begun, close }: Props & { close: () => void }) {
  const { call, t, batches } = useServices();
  const id = useId();
  const form = useRecordForm(
    async (reason: string) => {
      const answer = await call('batches/take-back', { batchId: batch.id, reason });
      if (answer.ok) {
        batches.begun(answer.data);
        begun(answer.data.id);
      }
      return answer;
    },
    { told: t('take-back.told'), done: close, reload: () => batches.follow(batch.id) },
  );
  return (
    <RecordForm
      {...form.frame}
      title={t('take-back.title')}
      level={level}
      explain={t('take-back.explain')}
      submit={t('take-back.submit', { count: batch.left })}
      record={() => form.record((reason) => reason)}
      cancel={close}
    >
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('bulk.note')}
        hint={t('take-back.note.hint')}
      />
    </RecordForm>
  );
}
