import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { enter } from './auth';
import { findIssue } from './desk';
import { touch } from './issue-acts';
import type { Issue } from './model';
import { baseOf, on, readJson } from './route';
import type { Jira } from './state';

const read = { classic: 'read:jira-work', granular: ['read:issue-link-type:jira'] };
const write = { classic: 'write:jira-work', granular: ['write:issue-link:jira'] };

/** Links between issues of a site. */
export function linkEndpoints(jira: Jira): Endpoint[] {
  return [
    on('GET', '/issueLinkType', (call) => listTypes(jira, call)),
    on('POST', '/issueLink', (call) => link(jira, call)),
  ];
}

function listTypes(jira: Jira, call: Call): Reply {
  enter(jira, call, read);
  const issueLinkTypes = jira.linkTypes.map((type) => ({
    ...type,
    self: `${baseOf(call)}/issueLinkType/${type.id}`,
  }));
  return { status: 200, body: { issueLinkTypes } };
}

const issueAt = z.looseObject({ key: z.string().optional(), id: z.string().optional() });
const linkBody = z.looseObject({
  type: z.looseObject({ name: z.string().optional(), id: z.string().optional() }),
  inwardIssue: issueAt,
  outwardIssue: issueAt,
});

/** Made once: the same link again is answered as if it were new. */
function link(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, write);
  const body = readJson(call, linkBody);
  const asked = body.type.name ?? body.type.id ?? '';
  const type = jira.linkTypes.find(({ id, name }) => asked === (body.type.name === undefined ? id : name));
  if (type === undefined) throw new Refusal(404, '', `No issue link type with name '${asked}' found.`);
  const [inward, outward] = [body.inwardIssue, body.outwardIssue].map(({ key, id }) =>
    findIssue(jira, visitor, key ?? id ?? ''),
  ) as [Issue, Issue];
  if (inward === outward) throw new Refusal(400, '', 'You cannot link an issue to itself.');
  const known = inward.links.some(
    (one) => one.type.id === type.id && one.other === 'outward' && one.issueId === outward.id,
  );
  if (known) return { status: 201 };
  const id = String(jira.nextNumber(visitor.site, 'link', 10000));
  inward.links.push({ id, type, other: 'outward', issueId: outward.id });
  outward.links.push({ id, type, other: 'inward', issueId: inward.id });
  touch(jira, visitor.site, inward);
  touch(jira, visitor.site, outward);
  return { status: 201 };
}
