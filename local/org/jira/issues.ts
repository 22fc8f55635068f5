import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { enter, idOfVisitor, mayUseJira, type Visitor } from './auth';
import { issueTypes, projects, statuses, transitions, type Issue, type Status } from './model';
import { showById } from './people';
import { showProject } from './projects';
import { adf, baseOf, on, readJson } from './route';
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
    on('GET', '/issue/{issueIdOrKey}/transitions', (call) => listTransitions(jira, call)),
    on('POST', '/issue/{issueIdOrKey}/transitions', (call) => moveIssue(jira, call)),
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
    duedate: fields.duedate ?? null,
    assignee: assigneeOf(jira, fields.assignee),
    creator: idOfVisitor(visitor),
    created: at,
    updated: at,
    properties: new Map(properties.map(({ key, value }) => [key, value])),
    comments: [],
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
  if (jira.world.accounts.has(accountId)) return accountId;
  throw new Refusal(400, '', '', { fields: { assignee: 'Specify a valid value for assignee' } });
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

/** An issue with the fields and properties that were asked for. */
export function showIssue(
  jira: Jira,
  call: Call,
  visitor: Visitor,
  asked: { issue: Issue; fields: readonly string[]; properties: readonly string[] },
): Record<string, unknown> {
  const { issue, fields, properties } = asked;
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
    resolution: () =>
      issue.status.category.key === 'done' ? { id: '10000', name: issue.status.name } : null,
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

function showStatus(call: Call, status: Status): unknown {
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
  issue.assignee = assignee;
  for (const { key, value } of properties) issue.properties.set(key, value);
  touch(jira, visitor, issue);
  return { status: 204 };
}

/** Something of the issue changed: search will know after its lag. */
export function touch(jira: Jira, visitor: Visitor, issue: Issue): void {
  issue.updated = jira.instant();
  jira.reindex(visitor.site, issue);
}

function deleteIssue(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, writeWork);
  const issue = findIssue(jira, visitor, call.param('issueIdOrKey'));
  issue.deleted = true;
  touch(jira, visitor, issue);
  visitor.site.issues.delete(issue.id);
  return { status: 204 };
}

function listTransitions(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, readWork);
  const issue = findIssue(jira, visitor, call.param('issueIdOrKey'));
  const open = transitions.filter(({ from }) => from.includes(issue.status));
  const shown = open.map(({ id, name, to }) => ({
    id,
    name,
    to: showStatus(call, to),
    hasScreen: false,
    isGlobal: false,
    isAvailable: true,
  }));
  return { status: 200, body: { expand: 'transitions', transitions: shown } };
}

function moveIssue(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, writeWork);
  const issue = findIssue(jira, visitor, call.param('issueIdOrKey'));
  const { transition } = readJson(
    call,
    z.looseObject({ transition: z.looseObject({ id: z.coerce.string() }) }),
  );
  const move = transitions.find(({ id, from }) => id === transition.id && from.includes(issue.status));
  if (move === undefined) {
    throw new Refusal(400, '', `Transition id '${transition.id}' is not valid for this issue.`);
  }
  issue.status = move.to;
  touch(jira, visitor, issue);
  return { status: 204 };
}
