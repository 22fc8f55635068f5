import type { ErrorCode } from '../contracts/error-codes';
import { ApiError, LongWait } from '../atlassian/errors';
import { EvidenceBroken } from './ports';

/** A refusal that the person who asked can understand: what, where, what to do. */
export class UseCaseError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The refusal that any failure amounts to; null for a defect. */
export function asRefusal(error: unknown): UseCaseError | null {
  if (error instanceof UseCaseError) return error;
  if (error instanceof LongWait) {
    return new UseCaseError(
      'ORG_UNREACHABLE',
      'The organization API gave no useful answer in time. Try again in a few minutes.',
    );
  }
  if (error instanceof EvidenceBroken) {
    return new UseCaseError(
      'EVIDENCE_BROKEN',
      'The evidence chain does not hold, so nothing tells what was decided.',
    );
  }
  return error instanceof ApiError ? explainApiError(error) : null;
}

/** What a failed call to the organization API means to the person who asked. */
export function explainApiError(error: ApiError): UseCaseError {
  switch (error.failure) {
    case 'refused':
      return new UseCaseError('KEY_REFUSED', error.message);
    case 'unreachable':
      return new UseCaseError('ORG_UNREACHABLE', error.message);
    case 'shape':
    case 'cursor-refused':
    case 'rejected':
      return new UseCaseError('ANSWER_NOT_UNDERSTOOD', error.message);
    case 'not-found':
      return new UseCaseError('NOT_FOUND', error.message);
  }
}
