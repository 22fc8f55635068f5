import { renderAdf, withLocalLinks, type AdfNode } from './adf';
import { html, type Markup } from './html';
import type { IssueView, Person } from './options';

const categories = { new: 'to do', indeterminate: 'in progress', done: 'done' } as const;

function nameOf(people: Person[], accountId: string): string {
  return people.find((person) => person.accountId === accountId)?.displayName ?? accountId;
}

/** A work item, plainly: what an identity owner or a Jira admin has to see and do with it. */
export function renderIssue(issue: IssueView, people: Person[], siteUrls: string[]): Markup {
  const draw = (document: AdfNode): Markup => renderAdf(withLocalLinks(document, siteUrls));
  const { key, status, labels, transitions, comments } = issue;
  const fact = (name: string, value: string | Markup | undefined): Markup | '' =>
    value === undefined
      ? ''
      : html`<dt>${name}</dt>
          <dd>${value}</dd>`;
  const buttons = transitions.map(({ id, name }) => html`<button data-transition="${id}">${name}</button>`);
  const chips = labels.map((label) => html`<span class="label">${label}</span> `);
  const said = comments.map(
    ({ author, created, body }) =>
      html`<li>
        <b>${nameOf(people, author)}</b> <time>${created.slice(0, 16).replace('T', ' ')}</time>
        <div class="adf">${draw(body)}</div>
      </li>`,
  );
  return html`<article class="issue" data-issue="${key}">
    <p class="crumb">${issue.type ?? 'Work item'} ${key}</p>
    <h1>${issue.summary}</h1>
    <p class="state">
      <span class="status status-${status.category}" title="${categories[status.category]}"
        >${status.name}</span
      >
      ${buttons}
    </p>
    <dl>
      ${fact('Assignee', issue.assignee === undefined ? undefined : nameOf(people, issue.assignee))}
      ${fact('Reporter', issue.reporter === undefined ? undefined : nameOf(people, issue.reporter))}
      ${fact('Due', issue.dueDate)}${fact('Labels', chips.length > 0 ? html`${chips}` : undefined)}
    </dl>
    <section class="adf" aria-label="Description">
      ${issue.description ? draw(issue.description) : html`<p>No description.</p>`}
    </section>
    <h2>Comments</h2>
    <ul class="comments">
      ${said}
    </ul>
    <form id="comment">
      <label>Comment <textarea name="text" rows="3" required></textarea></label><button>Add</button>
    </form>
  </article>`;
}
