import { type RowDecision } from '../../../../src/contracts/records';
import { type Person, type RowView } from '../../../../src/contracts/views';
import { ExpiryText } from '../parts/expiry-text';
import { IssueLink } from '../parts/issue-link';
import { RecordState } from '../parts/record-state';
import { RecordSteps } from '../parts/record-steps';
import { tellDecision } from '../parts/tell-decision';
import { useServices } from '../services';

/** Decisions made on this path, the newest first; only that one can still hold. */
export function RowRecords({ row, people }: { row: RowView; people: readonly Person[] }) {
  const { t } = useServices();
  if (row.records.length === 0) return null;
  return (
    <section className="row-records">
      <h4 className="checks__title">{t('case.records')}</h4>
      <ul>
        {row.records.map((record, index) => (
          <RowRecord key={record.id} record={record} people={people} inForce={index === 0 && row.decided} />
        ))}
      </ul>
    </section>
  );
}

interface Props {
  record: RowDecision;
  people: readonly Person[];
  inForce: boolean;
}

function RowRecord({ record, people, inForce }: Props) {
  const { t } = useServices();
  const issueKey = record.kind === 'route-out' ? record.issueKey : null;
  return (
    <li>
      <p>
        <b>{t(`kind.${record.kind}`)}</b> <RecordState record={record} people={people} inForce={inForce} />{' '}
        {issueKey !== null && <IssueLink issueKey={issueKey} />}
      </p>
      {record.kind !== 'route-out' && (
        <p>
          {tellDecision(t, record, people)}{' '}
          {'expiresOn' in record && <ExpiryText record={record} inForce={inForce} />}
        </p>
      )}
      <p className="row-records__reason">{record.reason}</p>
      <RecordSteps record={record} people={people} />
    </li>
  );
}
