import type { RequestIssue, RouteOut } from '../../contracts/route-outs';

const DAY_MS = 86_400_000;
/** An issue gets one comment a week at most, whatever it is about. */
export const COMMENT_EVERY_MS = 7 * DAY_MS;
/** Days that acceptance without a day counts for; after them it is asked about like any other row. */
export const ACCEPTED_FOR_DAYS = 14;
/** Weeks without an answer after which the named person is told. */
export const ESCALATE_AFTER_REMINDERS = 2;

export type CommentAbout = RequestIssue['comments'][number]['about'];

interface CommentRule {
  readonly about: CommentAbout;
  readonly when: (facts: CommentFacts) => boolean;
  readonly because: string;
}

export interface CommentFacts {
  readonly issue: RequestIssue;
  /** Its rows that are under way. */
  readonly rows: readonly RouteOut[];
  readonly now: number;
}

const remindersOf = ({ issue }: CommentFacts): number =>
  issue.comments.filter(({ about }) => about === 'reminder' || about === 'not-confirmed').length;

/** Whether a row waits for an answer now. */
const isUnanswered = ({ state, answer }: RouteOut, now: number): boolean =>
  state === 'sent' || (state === 'acknowledged' && leftAloneUntil(answer) <= now);
const isNotConfirmed = ({ state }: RouteOut): boolean => state === 'not-confirmed';

/** Nobody is reminded before a planned day is over, nor for some days of what was accepted without one. */
function leftAloneUntil(answer: RouteOut['answer']): number {
  if (answer?.says === 'accepted') return Date.parse(answer.at) + ACCEPTED_FOR_DAYS * DAY_MS;
  const until = answer?.until ?? null;
  return until === null ? 0 : Date.parse(`${until}T00:00:00Z`) + DAY_MS;
}

const unanswered = ({ rows, now }: CommentFacts): boolean => rows.some((row) => isUnanswered(row, now));
const notConfirmed = ({ rows }: CommentFacts): boolean => rows.some(isNotConfirmed);

/** The rows that a comment is about. */
export function rowsAbout(about: CommentAbout, rows: readonly RouteOut[], now: number): RouteOut[] {
  return rows.filter(
    (row) =>
      (about !== 'reminder' && isNotConfirmed(row)) || (about !== 'not-confirmed' && isUnanswered(row, now)),
  );
}

/** What an issue is commented about, the most pressing first. */
export const commentRules: readonly CommentRule[] = [
  {
    about: 'escalation',
    when: (facts) =>
      (unanswered(facts) || notConfirmed(facts)) &&
      remindersOf(facts) >= ESCALATE_AFTER_REMINDERS &&
      !facts.issue.comments.some(({ about }) => about === 'escalation'),
    because: 'Two comments brought no answer: the named person is asked to help.',
  },
  {
    about: 'not-confirmed',
    when: notConfirmed,
    because: 'It was said to be done, and the membership is still there.',
  },
  {
    about: 'reminder',
    when: unanswered,
    because: `It has been with the identity owner for a week, or was accepted ${ACCEPTED_FOR_DAYS} days ago and has no day yet.`,
  },
];

/** What to comment on an issue now; null while it has had its comment, or nothing waits. */
export function commentDue(facts: CommentFacts): CommentAbout | null {
  const { issue, now } = facts;
  if (issue.state !== 'open' && issue.state !== 'accepted') return null;
  const last = issue.comments.at(-1)?.at ?? openedAt(issue);
  if (now - Date.parse(last) < COMMENT_EVERY_MS) return null;
  return commentRules.find((rule) => rule.when(facts))?.about ?? null;
}

const openedAt = ({ steps, recordedAt }: RequestIssue): string =>
  steps.find(({ to }) => to === 'open')?.at ?? recordedAt;
