import { type ReactNode, useId, useState } from 'react';
import { type RowRef } from '../../../../src/contracts/evidence';
import { BOUNDARY_MAX_DAYS } from '../../../../src/contracts/overrides';
import { type CaseView, type RowView } from '../../../../src/contracts/case-views';
import { DayField } from '../parts/day-field';
import { FormSwitch } from '../parts/form-switch';
import { RecordForm } from '../parts/record-form';
import { WordsField } from '../parts/words-field';
import { dayAfter, dayFits } from '../platform/format';
import { useMays, useServices } from '../services';
import { type RecordFormState, useCallForm } from '../states/use-record-form';
import { useToday } from '../states/use-today';

/** Days that an approval usually has to come and be used in. */
const USUAL_DAYS = 14;

interface Props {
  view: CaseView;
  row: RowView;
  reload: () => void;
}

/** The way to an edit by hand of synced access: the identity owner agrees, and it is planned once. */
export function Override({ view, row, reload }: Props) {
  const { t } = useServices();
  const may = useMays();
  const { boundary } = row;
  const form = boundary?.state === 'approved' ? 'plan' : 'ask';
  return (
    <>
      {boundary !== null && (
        <p>{t('override.stands', { state: t(`register.state.${boundary.state}`), id: boundary.id })}</p>
      )}
      {boundary?.state !== 'proposed' && (
        <FormSwitch<'ask' | 'plan'>
          forms={[form]}
          label={(one) => t(`override.${one}.open`)}
          may={(one) => may(one === 'ask' ? 'boundary-exceptions/record' : 'local-actions/record')}
          readOnly={t('override.read-only')}
          draw={(one, close) =>
            one === 'ask' ? (
              <AskForm view={view} row={row} reload={reload} close={close} />
            ) : (
              <PlanForm view={view} row={row} reload={reload} close={close} />
            )
          }
        />
      )}
    </>
  );
}

type FormProps = Props & { close: () => void };

const refOf = ({ view, row: { via, groupId } }: Props): RowRef => ({
  accountId: view.case.accountId,
  ari: view.case.ari,
  via,
  groupId,
});

function AskForm(props: FormProps) {
  const { row, reload, close } = props;
  const { t } = useServices();
  const now = useToday();
  const id = useId();
  const [expiresOn, setExpiresOn] = useState(() => dayAfter(now, USUAL_DAYS));
  const form = useCallForm('boundary-exceptions/record', { told: t('override.ask.done'), done: close, reload }); // prettier-ignore
  const make = (reason: string) =>
    dayFits(now, expiresOn, BOUNDARY_MAX_DAYS)
      ? { row: refOf(props), after: row.boundary?.id ?? null, reason, expiresOn }
      : null;
  return (
    <OverrideForm form={form} step="ask" record={() => form.record(make)} close={close}>
      <DayField
        id={`${id}day`}
        label={t('override.ask.expires')}
        value={expiresOn}
        change={setExpiresOn}
        most={BOUNDARY_MAX_DAYS}
      />
    </OverrideForm>
  );
}

function PlanForm(props: FormProps) {
  const { row, reload, close } = props;
  const { t } = useServices();
  const form = useCallForm('local-actions/record', { told: t('local-action.done'), done: close, reload });
  const make = (reason: string) =>
    row.boundary === null
      ? null
      : { row: refOf(props), after: row.records[0]?.id ?? null, reason, under: row.boundary.id };
  return <OverrideForm form={form} step="plan" record={() => form.record(make)} close={close} />;
}

interface OverrideFormProps {
  form: Pick<RecordFormState<never>, 'frame' | 'reason'>;
  step: 'ask' | 'plan';
  record: () => void;
  close: () => void;
  children?: ReactNode;
}

/** The frame of both steps: what it is, and why. */
function OverrideForm({ form, step, record, close, children }: OverrideFormProps) {
  const { t } = useServices();
  const id = useId();
  return (
    <RecordForm
      {...form.frame}
      title={t(`override.${step}.title`)}
      level={5}
      explain={t(`override.${step}.explain`)}
      submit={t(`override.${step}.submit`)}
      record={record}
      cancel={close}
    >
      <WordsField
        {...form.reason}
        id={`${id}reason`}
        label={t('form.reason')}
        hint={t('override.reason.hint')}
      />
      {children}
    </RecordForm>
  );
}
