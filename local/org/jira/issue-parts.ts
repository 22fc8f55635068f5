import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { enter, idOfVisitor, type NeededScopes } from './auth';
import { atIssue, findIssue, type Desk } from './desk';
import { touch } from './issue-acts';
import type { Attachment, RemoteLink } from './model';
import { showById } from './people';
import { baseOf, on, readJson } from './route';
import type { Jira } from './state';

/** Largest value of an issue property, in characters of its JSON. Jira Cloud entity properties. */
const largestProperty = 32_768;

const read: NeededScopes = { classic: 'read:jira-work', granular: ['read:issue:jira'] };
const write: NeededScopes = { classic: 'write:jira-work', granular: ['write:issue:jira'] };
const writeProperty: NeededScopes = { classic: 'write:jira-work', granular: ['write:issue.property:jira'] };
const writeFile: NeededScopes = { classic: 'write:jira-work', granular: ['write:attachment:jira'] };
const writeLink: NeededScopes = { classic: 'write:jira-work', granular: ['write:issue.remote-link:jira'] };

export function issuePartEndpoints(jira: Jira): Endpoint[] {
  const at = (method: Endpoint['method'], path: string, work: Parameters<typeof atIssue>[3]): Endpoint =>
    atIssue(jira, method, path, work);
  return [
    at('GET', '/properties', { need: read, answer: listProperties }),
    at('GET', '/properties/{propertyKey}', { need: read, answer: readProperty }),
    at('PUT', '/properties/{propertyKey}', {
      need: writeProperty,
      answer: (desk) => setProperty(jira, desk),
    }),
    at('DELETE', '/properties/{propertyKey}', {
      need: writeProperty,
      answer: (desk) => deleteProperty(jira, desk),
    }),
    at('POST', '/attachments', { need: writeFile, answer: (desk) => attach(jira, desk) }),
    at('GET', '/remotelink', { need: read, answer: listLinks }),
    at('POST', '/remotelink', { need: writeLink, answer: (desk) => linkRemotely(jira, desk) }),
    at('DELETE', '/remotelink', { need: write, answer: (desk) => unlinkRemotely(jira, desk) }),
    on('GET', '/attachment/content/{id}', (call) => readAttachment(jira, call)),
  ];
}

function listProperties({ call, issue }: Desk): Reply {
  const keys = [...issue.properties.keys()].map((key) => ({
    self: `${baseOf(call)}/issue/${issue.id}/properties/${key}`,
    key,
  }));
  return { status: 200, body: { keys } };
}

function readProperty({ call, issue }: Desk): Reply {
  const key = call.param('propertyKey');
  if (!issue.properties.has(key)) throw new Refusal(404, '', `The property '${key}' was not found.`);
  return { status: 200, body: { key, value: issue.properties.get(key) } };
}

/** 201 for a new property, 200 for a changed one. */
function setProperty(jira: Jira, { call, visitor, issue }: Desk): Reply {
  const value = readJson(call, z.json());
  if (call.text.length > largestProperty) {
    throw new Refusal(400, '', `The property value must not exceed ${String(largestProperty)} characters.`);
  }
  const isNew = !issue.properties.has(call.param('propertyKey'));
  issue.properties.set(call.param('propertyKey'), value);
  touch(jira, visitor.site, issue);
  return { status: isNew ? 201 : 200, body: {} };
}

function deleteProperty(jira: Jira, { call, visitor, issue }: Desk): Reply {
  if (!issue.properties.delete(call.param('propertyKey')))
    throw new Refusal(404, '', 'The property was not found.');
  touch(jira, visitor.site, issue);
  return { status: 204 };
}

/** Uploads need the header that says they are meant: without it Jira takes them for a forged form. */
async function attach(jira: Jira, { call, visitor, issue }: Desk): Promise<Reply> {
  if (call.headers.get('x-atlassian-token') !== 'no-check') throw new Refusal(403, '', 'XSRF check failed');
  const form = await call.form();
  const files = form.getAll('file').flatMap((entry) => (typeof entry === 'string' ? [] : [entry]));
  if (files.length === 0) throw new Refusal(400, '', "The form has no part named 'file'.");
  const added: Attachment[] = [];
  for (const file of files) {
    added.push({
      id: String(jira.nextNumber(visitor.site, 'attachment', 10000)),
      author: idOfVisitor(visitor),
      filename: file.name,
      mimeType: file.type === '' ? 'application/octet-stream' : file.type,
      content: new Uint8Array(await file.arrayBuffer()),
      created: jira.instant(),
    });
  }
  issue.attachments.push(...added);
  touch(jira, visitor.site, issue);
  const body = added.map(({ id, author, filename, mimeType, content, created }) => ({
    self: `${baseOf(call)}/attachment/${id}`,
    id,
    filename,
    author: showById(jira, call, visitor.site, author),
    created,
    size: content.length,
    mimeType,
    content: `${baseOf(call)}/attachment/content/${id}`,
  }));
  return { status: 200, body };
}

function readAttachment(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, read);
  const all = [...visitor.site.issues.values()].flatMap((issue) =>
    issue.attachments.map((file) => ({ issue, file })),
  );
  const found = all.find(({ file }) => file.id === call.param('id'));
  if (found === undefined) throw new Refusal(404, '', 'The attachment was not found.');
  findIssue(jira, visitor, found.issue.id);
  return { status: 200, body: found.file.content, headers: { 'content-type': found.file.mimeType } };
}

function showLink({ call, issue }: Desk, link: RemoteLink): unknown {
  return {
    id: link.id,
    self: `${baseOf(call)}/issue/${issue.key}/remotelink/${String(link.id)}`,
    ...(link.globalId === undefined ? {} : { globalId: link.globalId }),
    ...(link.relationship === undefined ? {} : { relationship: link.relationship }),
    object: link.object,
  };
}

/** All links, or the one with a global id. */
function listLinks(desk: Desk): Reply {
  const globalId = desk.call.url.searchParams.get('globalId');
  if (globalId === null)
    return { status: 200, body: desk.issue.remoteLinks.map((link) => showLink(desk, link)) };
  const link = desk.issue.remoteLinks.find((one) => one.globalId === globalId);
  if (link === undefined) throw new Refusal(404, '', 'The remote link was not found.');
  return { status: 200, body: showLink(desk, link) };
}

const linkBody = z.looseObject({
  globalId: z.string().max(255).optional(),
  relationship: z.string().optional(),
  object: z.looseObject({
    url: z.string().min(1, { error: "'url' is required." }),
    title: z.string().min(1, { error: "'title' is required." }),
  }),
});

/** The same global id again changes the link that is there (200) instead of making another (201). */
function linkRemotely(jira: Jira, { call, visitor, issue }: Desk): Reply {
  const body = readJson(call, linkBody);
  const known =
    body.globalId === undefined
      ? undefined
      : issue.remoteLinks.find(({ globalId }) => globalId === body.globalId);
  const link: RemoteLink = known ?? {
    id: jira.nextNumber(visitor.site, 'remotelink', 10000),
    globalId: body.globalId,
    relationship: undefined,
    object: {},
  };
  link.relationship = body.relationship;
  link.object = body.object;
  if (known === undefined) issue.remoteLinks.push(link);
  touch(jira, visitor.site, issue);
  const self = `${baseOf(call)}/issue/${issue.key}/remotelink/${String(link.id)}`;
  return { status: known === undefined ? 201 : 200, body: { id: link.id, self } };
}

function unlinkRemotely(jira: Jira, { call, visitor, issue }: Desk): Reply {
  const globalId = call.url.searchParams.get('globalId');
  const at = issue.remoteLinks.findIndex((link) => link.globalId === globalId);
  if (globalId === null || at === -1) throw new Refusal(404, '', 'The remote link was not found.');
  issue.remoteLinks.splice(at, 1);
  touch(jira, visitor.site, issue);
  return { status: 204 };
}
