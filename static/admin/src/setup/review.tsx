import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import { ReviewRhythm, ReviewSettings, Weekday } from '../../../../src/contracts/settings';
import { type SetupView } from '../../../../src/contracts/views';
import { Choice } from '../parts/choice';
import { ErrorMessage } from '../parts/error-message';
import { Field } from '../parts/field';
import { NumberField } from '../parts/number-field';
import { Radios } from '../parts/radios';
import { wholeNumber } from '../parts/whole-number';
import { useMay, useServices } from '../services';
import { Digest, digestOf, draftOf } from './digest';
import { SECTIONS } from './check-places';
import { Section } from './section';
import { useSetupSave } from './use-setup-save';

const { inactiveDays: InactiveDays, budget: Budget } = ReviewSettings.shape;

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
  const [budget, setBudget] = useState(String(view.review.budget));
  const [digest, setDigest] = useState(() => draftOf(view));
  const numbers = { inactiveDays: wholeNumber(days), budget: wholeNumber(budget) };
  const wanted = ReviewSettings.safeParse({ ...review, ...numbers, digest: digestOf(digest) });
  const wrong = {
    days: InactiveDays.safeParse(numbers.inactiveDays).success ? null : t('setup.review.inactive-days.bad'),
    budget: Budget.safeParse(numbers.budget ?? 0).success ? null : t('setup.review.budget.bad'),
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted.success) void save({ review: wanted.data });
  };
  return (
    <Section id={SECTIONS.review.id} title={t('setup.review.title')} body={t('setup.review.body')}>
      <form className="form form--wide" noValidate onSubmit={send}>
        <div className="form__columns">
          <Field id="rhythm" label={t('setup.review.every')} hint={t('setup.review.every.hint')}>
            <Choice
              id="rhythm"
              label={t('setup.review.every')}
              options={ReviewRhythm.options.map((value) => ({ value, label: t(`setup.every.${value}`) }))}
              value={review.every}
              choose={(every) => setReview({ ...review, every })}
              disabled={!may}
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
          <NumberField
            id="budget"
            label={t('setup.review.budget')}
            hint={t('setup.review.budget.hint')}
            error={wrong.budget}
            value={budget}
            change={setBudget}
            disabled={!may}
          />
          <NumberField
            id="inactive-days"
            label={t('setup.review.inactive-days')}
            error={wrong.days}
            value={days}
            change={setDays}
            disabled={!may}
          />
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
        <Digest draft={digest} change={setDigest} may={may} />
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
