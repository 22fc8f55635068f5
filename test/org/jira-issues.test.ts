import { expect, test } from 'vitest';
import { doc, jiraOf, site } from './support/jira-client';
import { listIn, withOrg } from './support/org-client';

test('each site has two projects with two issue types ready', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    expect((await bob.get('/project')).body.map(({ key, name }) => [key, name])).toEqual([
      ['IAM', 'Identity & Access'],
      ['OPS', 'Operations'],
    ]);
    expect((await bob.get('/project/search?query=oper')).body).toMatchObject({
      total: 1,
      isLast: true,
      values: [{ key: 'OPS' }],
    });
    expect((await bob.get('/project/iam')).body['issueTypes']!.map(({ name }) => name)).toEqual([
      'Task',
      'Service Request',
    ]);
    expect((await bob.get('/issue/createmeta/IAM/issuetypes')).body).toMatchObject({
      total: 2,
      issueTypes: [{ name: 'Task' }, { name: 'Service Request' }],
    });
    expect((await bob.get('/project/NONE')).status).toBe(404);
    expect((await jiraOf(client, 'fay').get('/project')).body).toEqual([]);
    expect((await jiraOf(client, 'fay').get('/project/IAM')).status).toBe(404);
  }));

test('an issue keeps its document as it was given', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    const key = await bob.newIssue({
      description: doc('Three paths.'),
      labels: ['b', 'a'],
      duedate: '2026-12-01',
      assignee: { id: 'cai' },
    });
    expect(key).toBe('IAM-1');
    const { body } = await bob.get(`/issue/${key}`);
    expect(body['fields']).toMatchObject({
      summary: 'Please look',
      description: doc('Three paths.'),
      labels: ['a', 'b'],
      status: { name: 'To Do', statusCategory: { key: 'new' } },
      issuetype: { name: 'Service Request' },
      project: { key: 'IAM' },
      assignee: { accountId: 'cai' },
      creator: { accountId: 'bob' },
      duedate: '2026-12-01',
    });
    expect(Object.keys((await bob.get(`/issue/${key}?fields=summary,labels`)).body['fields']!)).toEqual([
      'summary',
      'labels',
    ]);
    expect(client.org.world.issues()).toMatchObject([{ key: 'IAM-1', cloudId: 'site-1', creator: 'bob' }]);
  }));

test.each<[string, object, string, RegExp]>([
  ['no summary', { summary: undefined }, 'summary', /required/],
  ['an empty summary', { summary: '' }, 'summary', /must specify a summary/],
  ['a long summary', { summary: 'x'.repeat(256) }, 'summary', /255/],
  ['a project that is not there', { project: { key: 'NONE' } }, 'project', /valid project is required/],
  ['a type that is not there', { issuetype: { name: 'Epic' } }, 'issuetype', /invalid/],
  ['a label with a space', { labels: ['a b'] }, 'labels', /spaces/],
  ['a description that is plain text', { description: 'text' }, 'description', /Atlassian Document/],
  [
    'a field that is on no screen',
    { customfield_10001: 1 },
    'customfield_10001',
    /not on the appropriate screen/,
  ],
  ['an assignee who is not there', { assignee: { id: 'nobody' } }, 'assignee', /valid value/],
])('an issue with %s is refused by field', (_, fields, field, words) =>
  withOrg(async (client) => {
    const { status, body } = await jiraOf(client, 'bob').post('/issue', {
      fields: { project: { key: 'IAM' }, issuetype: { id: '10001' }, summary: 'ok', ...fields },
    });
    expect([status, body['errorMessages']]).toEqual([400, []]);
    expect(body['errors']?.[field]).toMatch(words);
    expect(client.org.world.issues()).toEqual([]);
  }),
);

test('who may not browse finds no issue and makes none', () =>
  withOrg(async (client) => {
    const key = await jiraOf(client, 'bob').newIssue();
    const fay = jiraOf(client, 'fay');
    expect((await fay.get(`/issue/${key}`)).status).toBe(404);
    expect(
      (
        await fay.post('/issue', {
          fields: { project: { key: 'IAM' }, issuetype: { id: '10001' }, summary: 'x' },
        })
      ).status,
    ).toBe(400);
  }));

test('an issue goes from To Do, over In Progress or at once, to Done, and nowhere else', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    const key = await bob.newIssue();
    const names = async (): Promise<unknown> =>
      (await bob.get(`/issue/${key}/transitions`)).body['transitions']!.map(({ name }) => name);
    const move = async (id: string): Promise<number> =>
      (await bob.post(`/issue/${key}/transitions`, { transition: { id } })).status;
    expect(await names()).toEqual(['Start work', 'Done', "Won't Do"]);
    expect(await move('41')).toBe(400);
    expect(await move('11')).toBe(204);
    expect(await names()).toEqual(['Done', "Won't Do"]);
    expect(await move('21')).toBe(204);
    expect((await bob.get(`/issue/${key}`)).body['fields']?.['resolution']).toMatchObject({ name: 'Done' });
    expect(await names()).toEqual(['Reopen']);
  }));

test('fields are edited one by one, and an issue can be deleted', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    const key = await bob.newIssue({ labels: ['x'] });
    expect((await bob.send('PUT', `/issue/${key}`, { fields: { summary: 'Other' } })).status).toBe(204);
    expect((await bob.get(`/issue/${key}`)).body['fields']).toMatchObject({
      summary: 'Other',
      labels: ['x'],
    });
    expect(
      (await bob.send('PUT', `/issue/${key}`, { fields: { status: {} } })).body['errors'],
    ).toHaveProperty('status');
    expect((await bob.send('DELETE', `/issue/${key}`)).status).toBe(204);
    expect((await bob.get(`/issue/${key}`)).status).toBe(404);
  }));

test('properties, comments, files and remote links hang on an issue', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    const key = await bob.newIssue();
    expect((await bob.send('PUT', `/issue/${key}/properties/seat`, { state: 'sent' })).status).toBe(201);
    expect((await bob.send('PUT', `/issue/${key}/properties/seat`, { state: 'done' })).status).toBe(200);
    expect((await bob.get(`/issue/${key}/properties/seat`)).body).toEqual({
      key: 'seat',
      value: { state: 'done' },
    });
    expect(listIn(await bob.get(`/issue/${key}/properties`), 'keys')).toMatchObject([{ key: 'seat' }]);
    expect((await bob.get(`/issue/${key}?properties=seat`)).body['properties']).toEqual({
      seat: { state: 'done' },
    });
    const big = await bob.send('PUT', `/issue/${key}/properties/big`, { text: 'x'.repeat(33_000) });
    expect([big.status, String(big.body['errorMessages'])]).toEqual([400, expect.stringContaining('32768')]);
    expect((await bob.send('DELETE', `/issue/${key}/properties/seat`)).status).toBe(204);
    expect((await bob.get(`/issue/${key}/properties/seat`)).status).toBe(404);

    expect((await bob.post(`/issue/${key}/comment`, { body: doc('Done.') })).body).toMatchObject({
      author: { accountId: 'bob' },
      body: doc('Done.'),
    });
    expect((await bob.post(`/issue/${key}/comment`, { body: 'Done.' })).status).toBe(400);
    expect((await bob.get(`/issue/${key}/comment`)).body).toMatchObject({
      total: 1,
      comments: [{ body: doc('Done.') }],
    });

    const link = { globalId: 'row-1', object: { url: 'https://example.net/1', title: 'Row 1' } };
    const made = await bob.post(`/issue/${key}/remotelink`, link);
    const again = await bob.post(`/issue/${key}/remotelink`, {
      ...link,
      object: { ...link.object, title: 'Row one' },
    });
    expect([made.status, again.status, again.body['id']]).toEqual([201, 200, made.body['id']]);
    expect((await bob.get(`/issue/${key}/remotelink?globalId=row-1`)).body).toMatchObject({
      object: { title: 'Row one' },
    });
    expect((await bob.get(`/issue/${key}/remotelink`)).body).toHaveLength(1);
    expect(
      (await bob.post(`/issue/${key}/remotelink`, { object: { url: 'https://example.net' } })).status,
    ).toBe(400);
  }));

test('a file is taken only with the header against forged forms, and comes back byte for byte', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    const key = await bob.newIssue();
    const form = (): FormData => {
      const made = new FormData();
      made.append('file', new Blob(['a,b\n1,2\n'], { type: 'text/csv' }), 'evidence.csv');
      return made;
    };
    expect((await bob.post(`/issue/${key}/attachments`, form())).status).toBe(403);
    const { status, body } = await bob.post(`/issue/${key}/attachments`, form(), {
      'x-atlassian-token': 'no-check',
    });
    expect(status).toBe(200);
    expect(body[0]).toMatchObject({ filename: 'evidence.csv', mimeType: 'text/csv', size: 8 });
    const content = await bob.get(`/attachment/content/${String(body[0]?.['id'])}`);
    expect([content.text, content.headers.get('content-type')]).toEqual(['a,b\n1,2\n', 'text/csv']);
  }));

test('writing needs a writing scope', () =>
  withOrg(async (client) => {
    const reader = jiraOf(client, 'app', ['read:jira-work']);
    const fields = { project: { key: 'OPS' }, issuetype: { id: '10001' }, summary: 'x' };
    expect((await reader.post('/issue', { fields })).status).toBe(401);
    const writer = jiraOf(client, 'app', ['write:jira-work']);
    const made = await writer.post('/issue', { fields, properties: [{ key: 'p', value: 1 }] });
    expect([made.status, made.body['key']]).toEqual([201, 'OPS-1']);
    expect((await reader.get('/issue/OPS-1')).body['fields']?.['creator']).toMatchObject({
      accountId: 'app-user:site-1',
      accountType: 'app',
    });
  }));

async function found(client: Parameters<typeof jiraOf>[0], jql: string): Promise<unknown> {
  const { status, body } = await jiraOf(client, 'bob').post('/search/jql', { jql, fields: ['summary'] });
  return status === 200 ? body['issues']!.map(({ key }) => key) : status;
}

test('search understands a small part of JQL and refuses the rest', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    await bob.newIssue({ labels: ['seatpath'] });
    await bob.newIssue({ labels: ['seatpath', 'other'] });
    await bob.newIssue({ project: { key: 'OPS' } });
    await bob.post('/issue/IAM-2/transitions', { transition: { id: '31' } });
    await bob.send('PUT', '/issue/IAM-1/properties/route', { owner: { id: 'okta' }, n: 3 });
    const cases: [string, unknown][] = [
      ['project = IAM', ['IAM-2', 'IAM-1']],
      ['project = iam ORDER BY created ASC', ['IAM-1', 'IAM-2']],
      ['project in (IAM, OPS) order by key desc', ['OPS-1', 'IAM-2', 'IAM-1']],
      ['labels = seatpath AND labels = "other"', ['IAM-2']],
      ['project = IAM and labels != other', ['IAM-1']],
      ['key in (IAM-1, OPS-1)', ['OPS-1', 'IAM-1']],
      ['status = "Won\'t Do"', ['IAM-2']],
      ['statusCategory = "To Do" AND project = IAM', ['IAM-1']],
      ['statusCategory not in (Done)', ['OPS-1', 'IAM-1']],
      ['issue.property[route].owner.id = okta', ['IAM-1']],
      ['issue.property[route].n = 3', ['IAM-1']],
      ['issuetype = "Service Request" AND project = OPS', ['OPS-1']],
      ['', 400],
      ['project = IAM OR project = OPS', 400],
      ['text ~ "look"', 400],
      ['created >= -7d', 400],
      ['project = ', 400],
      ['project in ()', 400],
      ['project in (IAM OPS)', 400],
      ['project = IAM ORDER BY rank', 400],
      ['project = IAM AND', 400],
      ['assignee = currentUser()', 400],
    ];
    for (const [jql, expected] of cases) expect([jql, await found(client, jql)]).toEqual([jql, expected]);
  }));

test('search tells only ids unless fields are asked for, and pages by token', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    for (let nth = 0; nth < 3; nth += 1) await bob.newIssue();
    const first = (await bob.post('/search/jql', { jql: 'project = IAM', maxResults: 2 })).body;
    expect(first).toMatchObject({ isLast: false, issues: [{ id: '10002' }, { id: '10001' }] });
    expect(first['issues']?.[0]).not.toHaveProperty('key');
    const token = String(first['nextPageToken']);
    expect(
      (await bob.post('/search/jql', { jql: 'project = IAM', maxResults: 2, nextPageToken: token })).body,
    ).toEqual({ isLast: true, issues: [{ id: '10000' }] });
    expect((await bob.post('/search/jql', { jql: 'project = OPS', nextPageToken: token })).status).toBe(400);
    const get = await bob.get(
      `/search/jql?jql=${encodeURIComponent('project = IAM')}&fields=summary,status&maxResults=1`,
    );
    expect(get.body['issues']?.[0]).toMatchObject({
      key: 'IAM-3',
      fields: { summary: 'Please look', status: { name: 'To Do' } },
    });
  }));

test('search lags behind, by the world’s clock, except for issues to reconcile', () =>
  withOrg(
    async (client) => {
      const bob = jiraOf(client, 'bob');
      const key = await bob.newIssue({ labels: ['old'] });
      expect(await found(client, 'project = IAM')).toEqual([]);
      const fresh = await bob.post('/search/jql', { jql: 'project = IAM', reconcileIssues: [10000] });
      expect(fresh.body['issues']).toEqual([{ id: '10000' }]);
      client.org.clock.advanceBy(5000);
      expect(await found(client, 'labels = old')).toEqual([key]);
      await bob.send('PUT', `/issue/${key}`, { fields: { labels: ['new'] } });
      expect(await found(client, 'labels = new')).toEqual([]);
      expect(await found(client, 'labels = old')).toEqual([key]);
      client.org.clock.advanceBy(5000);
      expect(await found(client, 'labels = new')).toEqual([key]);
    },
    { options: { jiraIndexLagMs: 5000 } },
  ));

test('sites do not see each other’s issues', () =>
  withOrg(async (client) => {
    await jiraOf(client, 'bob').newIssue();
    expect((await client.get(`${site}/issue/IAM-1`, { key: client.org.jiraToken('ann') })).status).toBe(200);
    expect(
      (await client.get('/ex/jira/site-2/rest/api/3/issue/IAM-1', { key: client.org.jiraToken('ann') }))
        .status,
    ).toBe(404);
  }));
