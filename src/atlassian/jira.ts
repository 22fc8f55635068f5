import { z } from 'zod';
import type { HttpAnswer } from '../contracts/ports';
import { IssueTypeId, ProjectKey } from '../contracts/ids';
import type { JiraIssueType, JiraProject, Person } from '../contracts/views';
import { ApiError } from './errors';

/** Sends one request to this site's Jira as the person who clicked. `path` is built here, from checked ids only. */
export type JiraSend = (request: {
  method: 'GET' | 'POST';
  path: string;
  body: unknown;
}) => Promise<HttpAnswer>;

/** What Jira is asked: as the person who clicked, or as the app for what nobody clicked. */
export interface JiraApi {
  administers(): Promise<boolean>;
  searchPeople(text: string): Promise<Person[]>;
  projects(): Promise<JiraProject[]>;
  issueTypes(projectKey: string): Promise<JiraIssueType[]>;
  /** The issue that carries a label; null where search finds none. */
  findIssueByLabel(projectKey: string, label: string): Promise<string | null>;
  createIssue(issue: NewIssue): Promise<string>;
}

export interface NewIssue {
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly summary: string;
  /** An ADF document. */
  readonly description: Readonly<Record<string, unknown>>;
  readonly labels: readonly string[];
  readonly assignee?: string;
  /** Kept with the issue in the same request; holds no personal data. */
  readonly property: { readonly key: string; readonly value: Readonly<Record<string, unknown>> };
}

const Permissions = z.looseObject({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean().optional() })),
});
const People = z.array(z.looseObject({ accountId: z.string(), displayName: z.string().optional() }));
const Projects = z.looseObject({ values: z.array(z.looseObject({ key: z.string(), name: z.string() })) });
const IssueTypes = z.looseObject({
  issueTypes: z.array(z.looseObject({ id: z.string(), name: z.string(), subtask: z.boolean().optional() })),
});
const Found = z.looseObject({ issues: z.array(z.looseObject({ key: z.string() })) });
const Created = z.looseObject({ key: z.string() });

const PAGE = 50;
/** Labels are ours, but JQL is text: nothing that could end the quotes ever enters it. */
const Label = z.string().regex(/^[A-Za-z0-9-]{1,255}$/);

/** Jira as Seatpath uses it. Every call is listed in docs/operate.md with the scope it needs. */
export function jiraApi(send: JiraSend): JiraApi {
  async function ask<T>(
    method: 'GET' | 'POST',
    path: string,
    answer: z.ZodType<T>,
    body?: unknown,
  ): Promise<T> {
    const endpoint = `${method} ${path.split('?')[0]}`;
    const response = await send({ method, path, body });
    if (response.status >= 300) {
      const failure =
        response.status === 401 || response.status === 403
          ? 'refused'
          : response.status === 404
            ? 'not-found'
            : 'rejected';
      throw new ApiError(
        failure,
        endpoint,
        `Jira answered ${response.status}${wordsOf(response.text)}`,
        response.status,
      );
    }
    const parsed = answer.safeParse(parseJson(response.text));
    if (parsed.success) return parsed.data;
    throw new ApiError(
      'shape',
      endpoint,
      `the answer cannot be read: ${z.prettifyError(parsed.error).split('\n')[0]}`,
    );
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
    async findIssueByLabel(projectKey, label) {
      const jql = `project = "${ProjectKey.parse(projectKey)}" AND labels = "${Label.parse(label)}"`;
      const body = { jql, fields: ['labels'], maxResults: 2 };
      const { issues } = await ask('POST', '/rest/api/3/search/jql', Found, body);
      return issues[0]?.key ?? null;
    },
    async createIssue(issue) {
      return (await ask('POST', '/rest/api/3/issue', Created, issueBody(issue))).key;
    },
  };
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
