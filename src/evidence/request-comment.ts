import type { RequestIssue } from '../contracts/route-outs';
import { adfDocument, bullets, mention, paragraph, text } from './adf';

export interface CommentText {
  readonly about: RequestIssue['comments'][number]['about'];
  /** People whose rows the comment is about. */
  readonly people: readonly string[];
  readonly identityOwner: string;
  /** Who is told when nobody answers; null where nobody is named. */
  readonly escalateTo: string | null;
}

const MAX_LISTED = 60;

/** What the app says in an issue, once a week at most. */
export function requestComment({
  about,
  people,
  identityOwner,
  escalateTo,
}: CommentText): Readonly<Record<string, unknown>> {
  const list = bullets(people.slice(0, MAX_LISTED).map((accountId) => [mention(accountId)]));
  switch (about) {
    case 'not-confirmed':
      return adfDocument(
        paragraph(
          mention(identityOwner),
          text(' these memberships were looked for and are still there. Is a rule putting people back?'),
        ),
        list,
      );
    case 'reminder':
      return adfDocument(
        paragraph(mention(identityOwner), text(' these people wait for your answer:')),
        list,
      );
    case 'escalation':
      return adfDocument(
        paragraph(
          ...(escalateTo === null ? [] : [mention(escalateTo), text(' ')]),
          text('there has been no answer yet. Can you help, or name somebody who can?'),
        ),
        list,
      );
  }
}

/** What stands in an issue of which there is another one. */
export function duplicateComment(kept: string): Readonly<Record<string, unknown>> {
  return adfDocument(
    paragraph(text(`This asks for the same as ${kept}, which was found later. Please go on there.`)),
  );
}
