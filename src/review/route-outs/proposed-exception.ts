import { type ExceptionClass, EXCEPTION_MAX_DAYS, type RowDecision } from '../../contracts/records';
import type { AnswerKind } from '../../contracts/route-outs';
import type { ProposedException } from '../../contracts/case-views';
import { daysUntil } from '../terms';
import { answerWords } from './read-comment';

const DAY_MS = 86_400_000;
/** Days that is proposed where the answer names no day that an exception can end on. */
const USUAL_DAYS = 90;

/** Answers that an exception follows from, and of which class; who is not the owner’s to answer for gets none. */
const classOf: Readonly<Partial<Record<AnswerKind, ExceptionClass>>> = {
  'on-leave': 'leave',
  'service-account': 'service-account',
  'needs-access': 'other',
};

/**
 * The exception that an identity owner’s answer asks for, for a person to record or not: the answer itself excepts
 * nobody. Null where the newest decision on the row is no such answer. Pure.
 */
export function proposedException(newest: RowDecision | undefined, now: number): ProposedException | null {
  if (newest?.kind !== 'route-out' || newest.state !== 'disputed' || newest.answer === null) return null;
  const { says, until, at } = newest.answer;
  const exceptionClass = classOf[says];
  if (exceptionClass === undefined) return null;
  const days = until === null ? 0 : daysUntil(until, now);
  const fits = until !== null && days >= 1 && days <= EXCEPTION_MAX_DAYS;
  const words = until === null ? answerWords[says] : `${answerWords[says]} until ${until}`;
  return {
    class: exceptionClass,
    expiresOn: fits ? until : new Date(now + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10),
    reason: `The identity owner said on ${at.slice(0, 10)}: ${words}.`,
  };
}
