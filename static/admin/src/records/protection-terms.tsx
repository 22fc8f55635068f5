import { type AnsweringState } from '../parts/answering';
import { ReviewByField, StewardField } from '../parts/answering-fields';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { type RecordFormState } from '../states/use-record-form';

interface Props {
  /** Begins the ids of the fields. */
  id: string;
  form: Pick<RecordFormState<unknown>, 'reason' | 'tried'>;
  answering: AnsweringState;
}

/** Why accounts are protected, who answers for it and until when: asked of one protection as of many. */
export function ProtectionTerms({ id, form, answering }: Props) {
  const { t } = useServices();
  return (
    <>
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('form.reason')}
        hint={t('protection.reason.hint')}
      />
      <StewardField id={id} answering={answering} tried={form.tried} />
      <ReviewByField id={id} answering={answering} />
    </>
  );
}
