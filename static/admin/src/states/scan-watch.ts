import { type ScanProgress } from '../../../../src/contracts/views';
import { type CallApp, type PageError } from '../platform/call-app';
import { createStore, type Store } from './store';
import { afterAnswer, dataOf, type ViewState } from './view-state';

/** How often a running scan is asked for its progress, in milliseconds: brisk at first, then slower. */
const FIRST_PAUSE = 2_000;
const SLOWER_BY = 1.25;
const LONGEST_PAUSE = 10_000;

export interface ScanWatch extends Store<ViewState<ScanProgress>> {
  /** Asks once, and goes on asking while a scan runs. */
  watch: () => Promise<void>;
  /** Starts a scan; returns what stood in its way, or null. */
  start: () => Promise<PageError | null>;
}

/** Follows the scan, whoever started it; a reload finds it again because the app keeps its progress. */
export function createScanWatch(call: CallApp): ScanWatch {
  const store = createStore<ViewState<ScanProgress>>({ kind: 'loading' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let pause = FIRST_PAUSE;

  const next = (): void => {
    clearTimeout(timer);
    if (dataOf(store.get())?.state !== 'running') return;
    timer = setTimeout(() => void look(), pause);
    pause = Math.min(LONGEST_PAUSE, pause * SLOWER_BY);
  };
  const look = async (): Promise<void> => {
    const mine = ++round;
    const before = dataOf(store.get());
    const answer = await call('scan/progress', {});
    if (mine !== round) return;
    if (answer.ok && before?.phase !== answer.data.phase) pause = FIRST_PAUSE;
    store.set(seen(afterAnswer(store.get(), answer)));
    next();
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    watch: look,
    start: async () => {
      const answer = await call('scan/start', {});
      if (!answer.ok && answer.error.code !== 'SCAN_RUNNING') return answer.error;
      pause = FIRST_PAUSE;
      if (answer.ok) {
        round += 1;
        store.set(seen({ kind: 'ready', data: answer.data }));
        next();
      } else {
        await look();
      }
      return null;
    },
  };
}

function seen(state: ViewState<ScanProgress>): ViewState<ScanProgress> {
  return state.kind === 'ready' && state.data.verdict === 'partial'
    ? { kind: 'partial', data: state.data }
    : state;
}
