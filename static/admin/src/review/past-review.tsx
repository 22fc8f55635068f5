import { Empty } from '../parts/empty';
import { StateView } from '../parts/state-view';
import { toQueue } from '../route/route';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { useAnswer } from '../states/use-answer';
import { PastBody } from './past-body';

/** A review that has ended, at an address of its own. */
export function PastReview({ cycleId }: { cycleId: string }) {
  const { t, routes } = useServices();
  const answer = useAnswer('cycle/past', { cycleId });
  const state = useStore(answer);
  const toNow = { label: t('past.to-now'), run: () => routes.go(toQueue('queue')) };
  const isUnknown =
    state.kind === 'failed' && (state.error.code === 'NOT_FOUND' || state.error.code === 'BAD_INPUT');
  if (isUnknown) {
    return <Empty title={t('past.unknown.title')} body={t('past.unknown.body')} action={toNow} />;
  }
  return (
    <div className="review">
      <p>
        <button type="button" className="link" onClick={toNow.run}>
          {toNow.label}
        </button>
      </p>
      <StateView state={state} retry={() => void answer.load()} skeletonRows={8}>
        {(past) => <PastBody past={past} />}
      </StateView>
    </div>
  );
}
