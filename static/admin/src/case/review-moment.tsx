import { type HistoryLine, type RowThen } from '../../../../src/contracts/case-history';
import { tellPath } from '../parts/tell-path';
import { CycleLozenge } from '../review/cycle-lozenge';
import { tellWeek } from '../review/cycle-week';
import { tellEnd } from '../review/tell-end';
import { toPastReview, toQueue } from '../route/route';
import { useServices } from '../services';
import { type Translate } from '../texts/texts';

type ReviewLine = Extract<HistoryLine, { is: 'review' }>;

/** A review, and what each path of the case was in it. */
export function ReviewMoment({ line }: { line: ReviewLine }) {
  const { t, routes } = useServices();
  const { cycleId, state, rows, verdict } = line;
  return (
    <>
      <p className="timeline__what">
        <button
          type="button"
          className="link"
          onClick={() =>
            routes.go(state === 'closed' || state === 'lapsed' ? toPastReview(cycleId) : toQueue('queue'))
          }
        >
          {t('cycle.title', { week: tellWeek(t, cycleId) })}
        </button>
        <CycleLozenge state={state} />
      </p>
      {typeof rows === 'string' ? (
        <p className="timeline__unknown">{t(`history.rows.${rows}`)}</p>
      ) : (
        <>
          <ul className="plain">
            {rows.map((row) => (
              <li key={`${row.path.via} ${row.path.groupId ?? ''}`}>
                {t('history.row', {
                  path: tellPath(t, row.path, row.path.groupName),
                  stood: tellStood(t, row, state === 'open'),
                })}
              </li>
            ))}
          </ul>
          {rows.length === 0 && <p className="quiet">{t('history.rows.none')}</p>}
          {verdict === 'partial' && <p className="timeline__unknown">{t('history.rows.partial')}</p>}
        </>
      )}
    </>
  );
}

/** Where a path stands, or stood when its review ended. */
function tellStood(t: Translate, { disposition }: RowThen, isOpen: boolean): string {
  return isOpen ? t(`disposition.${disposition}`) : tellEnd(t, disposition);
}
