import { useId, useState } from 'react';
import {
  type AccessException,
  EXCEPTION_CLASSES,
  EXCEPTION_MAX_DAYS,
} from '../../../../src/contracts/records';

import { type Person } from '../../../../src/contracts/views';
import { Choice } from '../parts/choice';
import { ErrorMessage } from '../parts/error-message';
import { describedBy, Field } from '../parts/field';
import { PeoplePicker } from '../parts/people-picker';
import { dayAfter, daysUntil, formatDay } from '../platform/format';
import { useNow, useServices } from '../services';
import { useSave } from '../states/use-save';
import { RecordForm, type RecordFormProps } from './record-form';
import { REASON_MAX } from './route-out-form';

type Class = AccessException['class'];

/** Days an exception runs unless somebody chooses otherwise: one quarter. */
const USUAL_DAYS = 90;

/** Says that a path is wanted as it is: which class, why, who answers for it, until when. */
export function ExceptionForm({ view, row, done, cancel }: RecordFormProps) {
  const { t, locale } = useServices();
  // The app counts the days again; the browser's clock serves only while the app's is not known.
  const [opened] = useState(() => Date.now());
  const now = useNow() ?? opened;
  const id = useId();
  const { saving, error, save } = useSave('exceptions/record');
  const [kind, setKind] = useState<Class>('service-account');
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState<Person | null>(null);
  const [expiresOn, setExpiresOn] = useState(dayAfter(now, USUAL_DAYS));
  const [tried, setTried] = useState(false);

  const lastDay = dayAfter(now, EXCEPTION_MAX_DAYS);
  const days = daysUntil(now, expiresOn);
  const badDay = !(days >= 1 && days <= EXCEPTION_MAX_DAYS);
  const needed = tried ? t('form.required') : null;
  const wrong = {
    reason: reason.trim() === '' ? needed : null,
    owner: owner === null ? needed : null,
    day: badDay ? t('exception.expires.bad', { date: formatDay(locale, lastDay) }) : null,
  };
  const record = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '' || owner === null || badDay) return;
    const { accountId, ari } = view.case;
    const path = { accountId, ari, via: row.via, groupId: row.groupId };
    const input = { row: path, class: kind, reason: reason.trim(), ownedBy: owner.accountId, expiresOn };
    if ((await save(input)) !== null) done();
  };
  return (
    <RecordForm
      title={t('exception.title')}
      explain={t('exception.explain')}
      submit={t('exception.submit')}
      saving={saving}
      record={() => void record()}
      cancel={cancel}
    >
      <Field id={`${id}class`} label={t('exception.class')}>
        <Choice<Class>
          id={`${id}class`}
          label={t('exception.class')}
          options={EXCEPTION_CLASSES.map((value) => ({ value, label: t(`exception.${value}`) }))}
          value={kind}
          choose={setKind}
        />
      </Field>
      <Field
        id={`${id}reason`}
        label={t('exception.reason')}
        hint={t('exception.reason.hint')}
        error={wrong.reason}
      >
        <textarea
          id={`${id}reason`}
          className="textarea"
          rows={3}
          maxLength={REASON_MAX}
          required
          aria-describedby={describedBy(`${id}reason`, wrong.reason)}
          aria-invalid={wrong.reason !== null}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <Field id={`${id}owner`} label={t('exception.owner')} error={wrong.owner}>
        <PeoplePicker id={`${id}owner`} label={t('exception.owner')} person={owner} choose={setOwner} />
      </Field>
      <Field
        id={`${id}day`}
        label={t('exception.expires')}
        hint={t('exception.expires.hint', { date: formatDay(locale, lastDay) })}
        error={wrong.day}
      >
        <input
          id={`${id}day`}
          type="date"
          className="input input--date"
          required
          min={dayAfter(now, 1)}
          max={lastDay}
          aria-describedby={describedBy(`${id}day`, wrong.day)}
          aria-invalid={wrong.day !== null}
          value={expiresOn}
          onChange={(event) => setExpiresOn(event.currentTarget.value)}
        />
      </Field>
      {error !== null && <ErrorMessage error={error} />}
    </RecordForm>
  );
}
