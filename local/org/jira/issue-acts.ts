import { Refusal } from '../http/refusal';
import type { Change, Comment, Issue, Resolution, Status } from './model';
import type { Jira, JiraSite } from './state';

/** What happens to an issue, and by whom (account id), whether a call or a test makes it happen. */
export interface Act {
  readonly site: JiraSite;
  readonly issue: Issue;
  readonly by: string;
}

/** Comments that an issue holds at the most. Jira Cloud issue limits, 2024-07. */
const mostComments = 5000;

/** Something of the issue changed: search will know after its lag. */
export function touch(jira: Jira, site: JiraSite, issue: Issue): void {
  issue.updated = jira.instant();
  jira.reindex(site, issue);
}

/** Puts an issue into a status, with the resolution that goes with it. */
export function move(jira: Jira, act: Act, to: { status: Status; resolution: Resolution | null }): void {
  const { issue, site } = act;
  const named = (one: Status | Resolution | null): Change['to'] =>
    one === null ? null : { id: one.id, name: one.name };
  note(jira, act, { field: 'status', from: named(issue.status), to: named(to.status) });
  note(jira, act, { field: 'resolution', from: named(issue.resolution), to: named(to.resolution) });
  issue.status = to.status;
  issue.resolution = to.resolution;
  touch(jira, site, issue);
}

/** Gives an issue to somebody, or to nobody. */
export function assign(jira: Jira, act: Act, accountId: string | null): void {
  const { issue, site } = act;
  const named = (id: string | null): Change['to'] =>
    id === null ? null : { id, name: jira.world.accounts.get(id)?.facts.name ?? 'Former user' };
  note(jira, act, { field: 'assignee', from: named(issue.assignee), to: named(accountId) });
  issue.assignee = accountId;
  touch(jira, site, issue);
}

/** Says something on an issue. */
export function say(jira: Jira, { issue, site, by }: Act, body: unknown): Comment {
  if (issue.comments.length >= mostComments) {
    throw new Refusal(400, '', 'The issue has reached the limit of comments.');
  }
  const id = String(jira.nextNumber(site, 'comment', 10000));
  const comment: Comment = { id, author: by, body, created: jira.instant() };
  issue.comments.push(comment);
  touch(jira, site, issue);
  return comment;
}

function note(jira: Jira, { issue, site, by }: Act, change: Pick<Change, 'field' | 'from' | 'to'>): void {
  if (change.from?.id === change.to?.id) return;
  const id = String(jira.nextNumber(site, 'change', 10000));
  issue.changes.push({ id, at: jira.instant(), by, ...change });
}
