import { BOUNDARY_STATES } from '../../../../src/contracts/overrides';
import { STANDING_STATES, type Step } from '../../../../src/contracts/record-base';
import { CHANGE_STATES, INTENT_STATES, type ReviewRecord } from '../../../../src/contracts/records';
import { REQUEST_ISSUE_STATES, ROUTE_OUT_STATES } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { formatMoment } from '../platform/format';
import { useServices } from '../services';
import { nameOf } from './names';

const STATES = [
  ...STANDING_STATES,
  ...ROUTE_OUT_STATES,
  ...REQUEST_ISSUE_STATES,
  ...CHANGE_STATES,
  ...INTENT_STATES,
  ...BOUNDARY_STATES,
] as const;

/** Who made a record and when, and every step that it has taken since. */
export function RecordSteps({ record, people }: { record: ReviewRecord; people: readonly Person[] }) {
  const { t, locale } = useServices();
  const tell = ({ to, at, by, note }: Step): string => {
    const state = STATES.find((known) => known === to);
    const values = { when: formatMoment(locale, at), person: nameOf(t, people, by), note };
    const step = state === undefined ? to : t(`step.${state}`);
    return t(note === '' ? 'record.step' : 'record.step.noted', { step, ...values });
  };
  const when = formatMoment(locale, record.recordedAt);
  return (
    <ul className="steps">
      <li>{t('case.recorded', { when, person: nameOf(t, people, record.recordedBy) })}</li>
      {record.steps.map((step) => (
        <li key={`${step.to} ${step.at}`}>{tell(step)}</li>
      ))}
    </ul>
  );
}
