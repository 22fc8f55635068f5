import { type ReviewRecord } from '../../../../src/contracts/records';
import { type Person } from '../../../../src/contracts/views';
import { useServices } from '../services';
import { shownState } from './shown-state';
import { tellRouteOut } from './tell-route-out';

interface Props {
  record: ReviewRecord;
  people: readonly Person[];
  /** Whether the app says that it holds now: an end that has come is not written into the record. */
  inForce: boolean;
}

/** Where a record stands, in words. */
export function RecordState({ record, people, inForce }: Props) {
  const { t } = useServices();
  if (record.kind === 'route-out')
    return <State state={record.state} words={tellRouteOut(t, record, people)} />;
  const state = shownState(record, inForce);
  return <State state={state} words={t(`state.${state}`)} />;
}

function State({ state, words }: { state: string; words: string }) {
  return <span className={`record-state record-state--${state}`}>{words}</span>;
}
