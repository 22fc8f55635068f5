import { type ReviewRecord } from '../../../../src/contracts/records';
import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { RouteOutState } from './route-out-state';
import { shownState } from './shown-state';

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
  const state = shownState(record, inForce);
  return <span className={`record-state record-state--${state}`}>{t(`state.${state}`)}</span>;
}
