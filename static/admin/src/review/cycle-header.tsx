import { useId } from 'react';
import { type Cycle } from '../../../../src/contracts/cycles';
import { type CycleView } from '../../../../src/contracts/review-views';
import { IssueLink } from '../parts/issue-link';
import { useServices } from '../services';
import { CloseCycle } from './close-cycle';
import { CycleFiles } from './cycle-files';
import { CycleHeading } from './cycle-heading';
import { CycleNotices } from './cycle-notices';
import { CycleProgress } from './cycle-progress';

interface Props {
  cycle: Cycle;
  view: CycleView;
  put: (view: CycleView) => void;
  reload: () => void;
}

/** Which review it is, when it is due, how it stands, and the way to close it. */
export function CycleHeader({ cycle, view, put, reload }: Props) {
  const { t } = useServices();
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <div className="cycle__head">
        <CycleHeading id={id} cycle={cycle} timeZone={view.timeZone} nextDueAt={view.nextDueAt}>
          {cycle.digest.issueKey !== null && (
            <span>
              {t('cycle.digest')} <IssueLink issueKey={cycle.digest.issueKey} />
            </span>
          )}
        </CycleHeading>
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
