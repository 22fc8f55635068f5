import { useId } from 'react';
import { type Cycle } from '../../../../src/contracts/cycles';
import { type CycleView } from '../../../../src/contracts/review-views';
import { IssueLink } from '../parts/issue-link';
import { useServices } from '../services';
import { CloseCycle } from './close-cycle';
import { CycleFiles } from './cycle-files';
import { CycleLozenge } from './cycle-lozenge';
import { CycleNotices } from './cycle-notices';
import { CycleProgress } from './cycle-progress';
import { tellWeek } from './cycle-week';

interface Props {
  cycle: Cycle;
  view: CycleView;
  put: (view: CycleView) => void;
  reload: () => void;
}

/** Which review it is, when it is due, how it stands, and the way to close it. */
export function CycleHeader({ cycle, view, put, reload }: Props) {
  const { t, format } = useServices();
  const id = useId();
  const moment = (at: string): string => format.fullMoment(at, view.timeZone);
  return (
    <section className="card" aria-labelledby={id}>
      <div className="cycle__head">
        <div>
          <div className="cycle__name">
            <h2 id={id} className="cycle__title">
              {t('cycle.title', { week: tellWeek(t, cycle.id) })}
            </h2>
            <CycleLozenge state={cycle.state} />
          </div>
          <p className="cycle__dates quiet">
            <span>{t('cycle.due', { when: moment(cycle.dueAt) })}</span>
            <span>{t('cycle.next', { when: moment(view.nextDueAt) })}</span>
            <span>{t('cycle.zone', { zone: view.timeZone })}</span>
            {cycle.digest.issueKey !== null && (
              <span>
                {t('cycle.digest')} <IssueLink issueKey={cycle.digest.issueKey} />
              </span>
            )}
          </p>
        </div>
        <div className="cycle__actions">
          <CycleFiles cycle={cycle} />
          {cycle.state === 'open' && <CloseCycle cycle={cycle} view={view} put={put} reload={reload} />}
        </div>
      </div>
      <CycleNotices cycle={cycle} people={view.people} />
      {cycle.opening !== null && <CycleProgress cycle={cycle} opening={cycle.opening} view={view} />}
    </section>
  );
}
