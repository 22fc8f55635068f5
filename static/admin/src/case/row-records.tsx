import { type ReactNode } from 'react';
import { type RowDecision } from '../../../../src/contracts/records';
import { type CaseView, type RowView } from '../../../../src/contracts/case-views';
import { type Person } from '../../../../src/contracts/views';
import { MoveButtons } from '../moves/move-buttons';
import { ExpiryText } from '../parts/expiry-text';
import { IssueLink } from '../parts/issue-link';
import { RecordState } from '../parts/record-state';
import { RecordSteps } from '../parts/record-steps';
import { tellDecision } from '../parts/tell-decision';
import { useServices } from '../services';

/** Decisions made on this path, the newest first; only that one can still hold. */
export function RowRecords({ view, row }: { view: CaseView; row: RowView }) {
  const { t } = useServices();
  const { people } = view;
  if (row.records.length === 0) return null;
  return (
    <section className="row-records">
      <h4 className="checks__title">{t('case.records')}</h4>
      <ul>
        {row.records.map((record, index) => (
          <RowRecord key={record.id} record={record} people={people} inForce={index === 0 && row.decided}>
            {index === 0 && row.next !== null && (
              <MoveButtons
                line={{
                  ...row.next,
                  record,
                  subject: {
                    person: view.person,
                    product: view.product,
                    groupName: row.row.path.groupName ?? null,
                    toGroupName: null,
                    site: null,
                  },
                }}
              />
            )}
          </RowRecord>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  record: RowDecision;
  people: readonly Person[];
  inForce: boolean;
  /** What can be done with it. */
  children: ReactNode;
}

function RowRecord({ record, people, inForce, children }: Props) {
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
      {children}
    </li>
  );
}
