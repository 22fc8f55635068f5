import { EXCEPTION_CLASSES, HOLD_CONDITIONS, type HoldCondition } from '../../../../src/contracts/records';
import { useServices } from '../services';
import { Choice } from './choice';
import { DayField } from './day-field';
import { Field } from './field';
import { PersonField } from './person-field';
import { DAYS, type TermsDraft, type TermsKind } from './terms';
import { WordsField } from './words-field';

interface Props {
  /** Begins the ids of the fields. */
  id: string;
  kind: TermsKind;
  draft: TermsDraft;
  change: (draft: TermsDraft) => void;
  /** Whether what is missing is to be said. */
  tried: boolean;
}

/** The fields of an exception, a hold or a keep beside its reason. */
export function TermsFields({ id, kind, draft, change, tried }: Props) {
  const { t } = useServices();
  return (
    <>
      {kind === 'exception' && (
        <Field id={`${id}class`} label={t('exception.class')}>
          <Choice
            id={`${id}class`}
            label={t('exception.class')}
            options={EXCEPTION_CLASSES.map((value) => ({ value, label: t(`exception.${value}`) }))}
            value={draft.class}
            choose={(chosen) => change({ ...draft, class: chosen })}
          />
        </Field>
      )}
      {kind !== 'keep' && (
        <PersonField
          id={`${id}owner`}
          label={t(`${kind}.owner`)}
          error={tried && draft.owner === null ? t('form.required') : null}
          person={draft.owner}
          choose={(owner) => change({ ...draft, owner })}
        />
      )}
      {kind === 'exception' && (
        <WordsField
          id={`${id}dependency`}
          label={t('form.optional', { label: t('exception.dependency') })}
          hint={t('exception.dependency.hint')}
          optional
          value={draft.dependency}
          change={(dependency) => change({ ...draft, dependency })}
        />
      )}
      {kind === 'hold' && (
        <Field id={`${id}condition`} label={t('hold.condition')} hint={t('hold.condition.hint')}>
          <Choice<HoldCondition | null>
            id={`${id}condition`}
            label={t('hold.condition')}
            options={[null, ...HOLD_CONDITIONS].map((value) => ({
              value,
              label: t(value === null ? 'condition.none' : `condition.${value}`),
            }))}
            value={draft.condition}
            choose={(condition) => change({ ...draft, condition })}
          />
        </Field>
      )}
      <DayField
        id={`${id}day`}
        label={t(`${kind}.expires`)}
        value={draft.expiresOn}
        change={(expiresOn) => change({ ...draft, expiresOn })}
        most={DAYS[kind].most}
      />
    </>
  );
}
