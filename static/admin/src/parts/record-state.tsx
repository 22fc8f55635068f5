import { type ReviewRecord } from '../../../../src/contracts/records';
import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { RouteOutState } from './route-out-state';

interface Props {
  record: ReviewRecord;
  people: readonly Person[];
  /** Whether the app says that it holds now: an end that has come is not written into the record. */
  inForce: boolean;
}

/** Where a record stands, in words. */
export function RecordState({ record, people, inForce }: Props) {
  const { t } = useServices();
  if (record.kind === 'route-out') return <RouteOutState record={record} people={people} />;
  const { state } = record;
  const over = state === 'standing' && !inForce;
  return (
    <span className={`record-state record-state--${over ? 'over' : state}`}>
      {t(over ? 'state.over' : `state.${state}`)}
    </span>
  );
}
