import { html, Markup } from './html';

/** A node of the Atlassian Document Format, as far as it is drawn here. */
export interface AdfNode {
  type: string;
  text?: string;
  content?: AdfNode[];
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

const safeLink = /^(https?:\/\/|mailto:|\/(?!\/)|#)/i;

function attribute(node: { attrs?: Record<string, unknown> }, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function linkTo(address: string, text: Markup): Markup {
  if (!safeLink.test(address)) return text;
  return html`<a href="${address}" rel="noopener noreferrer">${text}</a>`;
}

const marks: Record<string, (inner: Markup, mark: { attrs?: Record<string, unknown> }) => Markup> = {
  strong: (inner) => html`<strong>${inner}</strong>`,
  em: (inner) => html`<em>${inner}</em>`,
  code: (inner) => html`<code>${inner}</code>`,
  strike: (inner) => html`<s>${inner}</s>`,
  underline: (inner) => html`<u>${inner}</u>`,
  link: (inner, mark) => linkTo(attribute(mark, 'href'), inner),
};

const levels = ['1', '2', '3', '4', '5', '6'];
const panels = ['info', 'note', 'success', 'warning', 'error'];
const lozenges = ['neutral', 'purple', 'blue', 'red', 'yellow', 'green'];

const nodes: Record<string, (inner: Markup, node: AdfNode) => Markup> = {
  doc: (inner) => inner,
  paragraph: (inner) => html`<p>${inner}</p>`,
  heading: (inner, node) => {
    const level = levels.find((one) => one === attribute(node, 'level')) ?? '2';
    return html`<h${level}>${inner}</h${level}>`;
  },
  bulletList: (inner) =>
    html`<ul>
      ${inner}
    </ul>`,
  orderedList: (inner, node) =>
    html`<ol start="${attribute(node, 'order') || '1'}">
      ${inner}
    </ol>`,
  listItem: (inner) => html`<li>${inner}</li>`,
  taskList: (inner) =>
    html`<ul class="tasks">
      ${inner}
    </ul>`,
  taskItem: (inner, node) => html`<li>${attribute(node, 'state') === 'DONE' ? '☑ ' : '☐ '}${inner}</li>`,
  decisionList: (inner) =>
    html`<ul class="tasks">
      ${inner}
    </ul>`,
  decisionItem: (inner) => html`<li>⤷ ${inner}</li>`,
  table: (inner) =>
    html`<div class="wide" tabindex="0">
      <table>
        <tbody>
          ${inner}
        </tbody>
      </table>
    </div>`,
  tableRow: (inner) =>
    html`<tr>
      ${inner}
    </tr>`,
  tableHeader: (inner, node) => html`<th ${spans(node)}>${inner}</th>`,
  tableCell: (inner, node) => html`<td ${spans(node)}>${inner}</td>`,
  blockquote: (inner) => html`<blockquote>${inner}</blockquote>`,
  codeBlock: (inner) => html`<pre tabindex="0"><code>${inner}</code></pre>`,
  panel: (inner, node) => {
    const type = panels.find((one) => one === attribute(node, 'panelType')) ?? 'info';
    return html`<div class="panel panel-${type}">${inner}</div>`;
  },
  expand: (inner, node) =>
    html`<details open>
      <summary>${attribute(node, 'title')}</summary>
      ${inner}
    </details>`,
  rule: () => html`<hr />`,
  hardBreak: () => html`<br />`,
  mention: (_inner, node) => html`<span class="mention">@${attribute(node, 'text').replace(/^@/, '')}</span>`,
  emoji: (_inner, node) => html`${attribute(node, 'text') || attribute(node, 'shortName')}`,
  status: (_inner, node) => {
    const color = lozenges.find((one) => one === attribute(node, 'color')) ?? 'neutral';
    return html`<span class="status lozenge-${color}">${attribute(node, 'text')}</span>`;
  },
  date: (_inner, node) => {
    const day = dateOf(attribute(node, 'timestamp'));
    return html`<time datetime="${day}">${day}</time>`;
  },
  inlineCard: (_inner, node) => linkTo(attribute(node, 'url'), html`${attribute(node, 'url')}`),
  text: (_inner, node) =>
    (node.marks ?? []).reduce<Markup>(
      (inner, mark) => (Object.hasOwn(marks, mark.type) ? marks[mark.type]!(inner, mark) : inner),
      html`${node.text ?? ''}`,
    ),
};

function spans(node: AdfNode): Markup {
  const of = (name: string): Markup | undefined =>
    Number(node.attrs?.[name] ?? 1) > 1 ? html` ${name}="${attribute(node, name)}"` : undefined;
  return html`${of('colspan')}${of('rowspan')}`;
}

function dateOf(timestamp: string): string {
  const at = new Date(Number(timestamp));
  return Number.isNaN(at.getTime()) ? timestamp : at.toISOString().slice(0, 10);
}

/** Draws a document; a node that is not known says its type and keeps its content, so that nothing is hidden. */
export function renderAdf(node: AdfNode): Markup {
  const inner = new Markup((node.content ?? []).map((child) => renderAdf(child).text).join(''));
  const draw = Object.hasOwn(nodes, node.type) ? nodes[node.type] : undefined;
  return draw
    ? draw(inner, node)
    : html`<div class="unknown" title="${node.type}">[${node.type}] ${inner}</div>`;
}

/** The same document with its highest heading at a level, so that the page around it keeps one order of headings. */
export function withHeadingsFrom(level: number, document: AdfNode): AdfNode {
  const levelOf = (node: AdfNode): number => Number(node.attrs?.['level'] ?? 1);
  const levelsIn = (node: AdfNode): number[] => [
    ...(node.type === 'heading' ? [levelOf(node)] : []),
    ...(node.content ?? []).flatMap(levelsIn),
  ];
  const shift = level - Math.min(...levelsIn(document));
  const shifted = (node: AdfNode): AdfNode => ({
    ...node,
    ...(node.type === 'heading'
      ? { attrs: { ...node.attrs, level: Math.min(6, levelOf(node) + shift) } }
      : {}),
    ...(node.content ? { content: node.content.map(shifted) } : {}),
  });
  return shifted(document);
}

/** Links of the shown sites lead to the local product instead, which plays them. */
export function withLocalLinks(node: AdfNode, siteUrls: string[]): AdfNode {
  const local = (attrs: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(attrs).map(([name, value]) => {
        const site = siteUrls.find((one) => typeof value === 'string' && value.startsWith(`${one}/`));
        return [name, site === undefined ? value : (value as string).slice(site.length)];
      }),
    );
  return {
    ...node,
    ...(node.attrs ? { attrs: local(node.attrs) } : {}),
    ...(node.content ? { content: node.content.map((child) => withLocalLinks(child, siteUrls)) } : {}),
    ...(node.marks
      ? { marks: node.marks.map((mark) => (mark.attrs ? { ...mark, attrs: local(mark.attrs) } : mark)) }
      : {}),
  };
}
