import { type ChainCheck, type CheckPlace, type Misfit } from '../../../../src/contracts/evidence-views';
import { type CallApp, type PageError } from '../platform/call-app';
import { createStore, type Store } from '../states/store';

/** Between two pieces, in milliseconds: 20 pieces of 100 reads a minute leave half of the app's reads to others. */
const PAUSE = 3_000;

/** A check of the evidence chain, as far as it is. */
export interface ChainProgress {
  running: boolean;
  /** The part that is gone through now. */
  of: ChainCheck['of'];
  done: number;
  total: number;
  /** Links and records that were there when each was gone through. */
  links: number;
  records: number;
  /** When the first and the last link were made; null where none tells. */
  first: string | null;
  last: string | null;
  misfit: Misfit | null;
  /** Where it goes on; null at its end. */
  next: CheckPlace | null;
  /** What stopped it; it can go on. */
  error: PageError | null;
}

export interface ChainWatch extends Store<ChainProgress | null> {
  /** Checks the chain to its end; goes on where a failure stopped it, else begins anew. */
  check: () => void;
}

const BEGUN: ChainProgress = {
  running: true,
  of: 'links',
  done: 0,
  total: 0,
  links: 0,
  records: 0,
  first: null,
  last: null,
  misfit: null,
  next: null,
  error: null,
};

/** Goes through the chain piece by piece, whether anybody looks or not. */
export function createChainWatch(call: CallApp): ChainWatch {
  const store = createStore<ChainProgress | null>(null);
  const step = async (so: ChainProgress): Promise<void> => {
    store.set(so);
    const answer = await call('evidence/check', { at: so.next });
    const now: ChainProgress = answer.ok
      ? after(so, answer.data)
      : { ...so, running: false, error: answer.error };
    store.set(now);
    if (!now.running || now.next === null) return;
    // The records follow the links at once: a small chain is through in a moment.
    setTimeout(() => void step(now), now.of === 'links' && now.next.of === 'records' ? 0 : PAUSE);
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    check: () => {
      const so = store.get();
      if (so?.running === true) return;
      void step(so === null || so.error === null ? BEGUN : { ...so, running: true, error: null });
    },
  };
}

function after(so: ChainProgress, piece: ChainCheck): ChainProgress {
  const { of, done, total, first, last, misfit, next } = piece;
  return {
    running: next !== null,
    of,
    done,
    total,
    links: of === 'links' ? total : so.links,
    records: of === 'records' ? total : so.records,
    first: so.first ?? first,
    last: last ?? so.last,
    misfit,
    next,
    error: null,
  };
}
