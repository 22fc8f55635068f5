import { type Step } from '../../../../src/contracts/record-base';
import { type ReviewRecord } from '../../../../src/contracts/records';
import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { nameOf } from './names';
import { tellStep } from './tell-step';

/** Who made a record and when, and every step that it has taken since. */
export function RecordSteps({ record, people }: { record: ReviewRecord; people: readonly Person[] }) {
  const { t, format, tellSentence } = useServices();
  const tell = ({ to, at, by, note: written }: Step): string => {
    // What Seatpath itself notes is a sentence of the app; what people write stays as it is.
    const note = by === 'seatpath' ? (tellSentence(written) ?? written) : written;
    const values = { when: format.moment(at), person: nameOf(t, people, by), note };
    return t(note === '' ? 'record.step' : 'record.step.noted', { step: tellStep(t, to), ...values });
  };
  const when = format.moment(record.recordedAt);
  return (
    <ul className="steps">
      <li>{t('case.recorded', { when, person: nameOf(t, people, record.recordedBy) })}</li>
      {record.steps.map((step) => (
        <li key={`${step.to} ${step.at}`}>{tell(step)}</li>
      ))}
    </ul>
  );
}
