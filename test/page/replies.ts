import { type Call, type Failure, type Input, type Output } from '../../src/contracts/api';
import { type ErrorCode } from '../../src/contracts/error-codes';

/** What a scripted app answers to each call: the call's output, or a refusal. */
export type Replies = { [C in Call]: (input: Input<C>) => Output<C> | Failure };

export function failure(code: ErrorCode, message: string): Failure {
  return { code, message };
}

export function isFailure(reply: object): reply is Failure {
  return 'code' in reply && 'message' in reply && Object.keys(reply).length === 2;
}
