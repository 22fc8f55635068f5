import '../styles/review.css';
import { type CycleView } from '../../../../src/contracts/review-views';
import { Empty } from '../parts/empty';
import { StateView } from '../parts/state-view';
import { useWays } from '../parts/use-ways';
import { type ReviewRoute } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { ChangedSources } from './changed-sources';
import { CycleHeader } from './cycle-header';
import { EarlierCycles } from './earlier-cycles';
import { Queue } from './queue';
import { EndingSoon } from './ending-soon';
import { Voided } from './voided';
import { PastReview } from './past-review';
import { WhatChanged } from './what-changed';

/** The review of the week: how it stands, what changed, what is to be decided, and the reviews before it; or one of these. */
export function ReviewTab({ route }: { route: ReviewRoute }) {
  return route.past === null ? (
    <ReviewNow route={route} />
  ) : (
    <PastReview key={route.past} cycleId={route.past} />
  );
}

function ReviewNow({ route }: { route: ReviewRoute }) {
  const answer = useAnswer('cycle/get', {});
  const reload = (): void => void answer.load();
  return (
    <StateView state={useStore(answer)} retry={reload} skeletonRows={8}>
      {(view) => <ReviewBody view={view} route={route} put={answer.put} reload={reload} />}
    </StateView>
  );
}

interface Props {
  view: CycleView;
  route: ReviewRoute;
  put: (view: CycleView) => void;
  reload: () => void;
}

function ReviewBody({ view, route, put, reload }: Props) {
  const { t, format } = useServices();
  const wayTo = useWays();
  const { cycle, nextDueAt, timeZone } = view;
  if (cycle === null) {
    const due = format.fullMoment(nextDueAt, timeZone);
    return (
      <Empty
        title={t('cycle.none.title')}
        body={t('cycle.none.body', { due, zone: timeZone })}
        action={wayTo('sources')}
      />
    );
  }
  return (
    <div className="review">
      <CycleHeader cycle={cycle} view={view} put={put} reload={reload} />
      {cycle.opening?.waterfall !== null && cycle.opening !== null && (
        <WhatChanged waterfall={cycle.opening.waterfall} />
      )}
      {cycle.opening !== null && cycle.opening.endingSoon.length > 0 && (
        <EndingSoon ending={cycle.opening.endingSoon} />
      )}
      {cycle.opening !== null && cycle.opening.voided.length > 0 && <Voided voided={cycle.opening.voided} />}
      {cycle.opening !== null && cycle.opening.sourcesChanged.length > 0 && (
        <ChangedSources changed={cycle.opening.sourcesChanged} />
      )}
      {cycle.opening !== null && view.open !== null && (
        <Queue part={route.part} open={view.open} opening={cycle.opening} />
      )}
      {view.earlier.length > 0 && <EarlierCycles view={view} />}
    </div>
  );
}
