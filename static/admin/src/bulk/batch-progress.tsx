import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { useEffect, useRef } from 'react';
import { StateView } from '../parts/state-view';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';
import { BatchResults } from './batch-results';
import { TakeBack } from './take-back';
import { TakenBack } from './taken-back';

interface Props {
  batchId: string;
  /** Of the title of the form that takes it back; one below the part of the page that it stands in. */
  level?: 2 | 4;
  /** Shows another decision in its place; null for the form, for those who are still open. */
  show: (batchId: string | null) => void;
}

/** How far a decision on many is; it goes on when the panel is closed, and its address finds it again. */
export function BatchProgress({ batchId, level = 4, show }: Props) {
  const { t, batches } = useServices();
  const state = useStore(batches).get(batchId) ?? { kind: 'loading' };
  useEffect(() => batches.follow(batchId), [batches, batchId]);
  const place = useRef<HTMLDivElement>(null);
  // The form that began it is gone: the focus stays where the result will stand.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={place} tabIndex={-1} className="batch">
      <StateView state={state} retry={() => batches.follow(batchId)} skeletonRows={2}>
        {(batch) => {
          const done = batch.recorded + batch.refused;
          return (
            <>
              <p role="status">
                {batch.state === 'running'
                  ? t(batch.takesBack ? 'take-back.running' : 'batch.running', { done, count: batch.total })
                  : t(batch.takesBack ? 'take-back.done' : 'batch.done', { count: batch.recorded })}{' '}
                {batch.refused > 0 && t('batch.refused', { count: batch.refused })}
              </p>
              {batch.state === 'running' && (
                <ProgressBar ariaLabel={t('batch.bar')} value={batch.total === 0 ? 0 : done / batch.total} />
              )}
              <BatchResults batch={batch} />
              <TakenBack batch={batch} show={show} />
              {batch.left > 0 && <TakeBack batch={batch} level={level} begun={show} />}
            </>
          );
        }}
      </StateView>
      {(state.kind === 'failed' || dataOf(state)?.state === 'done') && (
        <Button onClick={() => show(null)}>{t('batch.again')}</Button>
      )}
    </div>
  );
}
