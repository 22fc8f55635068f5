import { type BatchView } from '../../../../src/contracts/review-views';
import { type CallApp } from '../platform/call-app';
import { createStore, type Store } from './store';
import { afterAnswer, dataOf, type ViewState } from './view-state';

/** How often a running bulk is asked for its progress, in milliseconds: brisk at first, then slower. */
const FIRST_PAUSE = 1_000;
const SLOWER_BY = 1.5;
const LONGEST_PAUSE = 5_000;

/** The bulks that were begun or looked at here, by their id. */
export interface BatchWatch extends Store<ReadonlyMap<string, ViewState<BatchView>>> {
  /** Takes the bulk that was just begun, and follows it. */
  begun: (batch: BatchView) => void;
  /** Asks for a bulk by its id, and goes on asking while it runs; one that is through may be taken back meanwhile. */
  follow: (batchId: string) => void;
}

/** Follows bulks to their end, whether anybody looks or not; `ended` is told when one is through. */
export function createBatchWatch(call: CallApp, ended: () => void): BatchWatch {
  const store = createStore<ReadonlyMap<string, ViewState<BatchView>>>(new Map());
  const put = (id: string, state: ViewState<BatchView>): void =>
    store.set(new Map(store.get()).set(id, state));
  const look = async (id: string, pause: number): Promise<void> => {
    const before = store.get().get(id) ?? { kind: 'loading' };
    const answer = await call('batches/get', { batchId: id });
    put(id, afterAnswer(before, answer));
    if (!answer.ok) return;
    if (answer.data.state === 'running') next(id, Math.min(LONGEST_PAUSE, pause * SLOWER_BY));
    else if (dataOf(before)?.state === 'running') ended();
  };
  const next = (id: string, pause: number): void => void setTimeout(() => void look(id, pause), pause);
  return {
    get: store.get,
    subscribe: store.subscribe,
    begun: (batch) => {
      put(batch.id, { kind: 'ready', data: batch });
      if (batch.state === 'running') next(batch.id, FIRST_PAUSE);
      else ended();
    },
    follow: (id) => {
      const known = store.get().get(id);
      if (known?.kind === 'loading' || (known?.kind === 'ready' && known.data.state === 'running')) return;
      put(id, known ?? { kind: 'loading' });
      void look(id, FIRST_PAUSE);
    },
  };
}
