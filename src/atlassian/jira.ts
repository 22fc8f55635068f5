import { z } from 'zod';
import type { CommentNode } from '../contracts/comment';
import type { HttpAnswer } from '../contracts/ports';
import { IssueKey, IssueTypeId, ProjectKey } from '../contracts/ids';
import type { JiraIssueType, JiraProject, Person } from '../contracts/views';
import { ApiError, type ApiFailure } from './errors';
import { oneLine } from './one-line';
import {
  Account,
  Comments,
  Created,
  CreatedComment,
  Found,
  Issue,
  IssueTypes,
  Nothing,
  People,
  Permissions,
  Projects,
  ServerInfo,
} from './schemas/jira';

type Method = 'GET' | 'POST' | 'PUT';

/** Sends one request to this site's Jira as the person who clicked. `path` is built here, from checked ids only. */
export type JiraSend = (request: { method: Method; path: string; body: unknown }) => Promise<HttpAnswer>;

/** What Jira is asked: as the person who clicked, or as the app for what nobody clicked. */
export interface JiraApi {
  administers(): Promise<boolean>;
  /** Where the site is, such as `https://acme.atlassian.net`. */
  siteUrl(): Promise<string>;
  searchPeople(text: string): Promise<Person[]>;
  projects(): Promise<JiraProject[]>;
  issueTypes(projectKey: string): Promise<JiraIssueType[]>;
  /** Null: there is no such account (any more). A closed one is answered as not active, or not at all. */
  person(accountId: string): Promise<{ readonly active: boolean } | null>;
  /**
   * Keys of the issues that carry a label, oldest first, one page of them. Search lags behind what was created:
   * an issue that is missing here may be there all the same.
   */
  findIssuesByLabel(projectKey: string, label: string): Promise<string[]>;
  createIssue(issue: NewIssue): Promise<string>;
  /** An issue as it is now, not as search knows it. Throws `not-found` where it was deleted or hidden. */
  issue(key: string): Promise<JiraIssue>;
  /** Comments that were written at a time or after it (null: all), oldest first. */
  comments(key: string, since: string | null): Promise<JiraComment[]>;
  /** Gives the id of the comment. */
  addComment(key: string, body: AdfDocument): Promise<string>;
  /** Every watcher gets an e-mail of it: to be called only where something changes. */
  updateDescription(
    key: string,
    change: { readonly summary: string; readonly description: AdfDocument },
  ): Promise<void>;
  /** Gives an issue to an account. Throws `rejected` where that account cannot be assigned issues there. */
  assign(key: string, accountId: string): Promise<void>;
  /**
   * Marks an issue as a duplicate of another one; a link that is there already stays the only one. Throws
   * `not-found` or `rejected` where the site has no links of the type Duplicate.
   */
  linkDuplicate(key: string, duplicateOfKey: string): Promise<void>;
}

/** A document in the Atlassian Document Format. */
export type AdfDocument = Readonly<Record<string, unknown>>;

export interface JiraIssue {
  /** Not the key that was asked for where the issue was moved to another project. */
  readonly key: string;
  readonly status: string;
  readonly statusCategory: 'new' | 'indeterminate' | 'done';
  readonly resolution: string | null;
  /** Account id. */
  readonly assignee: string | null;
  /** ISO, UTC. */
  readonly updated: string;
}

export interface JiraComment {
  readonly id: string;
  /** Account id; null where Jira names nobody. */
  readonly authorId: string | null;
  /** `atlassian`, `app` (automation too), `customer` or `unknown`; null where Jira names nobody. */
  readonly authorType: string | null;
  /** ISO, UTC. */
  readonly created: string;
  /** Null where it cannot be read. */
  readonly body: CommentNode | null;
}

export interface NewIssue {
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly summary: string;
  readonly description: AdfDocument;
  readonly labels: readonly string[];
  readonly assignee?: string;
  /** Kept with the issue in the same request; holds no personal data. */
  readonly property: { readonly key: string; readonly value: Readonly<Record<string, unknown>> };
}

const PAGE = 50;
/** Largest page of comments (Jira Cloud REST v3). */
const COMMENT_PAGE = 100;
/** An issue holds 5,000 comments at the most (Jira Cloud issue limits, 2024-07): a longer walk is a defect. */
const COMMENT_PAGES = 50;
/** Labels are ours, but JQL is text: nothing that could end the quotes ever enters it. */
const Label = z.string().regex(/^[A-Za-z0-9-]{1,255}$/);

/** Jira as Seatpath uses it. Every call is listed in docs/operate.md with the scope it needs. */
export function jiraApi(send: JiraSend): JiraApi {
  async function ask<T>(method: Method, path: string, answer: z.ZodType<T>, body?: unknown): Promise<T> {
    const endpoint = `${method} ${path.split('?')[0]}`;
    const response = await send({ method, path, body }).catch((error: unknown) => {
      const said = error instanceof Error ? error.message : String(error);
      throw new ApiError('unreachable', endpoint, `no answer (${oneLine(said)})`);
    });
    if (response.status >= 300) {
      const detail = `Jira answered ${response.status}${wordsOf(response.text)}`;
      throw new ApiError(failureOf(response.status), endpoint, detail, response.status);
    }
    const parsed = answer.safeParse(parseJson(response.text));
    if (parsed.success) return parsed.data;
    throw new ApiError(
      'shape',
      endpoint,
      `the answer cannot be read: ${z.prettifyError(parsed.error).split('\n')[0]}`,
    );
  }

  async function findIssuesByLabel(projectKey: string, label: string): Promise<string[]> {
    const jql = `project = "${ProjectKey.parse(projectKey)}" AND labels = "${Label.parse(label)}" ORDER BY created ASC`;
    const body = { jql, fields: ['labels'], maxResults: PAGE };
    const { issues } = await ask('POST', '/rest/api/3/search/jql', Found, body);
    return issues.map(({ key }) => key);
  }

  /** Newest first and page by page, until one is older: what comes in meanwhile only shows an item twice. */
  async function comments(key: string, since: string | null): Promise<JiraComment[]> {
    const from = since === null ? -Infinity : Date.parse(since);
    const found = new Map<string, JiraComment>();
    for (let page = 0, start = 0; page < COMMENT_PAGES; page += 1) {
      const query = `startAt=${start}&maxResults=${COMMENT_PAGE}&orderBy=-created`;
      const answer = await ask('GET', `${issuePath(key)}/comment?${query}`, Comments);
      const recent = answer.comments.filter(({ created }) => Date.parse(created) >= from);
      for (const { id, author, created, body } of recent) {
        const [authorId, authorType] = [author?.accountId ?? null, author?.accountType ?? null];
        found.set(id, { id, authorId, authorType, created, body });
      }
      start += answer.comments.length;
      const isLast = answer.comments.length === 0 || start >= answer.total;
      if (isLast || recent.length < answer.comments.length) break;
    }
    return [...found.values()].reverse();
  }

  return {
    async administers() {
      const { permissions } = await ask(
        'GET',
        '/rest/api/3/mypermissions?permissions=ADMINISTER',
        Permissions,
      );
      return permissions['ADMINISTER']?.havePermission === true;
    },
    async siteUrl() {
      return (await ask('GET', '/rest/api/3/serverInfo', ServerInfo)).baseUrl;
    },
    async searchPeople(text) {
      const query = new URLSearchParams({ query: text, maxResults: '20' }).toString();
      const people = await ask('GET', `/rest/api/3/user/search?${query}`, People);
      return people.map((person) => ({ accountId: person.accountId, name: person.displayName ?? null }));
    },
    async projects() {
      const { values } = await ask(
        'GET',
        `/rest/api/3/project/search?maxResults=${PAGE}&orderBy=name`,
        Projects,
      );
      return values.map(({ key, name }) => ({ key, name }));
    },
    async issueTypes(projectKey) {
      const path = `/rest/api/3/issue/createmeta/${ProjectKey.parse(projectKey)}/issuetypes`;
      const { issueTypes } = await ask('GET', path, IssueTypes);
      return issueTypes.filter((type) => type.subtask !== true).map(({ id, name }) => ({ id, name }));
    },
    async person(accountId) {
      const query = new URLSearchParams({ accountId }).toString();
      try {
        const account = await ask('GET', `/rest/api/3/user?${query}`, Account);
        // A deleted account whose record is damaged is answered under this id (Jira Cloud REST v3, User).
        return account.accountId === 'unknown' ? null : { active: account.active };
      } catch (error) {
        if (error instanceof ApiError && error.failure === 'not-found') return null;
        throw error;
      }
    },
    findIssuesByLabel,
    async createIssue(issue) {
      return (await ask('POST', '/rest/api/3/issue', Created, issueBody(issue))).key;
    },
    async issue(key) {
      const path = `${issuePath(key)}?fields=status,resolution,assignee,updated`;
      const { fields, key: now } = await ask('GET', path, Issue);
      return {
        key: now,
        status: fields.status.name,
        statusCategory: fields.status.statusCategory.key,
        resolution: fields.resolution?.name ?? null,
        assignee: fields.assignee?.accountId ?? null,
        updated: fields.updated,
      };
    },
    comments,
    async addComment(key, body) {
      return (await ask('POST', `${issuePath(key)}/comment`, CreatedComment, { body })).id;
    },
    async updateDescription(key, { summary, description }) {
      await ask('PUT', issuePath(key), Nothing, { fields: { summary, description } });
    },
    async assign(key, accountId) {
      await ask('PUT', issuePath(key), Nothing, { fields: { assignee: { accountId } } });
    },
    async linkDuplicate(key, duplicateOfKey) {
      // Read from the inward issue to the outward one: “key duplicates duplicateOfKey”.
      await ask('POST', '/rest/api/3/issueLink', Nothing, {
        type: { name: 'Duplicate' },
        inwardIssue: { key: IssueKey.parse(key) },
        outwardIssue: { key: IssueKey.parse(duplicateOfKey) },
      });
    },
  };
}

function failureOf(status: number): ApiFailure {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'not-found';
  return status === 429 || status >= 500 ? 'unreachable' : 'rejected';
}

function issuePath(key: string): string {
  return `/rest/api/3/issue/${IssueKey.parse(key)}`;
}

function issueBody(issue: NewIssue): unknown {
  return {
    fields: {
      project: { key: ProjectKey.parse(issue.projectKey) },
      issuetype: { id: IssueTypeId.parse(issue.issueTypeId) },
      summary: issue.summary,
      description: issue.description,
      labels: issue.labels,
      ...(issue.assignee === undefined ? {} : { assignee: { accountId: issue.assignee } }),
    },
    properties: [issue.property],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Jira's own words, from `errorMessages` and `errors`. */
function wordsOf(text: string): string {
  const body = parseJson(text) as { errorMessages?: unknown; errors?: unknown } | undefined;
  const messages: unknown[] = Array.isArray(body?.errorMessages) ? body.errorMessages : [];
  const fields: unknown[] =
    typeof body?.errors === 'object' && body.errors !== null ? Object.values(body.errors) : [];
  const words = [...messages, ...fields].filter((word): word is string => typeof word === 'string');
  return words.length === 0 ? '' : ` (${words.join(' ').replace(/\s+/g, ' ').slice(0, 200)})`;
}
