import { ApiError, LongWait } from '../../../atlassian/errors';

/** Why a key could not be shown to work. One that could not be tried is not refused: of it nothing is known. */
export type KeyFailure = 'refused' | 'not-found' | 'untried' | 'not-understood';

/** What a failed read says of the key that it was made with. Throws on what no answer or silence of Atlassian's is. */
export function failureOf(error: unknown): KeyFailure {
  if (error instanceof LongWait) return 'untried';
  if (!(error instanceof ApiError)) throw error;
  switch (error.failure) {
    case 'refused':
    case 'not-found':
      return error.failure;
    case 'unreachable':
      return 'untried';
    case 'shape':
    case 'rejected':
    case 'cursor-refused':
      return 'not-understood';
  }
}
