import '../styles/charts.css';
import '../styles/overview.css';
import { lazy, Suspense } from 'react';
import { CoverageMeter } from '../parts/coverage-meter';
import { Skeleton } from '../parts/skeleton';
import { StateView } from '../parts/state-view';
import { type OverviewRoute } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { NumberCards } from './number-cards';
import { OwnerHistory } from './owner-history';
import { RootCauses } from './root-causes';
import { Standouts } from './standouts';

const SeatFlows = lazy(() => import('./seat-flows').then((m) => ({ default: m.SeatFlows })));

/** Where the seats come from, what stands out, and how far the work is: the page to begin with. */
export function OverviewTab({ route }: { route: OverviewRoute }) {
  const { t } = useServices();
  const answer = useAnswer('overview/get', {});
  return (
    <StateView state={useStore(answer)} retry={() => void answer.load()}>
      {(overview) => (
        <div className="overview">
          <NumberCards overview={overview} />
          <Standouts standouts={overview.standouts} first={route.at === 'standouts'} />
          <RootCauses review={overview.review} />
          <section className="overview__part" aria-labelledby="flows-title">
            <div className="title-row">
              <h2 id="flows-title" className="overview__title">
                {t('flows.title')}
              </h2>
              <CoverageMeter />
            </div>
            <p className="quiet">{t('flows.body')}</p>
            <Suspense fallback={<Skeleton rows={4} tall />}>
              <SeatFlows flows={overview.flows} />
            </Suspense>
          </section>
          <OwnerHistory history={overview.history} />
        </div>
      )}
    </StateView>
  );
}
