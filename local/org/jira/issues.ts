import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { enter, idOfVisitor, mayUseJira } from './auth';
import { findIssue } from './desk';
import { assign, touch } from './issue-acts';
import { issueTypes, projects, statuses, type Issue } from './model';
import { isActive } from './people';
import { adf, baseOf, on, readJson } from './route';
import { showIssue } from './show-issue';
import type { Jira } from './state';

const writeWork = { classic: 'write:jira-work', granular: ['write:issue:jira'] };
const readWork = { classic: 'read:jira-work', granular: ['read:issue:jira'] };

/** Longest summary, in characters. Jira Cloud, system field limits. */
const longestSummary = 255;

export function issueEndpoints(jira: Jira): Endpoint[] {
  return [
    on('POST', '/issue', (call) => createIssue(jira, call)),
    on('GET', '/issue/{issueIdOrKey}', (call) => readIssue(jira, call)),
    on('PUT', '/issue/{issueIdOrKey}', (call) => editIssue(jira, call)),
    on('DELETE', '/issue/{issueIdOrKey}', (call) => deleteIssue(jira, call)),
  ];
}

const byIdOr = (other: string): z.ZodType<Record<string, string>> =>
  z
    .record(z.string(), z.string())
    .refine((value) => 'id' in value || other in value, { error: `id or ${other} is required` });

const label = z.string().refine((text) => text !== '' && !/\s/.test(text), {
  error: 'The label contains spaces which is invalid.',
});

/** Fields that are on the screens; any other is refused, as Jira does. */
const editable = z.strictObject({
  summary: z
    .string()
    .min(1, { error: 'You must specify a summary of the issue.' })
    .max(longestSummary, { error: `Summary can't exceed ${String(longestSummary)} characters.` })
    .refine((text) => !text.includes('\n'), {
      error: 'The summary is invalid because it contains newline characters.',
    })
    .optional(),
  description: adf.nullish(),
  labels: z.array(label).optional(),
  duedate: z.iso.date().nullish(),
  assignee: z.union([z.object({ accountId: z.string() }), z.object({ id: z.string() })]).nullish(),
  issuetype: byIdOr('name').optional(),
  priority: z.unknown().optional(),
});
const creatable = editable.extend({
  project: byIdOr('key'),
  issuetype: byIdOr('name'),
  summary: editable.shape.summary.unwrap(),
});
const propertyList = z.array(z.object({ key: z.string().min(1).max(255), value: z.unknown() }));

/** A body's fields, with Jira's own words for a field that is not on the screen. */
function readFields<Shape extends z.ZodType>(
  call: Call,
  fields: Shape,
): { fields: z.infer<Shape>; properties: z.infer<typeof propertyList> } {
  const outer = readJson(
    call,
    z.looseObject({
      fields: z.record(z.string(), z.unknown()).default({}),
      properties: propertyList.default([]),
    }),
  );
  const parsed = fields.safeParse(outer.fields);
  if (parsed.success) return { fields: parsed.data, properties: outer.properties };
  const wrong: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        wrong[key] = `Field '${key}' cannot be set. It is not on the appropriate screen, or unknown.`;
      }
    } else {
      const missing = issue.code === 'invalid_type' && !(String(issue.path[0]) in outer.fields);
      wrong[String(issue.path[0])] = missing ? `${String(issue.path[0])} is required` : issue.message;
    }
  }
  throw new Refusal(400, '', 'Invalid fields.', { fields: wrong });
}

function createIssue(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, writeWork);
  const { fields, properties } = readFields(call, creatable);
  const project = projects.find(
    ({ id, key }) => id === fields.project['id'] || key === fields.project['key'],
  );
  if (project === undefined || !mayUseJira(jira, visitor)) {
    throw new Refusal(400, '', '', { fields: { project: 'valid project is required' } });
  }
  const { site } = visitor;
  const at = jira.instant();
  const issue: Issue = {
    id: String(jira.nextNumber(site, 'issue', 10000)),
    key: `${project.key}-${String(jira.nextNumber(site, project.key, 1))}`,
    project,
    issueType: typeOf(fields.issuetype),
    summary: fields.summary,
    description: fields.description ?? null,
    labels: [...new Set(fields.labels ?? [])].sort(),
    status: statuses.toDo,
    resolution: null,
    duedate: fields.duedate ?? null,
    assignee: assigneeOf(jira, fields.assignee),
    creator: idOfVisitor(visitor),
    created: at,
    updated: at,
    properties: new Map(properties.map(({ key, value }) => [key, value])),
    comments: [],
    changes: [],
    links: [],
    attachments: [],
    remoteLinks: [],
    deleted: false,
  };
  site.issues.set(issue.id, issue);
  jira.reindex(site, issue);
  return { status: 201, body: { id: issue.id, key: issue.key, self: `${baseOf(call)}/issue/${issue.id}` } };
}

function typeOf(asked: Record<string, string>): (typeof issueTypes)[number] {
  const type = issueTypes.find(({ id, name }) => id === asked['id'] || name === asked['name']);
  if (type === undefined)
    throw new Refusal(400, '', '', { fields: { issuetype: 'The issue type selected is invalid.' } });
  return type;
}

function assigneeOf(
  jira: Jira,
  asked: { accountId: string } | { id: string } | null | undefined,
): string | null {
  if (asked == null) return null;
  const accountId = 'accountId' in asked ? asked.accountId : asked.id;
  const account = jira.world.accounts.get(accountId);
  if (account === undefined) {
    throw new Refusal(400, '', '', { fields: { assignee: 'Specify a valid value for assignee' } });
  }
  if (isActive(account)) return accountId;
  const words = `User '${accountId}' cannot be assigned issues.`;
  throw new Refusal(400, '', '', { fields: { assignee: words } });
}

function readIssue(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, readWork);
  const issue = findIssue(jira, visitor, call.param('issueIdOrKey'));
  const query = call.url.searchParams;
  const fields = query.getAll('fields').flatMap((value) => value.split(','));
  const properties = query.getAll('properties').flatMap((value) => value.split(','));
  return {
    status: 200,
    body: showIssue(jira, call, visitor, {
      issue,
      fields: fields.length === 0 ? ['*all'] : fields,
      properties,
    }),
  };
}

function editIssue(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, writeWork);
  const issue = findIssue(jira, visitor, call.param('issueIdOrKey'));
  const { fields, properties } = readFields(call, editable);
  const type = fields.issuetype === undefined ? issue.issueType : typeOf(fields.issuetype);
  const assignee = fields.assignee === undefined ? issue.assignee : assigneeOf(jira, fields.assignee);
  issue.summary = fields.summary ?? issue.summary;
  if (fields.description !== undefined) issue.description = fields.description;
  if (fields.labels !== undefined) issue.labels = [...new Set(fields.labels)].sort();
  if (fields.duedate !== undefined) issue.duedate = fields.duedate;
  issue.issueType = type;
  if (assignee !== issue.assignee)
    assign(jira, { site: visitor.site, issue, by: idOfVisitor(visitor) }, assignee);
  for (const { key, value } of properties) issue.properties.set(key, value);
  touch(jira, visitor.site, issue);
  return { status: 204 };
}

function deleteIssue(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, writeWork);
  const issue = findIssue(jira, visitor, call.param('issueIdOrKey'));
  issue.deleted = true;
  touch(jira, visitor.site, issue);
  visitor.site.issues.delete(issue.id);
  return { status: 204 };
}
