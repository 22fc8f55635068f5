import { useId, useState } from 'react';
import { type Input } from '../../../../src/contracts/api';
import { type Protection, PROTECTION_CLASSES, REVIEW_MAX_DAYS } from '../../../../src/contracts/records';
import { type ProtectionSuggestion } from '../../../../src/contracts/review-views';
import { type Person } from '../../../../src/contracts/views';
import { Choice } from '../parts/choice';
import { DayField } from '../parts/day-field';
import { Field } from '../parts/field';
import { newest } from '../parts/newest';
import { PersonField } from '../parts/person-field';
import { RecordForm } from '../parts/record-form';
import { WordsField } from '../parts/words-field';
import { dayAfter, dayFits } from '../platform/format';
import { useServices } from '../services';
import { useRecordForm } from '../states/use-record-form';
import { useToday } from '../states/use-today';
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
  const { call, t } = useServices();
  const now = useToday();
  const id = useId();
  const [draft, setDraft] = useState(() => firstRule(adopted));
  const [kind, setKind] = useState<Protection['class']>(adopted?.class ?? 'service');
  const [steward, setSteward] = useState<Person | null>(null);
  const [expiresOn, setExpiresOn] = useState(dayAfter(now, REVIEW_MAX_DAYS));
  const form = useRecordForm({
    send: (input: Input<'protections/record'>) => call('protections/record', input),
    told: t('protection.told'),
    done: close,
    reload,
  });
  const rule = readRule(draft);
  const needed = (missing: boolean): string | null => (form.tried && missing ? t('form.required') : null);
  const make = (reason: string): Input<'protections/record'> | null => {
    if (rule === null || steward === null || !dayFits(now, expiresOn, REVIEW_MAX_DAYS)) return null;
    const before = newest(known.filter((one) => JSON.stringify(one.rule) === JSON.stringify(rule)));
    const after = before?.id ?? null;
    return { rule, after, class: kind, reason, steward: steward.accountId, expiresOn };
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
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('form.reason')}
        hint={t('protection.reason.hint')}
      />
      <PersonField
        id={`${id}steward`}
        label={t('form.steward')}
        error={needed(steward === null)}
        person={steward}
        choose={setSteward}
      />
      <DayField
        id={`${id}day`}
        label={t('form.review-by')}
        value={expiresOn}
        change={setExpiresOn}
        most={REVIEW_MAX_DAYS}
      />
    </RecordForm>
  );
}
