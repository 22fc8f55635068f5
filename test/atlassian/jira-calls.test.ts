import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jiraEndpoints } from '../../local/host/auth/scope-table';
import { judgeScopes } from '../../local/host/auth/scopes';
import { ApiError } from '../../src/atlassian/errors';
import { type JiraApi, jiraApi } from '../../src/atlassian/jira';

const document = { type: 'doc', version: 1, content: [] };

/** Every call of the API, once. */
const calls: Readonly<Record<keyof JiraApi, (jira: JiraApi) => Promise<unknown>>> = {
  administers: (jira) => jira.administers(),
  siteUrl: (jira) => jira.siteUrl(),
  searchPeople: (jira) => jira.searchPeople('ann'),
  person: (jira) => jira.person('account-1'),
  projects: (jira) => jira.projects(),
  issueTypes: (jira) => jira.issueTypes('IAM'),
  findIssuesByLabel: (jira) => jira.findIssuesByLabel('IAM', 'seatpath-1'),
  createIssue: (jira) =>
    jira.createIssue({
      projectKey: 'IAM',
      issueTypeId: '10001',
      summary: 'Please look',
      description: document,
      labels: ['seatpath'],
      property: { key: 'seatpath', value: {} },
    }),
  issue: (jira) => jira.issue('IAM-1'),
  comments: (jira) => jira.comments('IAM-1', null),
  addComment: (jira) => jira.addComment('IAM-1', document),
  updateDescription: (jira) => jira.updateDescription('IAM-1', { summary: 'Other', description: document }),
  assign: (jira) => jira.assign('IAM-1', '712020:ada'),
  linkDuplicate: (jira) => jira.linkDuplicate('IAM-2', 'IAM-1'),
};

/** Method and path of what is sent, ids written as in the scope table. */
async function endpointsAsked(): Promise<string[]> {
  const asked = new Set<string>();
  const jira = jiraApi(async ({ method, path }) => {
    const plain = path.split('?')[0]!;
    const rule = jiraEndpoints.find(
      (one) => one.method === method && new RegExp(`^${one.path.replaceAll('{}', '[^/]+')}$`).test(plain),
    );
    asked.add(`${method} ${rule?.path ?? plain}`);
    return { status: 500, text: '', header: () => null };
  });
  for (const call of Object.values(calls)) await expect(call(jira)).rejects.toThrow(ApiError);
  return [...asked].sort();
}

test('the deployment document lists exactly the calls to Jira that there are, under the scope each one needs', async () => {
  const listed: [scope: string, call: string][] = [];
  let scope = '';
  for (const line of readFileSync('docs/operate.md', 'utf8').split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const named = [...(cells[2] ?? '').matchAll(/`([A-Z]+ \/rest[^`]+)`/g)].map((match) => match[1]!);
    scope = /^`(.+)`$/.exec(cells[1] ?? '')?.[1] ?? scope;
    listed.push(...named.map((call): [string, string] => [scope, call.replace(/\{[^}]+\}/g, '{}')]));
  }
  expect(listed.map(([, call]) => call).sort()).toEqual(await endpointsAsked());
  for (const [needed, call] of listed) {
    const [method = '', path = ''] = call.split(' ');
    const verdict = judgeScopes(
      { product: 'jira', method, path: path.replaceAll('{}', 'X-1') },
      new Set([needed]),
    );
    expect(verdict, call).toEqual({ kind: 'allowed' });
  }
});

test('the scopes of the manifest cover every call to Jira that there is', async () => {
  const manifest = z
    .object({ permissions: z.object({ scopes: z.array(z.string()) }) })
    .parse(parse(readFileSync('manifest.yml', 'utf8')));
  const scopes = new Set(manifest.permissions.scopes);
  for (const call of await endpointsAsked()) {
    const [method = '', path = ''] = call.split(' ');
    const verdict = judgeScopes({ product: 'jira', method, path: path.replaceAll('{}', 'X-1') }, scopes);
    expect(verdict, call).toEqual({ kind: 'allowed' });
  }
});

test('a key, label or project that could change the address or the query is never sent', async () => {
  const jira = jiraApi(() => {
    throw new Error('nothing may be sent');
  });
  for (const key of ['IAM-1/comment', 'IAM-1?x=1', '../user', 'iam-1', '', 'IAM-1 ']) {
    await expect(jira.issue(key), key).rejects.toThrow(z.ZodError);
    await expect(jira.comments(key, null), key).rejects.toThrow(z.ZodError);
    await expect(jira.addComment(key, document), key).rejects.toThrow(z.ZodError);
    await expect(jira.updateDescription(key, { summary: 's', description: document }), key).rejects.toThrow(
      z.ZodError,
    );
    await expect(jira.assign(key, '712020:ada'), key).rejects.toThrow(z.ZodError);
    await expect(jira.linkDuplicate(key, 'IAM-1'), key).rejects.toThrow(z.ZodError);
    await expect(jira.linkDuplicate('IAM-1', key), key).rejects.toThrow(z.ZodError);
  }
  await expect(jira.findIssuesByLabel('IAM" OR 1', 'seatpath')).rejects.toThrow(z.ZodError);
  await expect(jira.findIssuesByLabel('IAM', 'a" OR labels = "b')).rejects.toThrow(z.ZodError);
});
