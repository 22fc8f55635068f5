import { api, Failure, type Call, type Input, type Output } from '../../../../src/contracts/api';
import { type ErrorCode } from '../../../../src/contracts/error-codes';
import { type Platform } from './bridge';

/** What went wrong: a code of the contract, or what only the page can notice. */
export interface PageError {
  code: ErrorCode | 'NO_ANSWER' | 'PAGE_OUTDATED';
  /** For a person: what, where and what to do; empty where only the page noticed. */
  message: string;
}

export type Answer<T> = { ok: true; data: T } | { ok: false; error: PageError };
export type CallApp = <C extends Call>(call: C, input: Input<C>) => Promise<Answer<Output<C>>>;

/**
 * Calls the app and reads the reply by the contract. Never throws: a call that gets no answer is
 * `NO_ANSWER`, an answer that the contract does not know is `PAGE_OUTDATED`.
 */
export function callThrough(platform: Pick<Platform, 'invoke'>): CallApp {
  return async <C extends Call>(call: C, input: Input<C>): Promise<Answer<Output<C>>> => {
    let reply: unknown;
    try {
      reply = await platform.invoke(call, input);
    } catch {
      return { ok: false, error: { code: 'NO_ANSWER', message: '' } };
    }
    return readReply(call, reply);
  };
}

function readReply<C extends Call>(call: C, reply: unknown): Answer<Output<C>> {
  if (typeof reply === 'object' && reply !== null) {
    if ('data' in reply) {
      const data = api[call].output.safeParse(reply.data);
      if (data.success) return { ok: true, data: data.data as Output<C> };
    } else if ('error' in reply) {
      const error = Failure.safeParse(reply.error);
      if (error.success) return { ok: false, error: error.data };
    }
  }
  return { ok: false, error: { code: 'PAGE_OUTDATED', message: '' } };
}
