import type { CommentNode } from '../../contracts/comment';

/** Ids of boundary exceptions, as comments quote them. */
const QUOTED = /boundary-exception-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

const textOf = ({ text, content }: CommentNode): string =>
  (text ?? '') + (content ?? []).map(textOf).join(' ');

/**
 * The boundary exceptions that a comment agrees to: those whose whole id it quotes, where it says “approved” and does not
 * say “not approved”.
 */
export function approvedIn(body: CommentNode): string[] {
  const words = textOf(body).toLowerCase();
  if (!/\bapproved?\b/.test(words) || /\bnot\b[^.]*\bapproved?\b/.test(words)) return [];
  return [...new Set(words.match(QUOTED) ?? [])];
}

/** Whether a comment, as it is now, agrees to an exception. */
export const quotesException = (body: CommentNode, id: string): boolean =>
  approvedIn(body).includes(id.toLowerCase());
