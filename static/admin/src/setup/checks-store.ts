import { type SetupCheck, type SetupStep } from '../../../../src/contracts/setup-checks';
import { type CallApp, type PageError } from '../platform/call-app';
import { createStore, type Store } from '../states/store';

/** The last test of a step since the page was opened. */
export interface StepTest {
  /** Whether it is under way; what the one before found is shown meanwhile. */
  running: boolean;
  /** What was set up then, as one text. */
  of: string;
  /** Null while no answer came. */
  check: SetupCheck | null;
  /** Why no answer came. */
  error: PageError | null;
}
export type StepTests = Partial<Record<SetupStep, StepTest>>;

export interface SetupChecks extends Store<StepTests> {
  /** Tests a step; `of` is what is set up now. One that is under way is not begun again. */
  test: (step: SetupStep, of: string) => Promise<void>;
}

/** Keeps what tests found for as long as the page is open, also while another tab is looked at. */
export function createSetupChecks(call: CallApp): SetupChecks {
  const store = createStore<StepTests>({});
  const keep = (step: SetupStep, test: StepTest): void => store.set({ ...store.get(), [step]: test });
  return {
    get: store.get,
    subscribe: store.subscribe,
    test: async (step, of) => {
      const before = store.get()[step];
      if (before?.running === true) return;
      keep(step, { of, check: null, error: null, ...before, running: true });
      const answer = await call('setup/check', { step });
      keep(
        step,
        answer.ok
          ? { running: false, of, check: answer.data, error: null }
          : { running: false, of, check: null, error: answer.error },
      );
    },
  };
}
