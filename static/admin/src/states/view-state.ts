import { type Answer, type PageError } from '../platform/call-app';

/**
 * What a view can be in. `stale`: shown while a newer answer is on its way (`error` null) or after it
 * failed to come. `partial`: shown, and not the whole truth.
 */
export type ViewState<T> =
  | { kind: 'loading' }
  | { kind: 'empty'; why: 'not-set-up' | 'nothing-yet' }
  | { kind: 'empty'; why: 'no-match'; total: number }
  | { kind: 'failed'; error: PageError }
  | { kind: 'stale'; data: T; error: PageError | null }
  | { kind: 'partial'; data: T }
  | { kind: 'ready'; data: T };

/** The data that a state can show, if any. */
export function dataOf<T>(state: ViewState<T>): T | null {
  return 'data' in state ? state.data : null;
}

/** The state while the same thing is asked again. */
export function askedAgain<T>(state: ViewState<T>): ViewState<T> {
  const data = dataOf(state);
  return data === null ? { kind: 'loading' } : { kind: 'stale', data, error: null };
}

/** The state after an answer; a failure keeps what was shown before, marked stale. */
export function afterAnswer<T>(before: ViewState<T>, answer: Answer<T>): ViewState<T> {
  if (answer.ok) return { kind: 'ready', data: answer.data };
  const { error } = answer;
  if (error.code === 'NOT_SET_UP' || error.code === 'KEY_MISSING')
    return { kind: 'empty', why: 'not-set-up' };
  if (error.code === 'NO_SNAPSHOT') return { kind: 'empty', why: 'nothing-yet' };
  const data = dataOf(before);
  return data === null || error.code === 'NOT_ALLOWED'
    ? { kind: 'failed', error }
    : { kind: 'stale', data, error };
}
