import { renderAdf, withHeadingsFrom, withLocalLinks, type AdfNode } from './adf';
import { html, type Markup } from './html';
import type { IssueStatus, IssueView } from './options';

const categories = { new: 'to do', indeterminate: 'in progress', done: 'done' } as const;

function lozenge({ name, category }: IssueStatus): Markup {
  return html`<span class="status status-${category}" title="${categories[category]}">${name}</span>`;
}

function fact(name: string, value: string | Markup | undefined): Markup | '' {
  if (value === undefined) return '';
  return html`<dt>${name}</dt>
    <dd>${value}</dd>`;
}

/** Where one tries a loop by hand: says something, or moves the work item, as one of the people. */
function answerForm({ speakers, transitions }: IssueView, visitor: string): Markup {
  const people = speakers.map(
    ({ accountId, displayName }) =>
      html`<option value="${accountId}" ${accountId === visitor ? html` selected` : ''}>
        ${displayName}
      </option>`,
  );
  const choice = html`<label
    >Speak as
    <select name="as">
      ${people}
    </select></label
  >`;
  const moves = transitions.map(
    ({ id, name }) => html`<button type="button" data-transition="${id}">${name}</button>`,
  );
  return html`<form id="answer" aria-label="Answer">
    ${speakers.length > 0 ? choice : ''}
    <label>Comment <textarea name="text" rows="3"></textarea></label>
    <p><button>Add comment</button>${moves}</p>
    <p class="hint">A comment that is typed in is added before the work item moves.</p>
  </form>`;
}

/** A work item, plainly: what an identity owner or a Jira admin has to see and do with it. */
export function renderIssue(issue: IssueView, frame: { siteUrls: string[]; visitor: string }): Markup {
  const draw = (document: AdfNode): Markup =>
    renderAdf(withHeadingsFrom(3, withLocalLinks(document, frame.siteUrls)));
  const { key, status, labels, links, comments } = issue;
  const chips = labels.map((label) => html`<span class="label">${label}</span> `);
  const linked = links.map(
    (link) =>
      html`<li>
        ${link.relation} <a href="/browse/${link.key}">${link.key}</a> ${link.summary} ${lozenge(link.status)}
      </li>`,
  );
  const said = comments.map(
    ({ author, byApp, created, body }) =>
      html`<li>
        <b>${author}</b> ${byApp ? html`<span class="label">app</span>` : ''}
        <time datetime="${created}">${created.slice(0, 16).replace('T', ' ')}</time>
        <div class="adf">${draw(body)}</div>
      </li>`,
  );
  const list = (name: string, items: Markup[]): Markup =>
    html`<ul class="${name}">
      ${items}
    </ul>`;
  return html`<article class="issue" data-issue="${key}">
    <p class="crumb">${issue.type ?? 'Work item'} ${key}</p>
    <h1>${issue.summary}</h1>
    <p class="state">${lozenge(status)}</p>
    <dl>
      ${fact('Resolution', issue.resolution)}${fact('Assignee', issue.assignee ?? 'nobody')}
      ${fact('Reporter', issue.reporter)}${fact('Due', issue.dueDate)}
      ${fact('Labels', chips.length > 0 ? html`${chips}` : undefined)}
    </dl>
    <h2>Description</h2>
    <div class="adf">${issue.description ? draw(issue.description) : html`<p>No description.</p>`}</div>
    ${linked.length > 0 ? html`<h2>Linked work items</h2>` : ''}
    ${linked.length > 0 ? list('links', linked) : ''}
    <h2>Comments</h2>
    ${said.length > 0 ? list('comments', said) : html`<p>No comments.</p>`}
    ${answerForm(issue, frame.visitor)}
  </article>`;
}
