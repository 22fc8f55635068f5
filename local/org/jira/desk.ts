import type { Call, Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { enter, mayUseJira, type NeededScopes, type Visitor } from './auth';
import type { Issue } from './model';
import { on } from './route';
import type { Jira } from './state';

/** A call about one issue, signed in and found. */
export interface Desk {
  readonly call: Call;
  readonly visitor: Visitor;
  readonly issue: Issue;
}

/** An endpoint below one issue. */
export function atIssue(
  jira: Jira,
  method: Endpoint['method'],
  path: string,
  work: { need: NeededScopes; answer(desk: Desk): Reply | Promise<Reply> },
): Endpoint {
  return on(method, `/issue/{issueIdOrKey}${path}`, (call) => {
    const visitor = enter(jira, call, work.need);
    return work.answer({ call, visitor, issue: findIssue(jira, visitor, call.param('issueIdOrKey')) });
  });
}

/** By id or key, for who may browse; otherwise told as not there. */
export function findIssue(jira: Jira, visitor: Visitor, idOrKey: string): Issue {
  const issue =
    visitor.site.issues.get(idOrKey) ??
    [...visitor.site.issues.values()].find(({ key }) => key === idOrKey.toUpperCase());
  if (issue === undefined || issue.deleted || !mayUseJira(jira, visitor)) {
    throw new Refusal(404, '', 'Issue does not exist or you do not have permission to see it.');
  }
  return issue;
}
