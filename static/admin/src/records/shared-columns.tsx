import { tellSubject } from '../moves/tell-subject';
import { ExpiryText } from '../parts/expiry-text';
import { IssueLink } from '../parts/issue-link';
import { RecordState } from '../parts/record-state';
import { RecordSteps } from '../parts/record-steps';
import { type Drawing, type RegisterColumn } from './register-column';

/* Columns that mean the same in every register. */

/** How a record stands and until when; past its end it says so, where nothing else ended it before. */
export function stateColumn({ t }: Drawing): RegisterColumn {
  return {
    id: 'state',
    title: t('records.column.state'),
    draw: ({ record, people, inForce }) => (
      <>
        <RecordState record={record} people={people} inForce={inForce} />
        {'expiresOn' in record && (
          <div className="records__under records__end">
            {t('records.until')} <ExpiryText record={record} inForce={inForce} />
          </div>
        )}
      </>
    ),
  };
}

export function issueColumn({ t }: Drawing): RegisterColumn {
  return {
    id: 'issue',
    title: t('records.column.issue'),
    draw: ({ record }) =>
      record.kind !== 'route-out' || record.issueKey === null ? (
        <span className="quiet">{t('records.issue.none')}</span>
      ) : (
        <IssueLink issueKey={record.issueKey} />
      ),
  };
}

export function reasonColumn({ t }: Drawing): RegisterColumn {
  return {
    id: 'reason',
    title: t('records.column.reason'),
    draw: ({ record }) => (
      <span className="clamp clamp--reason" title={record.reason}>
        {record.reason}
      </span>
    ),
  };
}

/** Who did what and when, and the way to the whole of the record and what it rests on. */
export function historyColumn({ t, open }: Drawing): RegisterColumn {
  return {
    id: 'history',
    title: t('records.column.history'),
    draw: (line) => (
      <>
        <RecordSteps record={line.record} people={line.people} />
        {open !== null && (
          <button
            type="button"
            className="link"
            aria-label={t('records.open-evidence', { subject: tellSubject(t, line) })}
            onClick={() => open(line.record.id)}
          >
            {t('records.open')}
          </button>
        )}
      </>
    ),
  };
}
