import { type RegisterLine } from '../../../../src/contracts/review-views';
import { RecordEvidence } from '../evidence/record-evidence';
import { tellSubject } from '../moves/tell-subject';
import { Facts } from '../parts/facts';
import { Empty } from '../parts/empty';
import { SidePanel } from '../parts/side-panel';
import { useServices } from '../services';
import { type RegisterColumn } from './register-column';

interface Props {
  /** The record that is open; undefined where the register has none of that id. */
  line: RegisterLine | undefined;
  columns: readonly RegisterColumn[];
  close: () => void;
}

/** One record at the right: what its register says of it, whole, and what it rests on. */
export function RecordPanel({ line, columns, close }: Props) {
  const { t } = useServices();
  if (line === undefined) {
    const title = t('record.unknown.title');
    return (
      <SidePanel title={title} label={title} sub={null} close={close}>
        <Empty
          level={3}
          title={t('record.unknown.here')}
          body={t('record.unknown.body')}
          action={{ label: t('record.unknown.action'), run: close }}
        />
      </SidePanel>
    );
  }
  const { record } = line;
  const kind = t(`kind.${record.kind}`);
  return (
    <SidePanel
      title={kind}
      label={t('record.label', { kind, subject: tellSubject(t, line) })}
      sub={record.id}
      close={close}
    >
      <div className="record">
        <Facts
          name="record__facts"
          facts={columns.map(({ title, draw }) => ({ what: title, is: draw(line) }))}
        />
        <RecordEvidence record={record} people={line.people} />
      </div>
    </SidePanel>
  );
}
