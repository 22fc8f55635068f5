import type { CommentNode } from '../../contracts/comment';
import type { AnswerKind } from '../../contracts/route-outs';

/*
 * Answers in a comment: a person’s name, as a mention, and one of a few words, one person to a line. “All done”
 * answers for everybody. Anything else in a comment is for people, and answers nothing.
 */

export interface Said {
  /** Null for everybody whom the issue asks about. */
  readonly accountId: string | null;
  readonly says: AnswerKind;
  /** `YYYY-MM-DD`. */
  readonly until: string | null;
}

/** The words that stand for each answer, as the issue itself offers them. */
export const answerWords: Readonly<Record<AnswerKind, string>> = {
  done: 'done',
  'needs-access': 'needs access',
  'on-leave': 'on leave',
  'service-account': 'service account',
  'not-mine': 'not mine',
  accepted: 'accepted',
  planned: 'planned',
};

/** Blocks that hold a line of text each. */
const LINES: readonly string[] = ['paragraph', 'heading'];

interface Line {
  readonly mentions: readonly string[];
  readonly text: string;
}

function linesOf(node: CommentNode): Line[] {
  if (!LINES.includes(node.type)) return (node.content ?? []).flatMap(linesOf);
  const lines: { mentions: string[]; text: string }[] = [{ mentions: [], text: '' }];
  for (const { type, text, attrs } of node.content ?? []) {
    const line = lines.at(-1)!;
    if (type === 'hardBreak') lines.push({ mentions: [], text: '' });
    else if (type === 'mention' && attrs?.id !== undefined) line.mentions.push(attrs.id);
    else if (type === 'date' && attrs?.timestamp !== undefined) line.text += dayOf(attrs.timestamp);
    else line.text += text ?? '';
  }
  return lines;
}

/** The day of a date node, whose timestamp is UTC milliseconds in a text. */
function dayOf(timestamp: string): string {
  const at = new Date(Number(timestamp));
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}

const DAY = /\b\d{4}-\d{2}-\d{2}\b/;

/** The day that words name; null where they name none, or one that no calendar has, such as 30 February. */
function dayIn(words: string): string | null {
  const day = DAY.exec(words)?.[0] ?? '';
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

function saidIn({ mentions, text }: Line): Said[] {
  const words = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const found = (Object.keys(answerWords) as AnswerKind[]).filter((kind) => {
    const rest = words.replace(/^[:,.\-–—\s]+/, '').replace(/^all\b[:,\s]*/, '');
    return rest === answerWords[kind] || new RegExp(`^${answerWords[kind]}[\\s.,;:!–—-]`).test(rest);
  });
  const [says] = found;
  if (says === undefined) return [];
  const until = dayIn(words);
  if (mentions.length > 0) return mentions.map((accountId) => ({ accountId, says, until }));
  return /^all\b/.test(words) ? [{ accountId: null, says, until }] : [];
}

/** What a comment answers, in its order; empty where it is no answer. */
export function readComment(body: CommentNode): Said[] {
  return linesOf(body).flatMap(saidIn);
}
