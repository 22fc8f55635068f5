import SectionMessage from '@atlaskit/section-message';
import { useId, useState } from 'react';
import { ErrorMessage } from '../parts/error-message';
import { describedBy, Field } from '../parts/field';
import { useServices } from '../services';
import { useSave } from '../states/use-save';
import { RecordForm, type RecordFormProps } from './record-form';

/** Longest reason, in characters, as the call table takes it. */
export const REASON_MAX = 1000;

/** Hands a path over to its identity owner; says by name what is missing while it cannot. */
export function RouteOutForm({ view, row, done, cancel }: RecordFormProps) {
  const { t } = useServices();
  const id = useId();
  const { saving, error, save } = useSave('route-outs/record');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = row.missingForRouteOut;
  const { groupId } = row;
  const wrong = tried && reason.trim() === '' ? t('form.required') : null;
  const record = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '' || groupId === null) return;
    const { accountId, ari } = view.case;
    if ((await save({ accountId, ari, groupId, reason: reason.trim() })) !== null) done();
  };
  return (
    <RecordForm
      title={t('route-out.title')}
      explain={t('route-out.explain')}
      submit={t('route-out.submit')}
      blocked={missing.length > 0 || groupId === null}
      saving={saving}
      record={() => void record()}
      cancel={cancel}
    >
      {missing.length > 0 && (
        <SectionMessage appearance="warning" headingLevel="h6" title={t('route-out.missing')}>
          <ul className="reasons">
            {missing.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </SectionMessage>
      )}
      <Field id={id} label={t('route-out.reason')} hint={t('route-out.reason.hint')} error={wrong}>
        <textarea
          id={id}
          className="textarea"
          rows={4}
          maxLength={REASON_MAX}
          required
          disabled={missing.length > 0}
          aria-describedby={describedBy(id, wrong)}
          aria-invalid={wrong !== null}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      {error !== null && <ErrorMessage error={error} />}
    </RecordForm>
  );
}
