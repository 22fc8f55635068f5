import type { Answer, OrgClient } from './org-client';

export const site = '/ex/jira/site-1/rest/api/3';

export interface JiraClient {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Makes an issue in IAM and gives its key. */
  newIssue(fields?: object): Promise<string>;
}

/** Jira of the first site, as one person or the app sees it. */
export function jiraOf(client: OrgClient, who: string, scopes?: readonly string[]): JiraClient {
  const key = client.org.jiraToken(who, scopes);
  const send: JiraClient['send'] = (method, path, body) =>
    client.send(method, `${site}${path}`, { key, ...(body === undefined ? {} : { body }) });
  const post: JiraClient['post'] = (path, body, headers) =>
    client.send('POST', `${site}${path}`, { key, body, ...(headers === undefined ? {} : { headers }) });
  return {
    get: (path) => send('GET', path),
    send,
    post,
    newIssue: async (fields = {}) => {
      const made = await post('/issue', {
        fields: {
          project: { key: 'IAM' },
          issuetype: { name: 'Service Request' },
          summary: 'Please look',
          ...fields,
        },
      });
      if (made.status !== 201) throw new Error(made.text);
      return String(made.body['key']);
    },
  };
}

/** A document of one paragraph. */
export function doc(text: string): object {
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}
