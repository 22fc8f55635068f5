import { useId } from 'react';
import { type PastCycle } from '../../../../src/contracts/review-views';
import { Figures } from '../parts/figures';
import { nameOf } from '../parts/names';
import { useServices } from '../services';
import { ChangedSources } from './changed-sources';
import { CycleFiles } from './cycle-files';
import { CycleHeading } from './cycle-heading';
import { CycleNotices } from './cycle-notices';
import { CycleProgress } from './cycle-progress';
import { PastItems } from './past-items';
import { Voided } from './voided';
import { WhatChanged } from './what-changed';

/** What a review came to: who ended it and when, its figures, its items, and what it had found when it opened. */
export function PastBody({ past }: { past: PastCycle }) {
  const { t, format } = useServices();
  const id = useId();
  const { cycle, people, timeZone } = past;
  const { opening, ending } = cycle;
  return (
    <div className="review">
      <section className="card" aria-labelledby={id}>
        <div className="cycle__head">
          <CycleHeading id={id} cycle={cycle} timeZone={timeZone} />
          <CycleFiles cycle={cycle} />
        </div>
        <CycleNotices cycle={cycle} people={people} />
        {ending !== null && (
          <>
            <Figures
              figures={[
                { name: t('earlier.decided'), value: ending.items.decided },
                { name: t('earlier.carried'), value: ending.items.undecided },
                { name: t('earlier.rows'), value: ending.decidedRows },
                { name: t('past.decisions'), value: ending.decisions },
              ]}
            />
            {ending.decidedBy.length > 0 && (
              <p>
                {t('past.decided-by', {
                  people: format.list(ending.decidedBy.map((by) => nameOf(t, people, by))),
                })}
              </p>
            )}
          </>
        )}
        {opening !== null && <CycleProgress cycle={cycle} opening={opening} view={{ progress: null }} />}
      </section>
      {opening !== null && <PastItems past={past} />}
      {opening !== null && opening.waterfall !== null && <WhatChanged waterfall={opening.waterfall} />}
      {opening !== null && opening.voided.length > 0 && <Voided voided={opening.voided} />}
      {opening !== null && opening.sourcesChanged.length > 0 && (
        <ChangedSources changed={opening.sourcesChanged} />
      )}
    </div>
  );
}
