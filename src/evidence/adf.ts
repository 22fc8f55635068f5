/*
 * The few nodes of the Atlassian Document Format that Seatpath's issues use. Text only ever becomes a
 * text node, so a name can bring neither a mention nor a link into an issue. Tests hold every document
 * against Atlassian's own schema.
 */

export interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: { readonly href: string } }[];
}

/** Longest text taken from outside; a group name is shorter, and nothing longer helps a reader. */
const MAX_TEXT = 255;

/** What could make a line read as another: control and direction characters, and halves of a pair. */
const TREACHEROUS = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text without treacherous characters, `most` characters (UTF-16) at the longest. */
export function plain(text: string, most = MAX_TEXT): string {
  const cleaned = text.replace(TREACHEROUS, ' ');
  return cleaned.length > most ? `${cleaned.slice(0, most - 1).replace(/\p{Cs}$/u, '')}…` : cleaned;
}

export const text = (words: string): AdfNode => ({ type: 'text', text: words === '' ? ' ' : words });
export const strong = (words: string): AdfNode => ({ ...text(words), marks: [{ type: 'strong' }] });
/** Words of ours that lead to an address of the site or of a rule’s source; never to one that came from outside. */
export const link = (words: string, href: string): AdfNode => ({
  ...text(words),
  marks: [{ type: 'link', attrs: { href } }],
});
export const mention = (accountId: string): AdfNode => ({
  type: 'mention',
  attrs: { id: accountId, text: '' },
});
export const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });
export const heading = (words: string): AdfNode => ({
  type: 'heading',
  attrs: { level: 3 },
  content: [text(words)],
});
export const bullets = (items: readonly (readonly AdfNode[])[]): AdfNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(...item)] })),
});

export function table(
  header: readonly string[],
  rows: readonly (readonly (readonly AdfNode[])[])[],
): AdfNode {
  const cell = (type: string, content: readonly AdfNode[]): AdfNode => ({
    type,
    attrs: {},
    content: [paragraph(...content)],
  });
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: header.map((words) => cell('tableHeader', [strong(words)])) },
      ...rows.map((row) => ({ type: 'tableRow', content: row.map((content) => cell('tableCell', content)) })),
    ],
  };
}

export function adfDocument(...content: AdfNode[]): Readonly<Record<string, unknown>> {
  return { version: 1, type: 'doc', content };
}
