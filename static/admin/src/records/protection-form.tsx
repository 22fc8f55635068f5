import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { type Protection, PROTECTION_CLASSES } from '../../../../src/contracts/records';
import { type ProtectionSuggestion } from '../../../../src/contracts/review-views';
import { useAnswering } from '../parts/answering';
import { Choice } from '../parts/choice';
import { Field } from '../parts/field';
import { newest } from '../parts/newest';
import { RecordForm } from '../parts/record-form';
import { useServices } from '../services';
import { useCallForm } from '../states/use-record-form';
import { ProtectionTerms } from './protection-terms';
import { firstRule, readRule } from './rule-draft';
import { RuleFields } from './rule-fields';

interface Props {
  adopted: ProtectionSuggestion | null;
  /** The protections there are: one with the same rule is replaced. */
  known: readonly Protection[];
  reload: () => void;
  close: () => void;
}

/** Says whose seats no bulk may touch: by which rule, why, who answers for it, until when. */
export function ProtectionForm({ adopted, known, reload, close }: Props) {
  const { t } = useServices();
  const id = useId();
  const [draft, setDraft] = useState(() => firstRule(adopted));
  const [kind, setKind] = useState<Protection['class']>(adopted?.class ?? 'service');
  const answering = useAnswering(null);
  const form = useCallForm('protections/record', { told: t('protection.told'), done: close, reload });
  const rule = readRule(draft);
  const make = (reason: string): Input<'protections/record'> | null => {
    if (rule === null || answering.read === null) return null;
    const before = newest(known.filter((one) => JSON.stringify(one.rule) === JSON.stringify(rule)));
    const after = before?.id ?? null;
    return { rule, after, class: kind, reason, ...answering.read };
  };
  return (
    <RecordForm
      {...form.frame}
      title={t('protection.title')}
      level={2}
      explain={t('protection.explain')}
      submit={t('protection.submit')}
      record={() => form.record(make)}
      cancel={close}
    >
      <RuleFields
        id={id}
        draft={draft}
        change={setDraft}
        wrong={form.tried && rule === null ? t(`rule.${draft.by}.bad`) : null}
      />
      <Field id={`${id}class`} label={t('protection.class')}>
        <Choice
          id={`${id}class`}
          label={t('protection.class')}
          options={PROTECTION_CLASSES.map((value) => ({ value, label: t(`protection.${value}`) }))}
          value={kind}
          choose={setKind}
        />
      </Field>
      <ProtectionTerms id={id} form={form} answering={answering} />
    </RecordForm>
  );
}
