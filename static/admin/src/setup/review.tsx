import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { ReviewSettings, Weekday } from '../../../../src/contracts/settings';
import { type SetupView } from '../../../../src/contracts/views';
import { Choice } from '../parts/choice';
import { ErrorMessage } from '../parts/error-message';
import { describedBy, Field } from '../parts/field';
import { useMay, useServices } from '../services';
import { Radios } from './radios';
import { Section } from './section';
import { useSetupSave } from './use-setup-save';

/** The time zones the browser knows, and always the one that is set. */
function timeZones(set: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(set) ? known : [set, ...known];
}

export function Review({ view }: { view: SetupView }) {
  const { t } = useServices();
  const may = useMay('setup/save-review');
  const { saving, error, save } = useSetupSave('setup/save-review');
  const [review, setReview] = useState(view.review);
  const [days, setDays] = useState(String(view.review.inactiveDays));
  const wanted = ReviewSettings.safeParse({
    ...review,
    inactiveDays: /^\d+$/.test(days) ? Number(days) : null,
  });
  const wrong = wanted.success ? null : t('setup.review.inactive-days.bad');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted.success) void save({ review: wanted.data });
  };
  return (
    <Section title={t('setup.review.title')} body={t('setup.review.body')}>
      <form className="form form--wide" noValidate onSubmit={send}>
        <div className="form__columns">
          <Field id="inactive-days" label={t('setup.review.inactive-days')} error={wrong}>
            <Textfield
              isCompact
              id="inactive-days"
              inputMode="numeric"
              isDisabled={!may}
              isInvalid={wrong !== null}
              aria-describedby={describedBy('inactive-days', wrong, 'no-hint')}
              value={days}
              onChange={(event) => setDays(event.currentTarget.value.trim())}
            />
          </Field>
          <Field id="weekday" label={t('setup.review.weekday')}>
            <Choice
              id="weekday"
              label={t('setup.review.weekday')}
              options={Weekday.options.map((value) => ({ value, label: t(`setup.weekday.${value}`) }))}
              value={review.weekday}
              choose={(weekday) => setReview({ ...review, weekday })}
              disabled={!may}
            />
          </Field>
          <Field id="time-zone" label={t('setup.review.time-zone')}>
            <Choice
              id="time-zone"
              label={t('setup.review.time-zone')}
              options={timeZones(review.timeZone).map((value) => ({ value, label: value }))}
              value={review.timeZone}
              choose={(timeZone) => setReview({ ...review, timeZone })}
              disabled={!may}
              searchable
            />
          </Field>
        </div>
        <Radios
          name="activity"
          legend={t('setup.review.activity')}
          value={review.activityShownAs}
          choose={(activityShownAs) => setReview({ ...review, activityShownAs })}
          disabled={!may}
          items={(['buckets', 'dates'] as const).map((value) => ({
            value,
            label: t(`setup.review.activity.${value}`),
          }))}
        />
        <p className="field__hint">{t('setup.review.activity.hint')}</p>
        {error !== null && <ErrorMessage error={error} />}
        {may && (
          <div>
            <Button type="submit" isLoading={saving} isDisabled={!wanted.success}>
              {t('form.save')}
            </Button>
          </div>
        )}
      </form>
    </Section>
  );
}
