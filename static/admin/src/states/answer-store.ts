import { type Call, type Input, type Output } from '../../../../src/contracts/api';
import { type CallApp } from '../platform/call-app';
import { createStore, type Store } from './store';
import { afterAnswer, askedAgain, type ViewState } from './view-state';

/** The answer of one call with one input, kept and asked again on demand. */
export interface AnswerStore<T> extends Store<ViewState<T>> {
  load: () => Promise<void>;
  /** Takes what another call already brought, e.g. the setup after saving. */
  put: (data: T) => void;
}

export function createAnswer<C extends Call>(
  call: CallApp,
  name: C,
  input: Input<C>,
): AnswerStore<Output<C>> {
  const store = createStore<ViewState<Output<C>>>({ kind: 'loading' });
  let asked = 0;
  return {
    ...store,
    load: async () => {
      const mine = ++asked;
      store.set(askedAgain(store.get()));
      const answer = await call(name, input);
      if (mine === asked) store.set(afterAnswer(store.get(), answer));
    },
    put: (data) => {
      asked += 1;
      store.set({ kind: 'ready', data });
    },
  };
}
