import type { Call } from '../http/endpoint';
import type { Visitor } from './auth';
import type { Desk } from './desk';
import type { Comment, Issue, Status } from './model';
import { showById } from './people';
import { showProject } from './projects';
import { baseOf } from './route';
import type { Jira, JiraSite } from './state';

/** An issue with the fields and properties that were asked for. */
export function showIssue(
  jira: Jira,
  call: Call,
  visitor: Visitor,
  asked: { issue: Issue; fields: readonly string[]; properties: readonly string[] },
): Record<string, unknown> {
  const { issue, fields, properties } = asked;
  const desk: Desk = { call, visitor, issue };
  const all = fields.includes('*all') || fields.includes('*navigable');
  const person = (id: string): unknown => showById(jira, call, visitor.site, id);
  const known: Record<string, () => unknown> = {
    summary: () => issue.summary,
    description: () => issue.description,
    labels: () => issue.labels,
    status: () => showStatus(call, issue.status),
    issuetype: () => ({ self: `${baseOf(call)}/issuetype/${issue.issueType.id}`, ...issue.issueType }),
    project: () => showProject(call, issue.project),
    assignee: () => (issue.assignee === null ? null : person(issue.assignee)),
    creator: () => person(issue.creator),
    reporter: () => person(issue.creator),
    created: () => issue.created,
    updated: () => issue.updated,
    duedate: () => issue.duedate,
    resolution: () => issue.resolution,
    issuelinks: () => showLinks(call, visitor.site, issue),
    // Not a navigable field: in search it is told only where it is asked for by name.
    ...(fields.includes('*navigable') ? {} : { comment: () => showComments(jira, desk) }),
    attachment: () =>
      issue.attachments.map(({ id, filename, content, mimeType }) => ({
        id,
        filename,
        size: content.length,
        mimeType,
      })),
  };
  const wanted = Object.keys(known).filter(
    (name) => (all || fields.includes(name)) && !fields.includes(`-${name}`),
  );
  const held = properties.includes('*all') ? [...issue.properties.keys()] : properties;
  return {
    id: issue.id,
    self: `${baseOf(call)}/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(wanted.map((name) => [name, known[name]?.()])),
    ...(properties.length === 0
      ? {}
      : {
          properties: Object.fromEntries(
            held.flatMap((key) => (issue.properties.has(key) ? [[key, issue.properties.get(key)]] : [])),
          ),
        }),
  };
}

/** A status with its category, as Jira shows it everywhere. */
export function showStatus(call: Call, status: Status): unknown {
  const { id, key, name } = status.category;
  return {
    self: `${baseOf(call)}/status/${status.id}`,
    id: status.id,
    name: status.name,
    description: '',
    iconUrl: '',
    statusCategory: {
      self: `${baseOf(call)}/statuscategory/${String(id)}`,
      id,
      key,
      name,
      colorName: 'blue-gray',
    },
  };
}

/** A comment with its author; the account type tells people from apps. */
export function showComment(jira: Jira, { call, visitor, issue }: Desk, comment: Comment): unknown {
  const author = showById(jira, call, visitor.site, comment.author);
  return {
    self: `${baseOf(call)}/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: comment.body,
    updateAuthor: author,
    created: comment.created,
    updated: comment.created,
    jsdPublic: true,
  };
}

/** All comments, as they come with the issue itself. */
function showComments(jira: Jira, desk: Desk): unknown {
  const comments = desk.issue.comments.map((comment) => showComment(jira, desk, comment));
  const self = `${baseOf(desk.call)}/issue/${desk.issue.id}/comment`;
  return { comments, self, maxResults: comments.length, total: comments.length, startAt: 0 };
}

/** Links as this issue holds them: the other one stands inward or outward. */
function showLinks(call: Call, site: JiraSite, issue: Issue): unknown[] {
  return issue.links.flatMap(({ id, type, other, issueId }) => {
    const linked = site.issues.get(issueId);
    if (linked === undefined) return [];
    const shown = {
      id: linked.id,
      key: linked.key,
      self: `${baseOf(call)}/issue/${linked.id}`,
      fields: { summary: linked.summary, status: showStatus(call, linked.status) },
    };
    return [
      {
        id,
        self: `${baseOf(call)}/issueLink/${id}`,
        type: { ...type, self: `${baseOf(call)}/issueLinkType/${type.id}` },
        ...(other === 'inward' ? { inwardIssue: shown } : { outwardIssue: shown }),
      },
    ];
  });
}
