import { type ReactNode } from 'react';
import { type Cycle } from '../../../../src/contracts/cycles';
import { useServices } from '../services';
import { CycleLozenge } from './cycle-lozenge';
import { tellWeek } from './cycle-week';

interface Props {
  /** Of the title, by which the review is labelled. */
  id: string;
  cycle: Cycle;
  timeZone: string;
  /** When the next one is due (RFC 3339), where that is told. */
  nextDueAt?: string;
  /** What else is told beside its dates. */
  children?: ReactNode;
}

/** Which review it is, how it stands and when it is due. */
export function CycleHeading({ id, cycle, timeZone, nextDueAt, children }: Props) {
  const { t, format } = useServices();
  return (
    <div>
      <div className="cycle__name">
        <h2 id={id} className="cycle__title">
          {t('cycle.title', { week: tellWeek(t, cycle.id) })}
        </h2>
        <CycleLozenge state={cycle.state} />
      </div>
      <p className="cycle__dates quiet">
        <span>{t('cycle.due', { when: format.fullDay(cycle.dueAt, timeZone) })}</span>
        {nextDueAt !== undefined && (
          <span>{t('cycle.next', { when: format.fullDay(nextDueAt, timeZone) })}</span>
        )}
        <span>{t('cycle.zone', { zone: timeZone })}</span>
        {children}
      </p>
    </div>
  );
}
