import type { Answer, AnswerKind, RouteOut } from '../../contracts/route-outs';
import { type MoveName, stepFor } from '../states/machine';
import { type Actor, refusalOf, take } from '../states/step';
import { recordStates } from '../states/tables';
import { ACCEPTED_FOR_DAYS } from './reminders';

interface AnswerRule {
  readonly move: MoveName;
  /** What becomes of it, told to whoever decides. */
  readonly because: string;
}

/** What each answer of an identity owner does to a row. None of them removes or keeps anything by itself. */
export const answerRules: Readonly<Record<AnswerKind, AnswerRule>> = {
  done: {
    move: 'claim-done',
    because: 'It is checked after a day, or after two syncs of the provider where those take longer.',
  },
  accepted: {
    move: 'acknowledge',
    because: `The identity owner does it, without a day: nobody is reminded for ${ACCEPTED_FOR_DAYS} days.`,
  },
  planned: {
    move: 'acknowledge',
    because: 'Nobody is reminded before that day.',
  },
  'needs-access': {
    move: 'dispute',
    because: 'The person needs the access: to be excepted, or kept.',
  },
  'on-leave': {
    move: 'dispute',
    because: 'The person is away: to be excepted for the leave.',
  },
  'service-account': {
    move: 'dispute',
    because: 'It is no person: to be excepted and protected.',
  },
  'not-mine': {
    move: 'dispute',
    because: 'Somebody else owns the group: another identity owner has to be found.',
  },
};

/** Whether a row stays as taken on as it is: a day is named or moves, or taking it on becomes an answer. */
function staysTakenOn({ state, answer }: RouteOut, says: AnswerKind): boolean {
  return state === 'acknowledged' && (says === 'planned' || (says === 'accepted' && answer === null));
}

/** Whether a person may give an answer on a row as it stands. */
export function mayAnswer(record: RouteOut, says: AnswerKind, actor: Actor): boolean {
  // Whoever may say that it is done may say when.
  const move = staysTakenOn(record, says) ? 'claim-done' : answerRules[says].move;
  return refusalOf(record, move, actor) === null;
}

/** The row after an answer; null where the row, as it stands, takes no such answer. */
export function answered(record: RouteOut, answer: Answer): RouteOut | null {
  const { move } = answerRules[answer.says];
  if (staysTakenOn(record, answer.says)) return { ...record, answer };
  if (stepFor(recordStates['route-out'], record.state, move) === null) return null;
  const until = answer.until === null ? '' : ` until ${answer.until}`;
  const note = `${answer.says}${until}, said on the ${answer.through}`;
  return { ...take(record, move, { at: answer.at, by: answer.by, note }), answer };
}
