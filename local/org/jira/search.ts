import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import { enter, mayUseJira } from './auth';
import { parseJql } from './jql';
import { on, readJson } from './route';
import { showIssue } from './show-issue';
import type { Jira } from './state';

const readWork = { classic: 'read:jira-work', granular: ['read:issue-details:jira'] };

/** Default and largest page of search/jql. Jira Cloud reference, 2026. */
const usualPage = 50;
const largestPage = 5000;

const searchBody = z.looseObject({
  jql: z.string().default(''),
  fields: z.array(z.string()).default(['id']),
  properties: z.array(z.string()).max(5).default([]),
  maxResults: z.int().min(0).default(usualPage),
  nextPageToken: z.string().optional(),
  reconcileIssues: z.array(z.coerce.string()).max(50).default([]),
});

export function searchEndpoints(jira: Jira): Endpoint[] {
  return [
    on('POST', '/search/jql', (call) => search(jira, call, readJson(call, searchBody))),
    on('GET', '/search/jql', (call) => {
      const query = call.url.searchParams;
      const list = (name: string): string[] | undefined =>
        query.has(name) ? query.getAll(name).flatMap((value) => value.split(',')) : undefined;
      const token = query.get('nextPageToken');
      const parsed = searchBody.safeParse({
        jql: query.get('jql') ?? '',
        fields: list('fields'),
        properties: list('properties'),
        reconcileIssues: list('reconcileIssues'),
        maxResults: query.has('maxResults') ? Number(query.get('maxResults')) : undefined,
        ...(token === null ? {} : { nextPageToken: token }),
      });
      if (!parsed.success) throw new Refusal(400, '', 'The query parameters do not fit.');
      return search(jira, call, parsed.data);
    }),
  ];
}

/**
 * Search by the index, which lags behind the issues; those in reconcileIssues are looked at as they are. Without
 * `fields` only ids are told. There is no total: the last page says so.
 */
function search(jira: Jira, call: Call, asked: z.infer<typeof searchBody>): Reply {
  const visitor = enter(jira, call, readWork);
  const jql = parseJql(asked.jql);
  const fresh = new Set(asked.reconcileIssues);
  const found = mayUseJira(jira, visitor)
    ? jira
        .indexed(visitor.site, fresh)
        .filter((indexed) => jql.fits(indexed))
        .sort((a, b) => jql.compare(a, b))
    : [];
  const start = asked.nextPageToken === undefined ? 0 : readPageToken(asked.nextPageToken, asked.jql);
  const end = start + Math.min(asked.maxResults, largestPage);
  const bare = asked.fields.length === 1 && asked.fields[0] === 'id';
  const issues = found.slice(start, end).map(({ issue }) => {
    const shown = showIssue(jira, call, visitor, {
      issue,
      fields: asked.fields,
      properties: asked.properties,
    });
    return bare && asked.properties.length === 0 ? { id: issue.id } : shown;
  });
  const isLast = end >= found.length;
  return {
    status: 200,
    body: { issues, ...(isLast ? {} : { nextPageToken: pageToken(end, asked.jql) }), isLast },
  };
}

function pageToken(start: number, jql: string): string {
  return Buffer.from(JSON.stringify([start, jql])).toString('base64url');
}

function readPageToken(token: string, jql: string): number {
  try {
    const parsed = z
      .tuple([z.int().min(0), z.string()])
      .parse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
    if (parsed[1] === jql) return parsed[0];
  } catch {
    // A token that cannot be read is one that is not ours.
  }
  throw new Refusal(400, '', 'The provided next page token is invalid or expired.');
}
