import { type SetupStep } from '../../../../src/contracts/setup-checks';
import { type SetupView } from '../../../../src/contracts/views';
import { type CallApp, type PageError } from '../platform/call-app';
import { type AnswerStore } from '../states/answer-store';
import { createStore, type Store } from '../states/store';
import { dataOf } from '../states/view-state';

/** The test of a step since the page was opened; what it showed stands in setup. */
export interface StepTest {
  running: boolean;
  /** Why the last one brought no answer. */
  error: PageError | null;
}
export type StepTests = Partial<Record<SetupStep, StepTest>>;

export interface SetupChecks extends Store<StepTests> {
  /** Tests a step. One that is under way is not begun again. */
  test: (step: SetupStep) => Promise<void>;
}

/** Tests steps for as long as the page is open, also while another tab is looked at. */
export function createSetupChecks(call: CallApp, setup: AnswerStore<SetupView>): SetupChecks {
  const store = createStore<StepTests>({});
  const keep = (step: SetupStep, test: StepTest): void => store.set({ ...store.get(), [step]: test });
  return {
    get: store.get,
    subscribe: store.subscribe,
    test: async (step) => {
      if (store.get()[step]?.running === true) return;
      keep(step, { running: true, error: null });
      const answer = await call('setup/check', { step });
      const view = dataOf(setup.get());
      if (answer.ok && view !== null) {
        const others = view.checks.filter((check) => check.step !== step);
        setup.put({ ...view, checks: [...others, answer.data] });
      }
      keep(step, { running: false, error: answer.ok ? null : answer.error });
    },
  };
}
