import { z } from 'zod';
import type { Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { idOfVisitor } from './auth';
import { atIssue, type Desk } from './desk';
import { say } from './issue-acts';
import { adf, readJson, readStart } from './route';
import { showComment } from './show-issue';
import type { Jira } from './state';

/** Default and largest page. Jira Cloud REST v3. */
const largestPage = 100;

const read = { classic: 'read:jira-work', granular: ['read:comment:jira'] };
const write = { classic: 'write:jira-work', granular: ['write:comment:jira'] };

export function commentEndpoints(jira: Jira): Endpoint[] {
  return [
    atIssue(jira, 'GET', '/comment', { need: read, answer: (desk) => listComments(jira, desk) }),
    atIssue(jira, 'POST', '/comment', { need: write, answer: (desk) => addComment(jira, desk) }),
  ];
}

/** One page by position, oldest first unless asked the other way round. */
function listComments(jira: Jira, desk: Desk): Reply {
  const { startAt, maxResults } = readStart(desk.call, largestPage, largestPage);
  // A plus in an address is a space.
  const order = (desk.call.url.searchParams.get('orderBy') ?? 'created').trim();
  if (order !== 'created' && order !== '-created') {
    throw new Refusal(400, '', `Comments cannot be ordered by '${order}'.`);
  }
  const { comments } = desk.issue;
  const ordered = order === 'created' ? comments : comments.toReversed();
  const page = ordered.slice(startAt, startAt + maxResults);
  const shown = page.map((comment) => showComment(jira, desk, comment));
  return { status: 200, body: { startAt, maxResults, total: comments.length, comments: shown } };
}

function addComment(jira: Jira, desk: Desk): Reply {
  const { body } = readJson(desk.call, z.looseObject({ body: adf }));
  const { issue, visitor } = desk;
  const comment = say(jira, { site: visitor.site, issue, by: idOfVisitor(visitor) }, body);
  return { status: 201, body: showComment(jira, desk, comment) };
}
