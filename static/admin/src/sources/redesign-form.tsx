import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { type ChangePreview as Preview } from '../../../../src/contracts/review-views';
import { ErrorMessage } from '../parts/error-message';
import { RecordForm } from '../parts/record-form';
import { WordsField } from '../parts/words-field';
import { useServices } from '../services';
import { useCallForm } from '../states/use-record-form';
import { useSave } from '../states/use-save';
import { firstChange, readChange } from './change';
import { ChangeFields } from './change-fields';
import { ChangePreview } from './change-preview';
import { refOf, type SourceFormProps } from './source-form';

/** Decides a change of the source, and only after its consequences were shown. */
export function RedesignForm({ view, reload, close }: SourceFormProps) {
  const { t } = useServices();
  const id = useId();
  const [draft, setDraft] = useState(() => firstChange(view));
  const change = readChange(draft);
  const asked = JSON.stringify(change);
  const simulation = useSave('sources/simulate');
  const [shown, setShown] = useState<{ of: string; preview: Preview } | null>(null);
  const preview = shown?.of === asked ? shown.preview : null;
  const form = useCallForm('sources/redesign', { told: t('redesign.told'), done: close, reload });
  const simulate = async (): Promise<void> => {
    if (change === null) return;
    const answer = await simulation.save({ source: refOf(view), change });
    setShown(answer === null ? null : { of: asked, preview: answer });
  };
  const make = (reason: string): Input<'sources/redesign'> | null => {
    if (change === null || preview === null) return null;
    const after = view.decision?.record.id ?? null;
    const { hash } = preview.losesAccess;
    return { source: refOf(view), after, reason, change, losesAccessHash: hash };
  };
  return (
    <RecordForm
      {...form.frame}
      lookAgain={() => {
        setShown(null);
        form.frame.lookAgain();
      }}
      title={t('redesign.title')}
      explain={t('redesign.explain')}
      submit={t('redesign.submit')}
      blocked={preview === null || preview.refused !== null}
      record={() => form.record(make)}
      cancel={close}
    >
      <ChangeFields id={id} view={view} draft={draft} change={setDraft} />
      <div>
        <Button isDisabled={change === null} isLoading={simulation.saving} onClick={() => void simulate()}>
          {t('redesign.simulate')}
        </Button>
      </div>
      {simulation.error !== null && <ErrorMessage error={simulation.error} />}
      {preview === null ? (
        <p className="quiet">{t('redesign.simulate.first')}</p>
      ) : (
        <ChangePreview preview={preview} />
      )}
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('form.reason')}
        hint={t('redesign.reason.hint')}
      />
    </RecordForm>
  );
}
