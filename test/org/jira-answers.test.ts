import { expect, test } from 'vitest';
import { smallOrg } from './support/small-org';
import { doc, jiraOf } from './support/jira-client';
import { listIn, withOrg, type Json, type OrgClient } from './support/org-client';

function close(client: OrgClient, accountId: string): void {
  client.org.world.apply({
    do: 'set-user',
    at: smallOrg().now,
    accountId,
    set: { accountStatus: 'closed' },
  });
}

/** What a comment says, and who of which kind said it. */
const said = (comment: Json): unknown => [
  comment['author']?.['accountId'],
  comment['author']?.['accountType'],
  comment['author']?.['displayName'],
  comment['body']?.['content']?.[0]?.['content']?.[0]?.['text'],
];

test('comments tell people from apps, and are given in either order, page by page', () =>
  withOrg(async (client) => {
    const app = jiraOf(client, 'app');
    const key = await app.newIssue();
    const { world, clock } = client.org;
    await app.post(`/issue/${key}/comment`, { body: doc('One week.') });
    clock.advanceBy(1000);
    world.comment(key, 'bob', doc('On it.'));
    clock.advanceBy(1000);
    world.comment(key, 'automation', doc('Reminder.'));
    world.comment(key, 'app', doc('Two weeks.'));
    const all = await app.get(`/issue/${key}/comment`);
    expect(listIn(all, 'comments').map(said)).toEqual([
      ['app-user:site-1', 'app', 'Installed app', 'One week.'],
      ['bob', 'atlassian', 'bob Person', 'On it.'],
      ['automation-for-jira', 'app', 'Automation for Jira', 'Reminder.'],
      ['app-user:site-1', 'app', 'Installed app', 'Two weeks.'],
    ]);
    expect(listIn(all, 'comments').map(({ created }) => created)).toEqual([
      '2026-11-23T09:00:00.000+0000',
      '2026-11-23T09:00:01.000+0000',
      '2026-11-23T09:00:02.000+0000',
      '2026-11-23T09:00:02.000+0000',
    ]);
    const page = await app.get(`/issue/${key}/comment?orderBy=-created&startAt=1&maxResults=2`);
    expect(page.body).toMatchObject({ startAt: 1, maxResults: 2, total: 4 });
    expect(listIn(page, 'comments').map(({ id }) => id)).toEqual(['10002', '10001']);
    expect((await app.get(`/issue/${key}/comment?maxResults=5000`)).body['maxResults']).toBe(100);
    expect((await app.get(`/issue/${key}/comment?orderBy=+created`)).body['total']).toBe(4);
    expect((await app.get(`/issue/${key}/comment?orderBy=author`)).status).toBe(400);
    expect((await app.get(`/issue/${key}?fields=comment`)).body['fields']?.['comment']?.['total']).toBe(4);
    expect(() => world.comment(key, 'nobody', doc('x'))).toThrow('No account has the id nobody');
    expect(() => world.comment('IAM-99', 'bob', doc('x'))).toThrow('There is no issue IAM-99');
  }));

test('a comment or a description beyond 32,767 characters is refused, and the 5,001st comment', () =>
  withOrg(async (client) => {
    const app = jiraOf(client, 'app');
    const key = await app.newIssue();
    const long = doc('x'.repeat(32_767));
    expect((await app.post(`/issue/${key}/comment`, { body: long })).text).toContain('32,767');
    const edit = await app.send('PUT', `/issue/${key}`, { fields: { description: long } });
    expect([edit.status, edit.body['errors']?.['description']]).toEqual([
      400,
      expect.stringContaining('32,767') as string,
    ]);
    const fitting = doc('x'.repeat(32_767 - JSON.stringify(doc('')).length));
    expect((await app.send('PUT', `/issue/${key}`, { fields: { description: fitting } })).status).toBe(204);
    for (let nth = 0; nth < 5000; nth += 1) client.org.world.comment(key, 'bob', doc('again'));
    expect((await app.post(`/issue/${key}/comment`, { body: doc('x') })).text).toContain('limit of comments');
  }));

test('somebody moves an issue as he likes, and the changelog tells who and what', () =>
  withOrg(async (client) => {
    const app = jiraOf(client, 'app');
    const key = await app.newIssue();
    const { world, clock } = client.org;
    const state = async (): Promise<unknown> => {
      const fields = (await app.get(`/issue/${key}`)).body['fields'];
      return [
        fields?.['status']?.['name'],
        fields?.['status']?.['statusCategory']?.['key'],
        fields?.['resolution']?.['name'],
      ];
    };
    clock.advanceBy(1000);
    world.transition(key, 'indeterminate', null, 'bob');
    expect(await state()).toEqual(['In Progress', 'indeterminate', undefined]);
    expect((await app.get(`/issue/${key}`)).body['fields']?.['updated']).toBe('2026-11-23T09:00:01.000+0000');
    world.transition(key, 'done', "Won't Do", 'bob');
    expect(await state()).toEqual(["Won't Do", 'done', "Won't Do"]);
    world.transition(key, 'done', 'Done', 'automation');
    expect(await state()).toEqual(['Done', 'done', 'Done']);
    world.transition(key, 'done', 'Declined by IT', 'bob');
    expect(await state()).toEqual(['Done', 'done', 'Declined by IT']);
    world.transition(key, 'new', null, 'bob');
    expect(await state()).toEqual(['To Do', 'new', undefined]);
    world.assign(key, 'cai', 'bob');
    const changes = listIn(await app.get(`/issue/${key}/changelog`), 'values');
    const told = changes.map(({ author, items }) => {
      const item = new Map(Object.entries(items![0]!));
      return [author?.['accountId'], item.get('field'), item.get('fromString'), item.get('toString')];
    });
    expect(told).toEqual([
      ['bob', 'status', 'To Do', 'In Progress'],
      ['bob', 'status', 'In Progress', "Won't Do"],
      ['bob', 'resolution', null, "Won't Do"],
      ['automation-for-jira', 'status', "Won't Do", 'Done'],
      ['automation-for-jira', 'resolution', "Won't Do", 'Done'],
      ['bob', 'resolution', 'Done', 'Declined by IT'],
      ['bob', 'status', 'Done', 'To Do'],
      ['bob', 'resolution', 'Declined by IT', null],
      ['bob', 'assignee', null, 'cai Person'],
    ]);
    expect(() => world.transition(key, 'done', null, 'bob')).toThrow('has a resolution');
    expect(() => world.transition(key, 'new', 'Done', 'bob')).toThrow('has a resolution');
  }));

test('search knows of a transition only after the lag, the issue itself at once', () =>
  withOrg(
    async (client) => {
      const app = jiraOf(client, 'app');
      const key = await app.newIssue({ labels: ['seatpath'] });
      const found = async (): Promise<unknown> =>
        (
          await app.post('/search/jql', {
            jql: 'labels = seatpath AND statusCategory = Done',
            fields: ['labels'],
          })
        ).body['issues']!.map((issue) => issue['key']);
      client.org.clock.advanceBy(60_000);
      client.org.world.transition(key, 'done', 'Done', 'bob');
      expect((await app.get(`/issue/${key}`)).body['fields']?.['resolution']?.['name']).toBe('Done');
      expect(await found()).toEqual([]);
      client.org.clock.advanceBy(59_999);
      expect(await found()).toEqual([]);
      client.org.clock.advanceBy(1);
      expect(await found()).toEqual([key]);
    },
    { options: { jiraIndexLagMs: 60_000 } },
  ));

test('of a closed account its issues and comments show the id alone, and it can be given nothing new', () =>
  withOrg(async (client) => {
    const app = jiraOf(client, 'app');
    const key = await app.newIssue({ assignee: { accountId: 'cai' } });
    client.org.world.comment(key, 'cai', doc('Will do.'));
    close(client, 'cai');
    const former = { accountId: 'cai', displayName: 'Former user', active: false };
    const { fields } = (await app.get(`/issue/${key}`)).body;
    expect(fields?.['assignee']).toMatchObject(former);
    expect(fields?.['comment']?.['comments']?.[0]?.['author']).toMatchObject(former);
    expect((await app.get(`/issue/${key}`)).text).not.toContain('cai Person');
    expect((await app.get(`/issue/${key}`)).text).not.toContain('cai@');
    expect((await app.get('/user?accountId=cai')).body).toMatchObject(former);
    expect((await app.get('/user?accountId=nobody')).status).toBe(404);
    expect((await app.get('/user')).status).toBe(400);
    expect((await app.get('/user?accountId=app-user:site-1')).body).toMatchObject({ accountType: 'app' });
    const other = await app.newIssue();
    const assigned = await app.send('PUT', `/issue/${other}`, { fields: { assignee: { accountId: 'cai' } } });
    expect([assigned.status, assigned.body['errors']?.['assignee']]).toEqual([
      400,
      expect.stringContaining('cannot be assigned') as string,
    ]);
  }));

const duplicate = (inward: string, outward: string): object => ({
  type: { name: 'Duplicate' },
  inwardIssue: { key: inward },
  outwardIssue: { key: outward },
});

test('a link is seen from both issues, is made once, and goes when an issue goes', () =>
  withOrg(async (client) => {
    const app = jiraOf(client, 'app');
    const [first, second] = [await app.newIssue(), await app.newIssue()];
    for (const time of [1, 2]) {
      const made = await app.post('/issueLink', duplicate(second, first));
      expect([time, made.status, made.text]).toEqual([time, 201, '']);
    }
    const linksOf = async (key: string): Promise<Json> =>
      (await app.get(`/issue/${key}?fields=issuelinks`)).body['fields']!['issuelinks']!;
    // Read as Jira's page reads it: the second duplicates the first, the first is duplicated by the second.
    expect(await linksOf(second)).toMatchObject([
      { type: { name: 'Duplicate', outward: 'duplicates' }, outwardIssue: { key: first } },
    ]);
    expect(await linksOf(first)).toMatchObject([
      {
        type: { inward: 'is duplicated by' },
        inwardIssue: { key: second, fields: { summary: 'Please look' } },
      },
    ]);
    expect((await app.post('/issueLink', duplicate(first, first))).status).toBe(400);
    expect((await app.post('/issueLink', duplicate(first, 'IAM-9'))).status).toBe(404);
    expect((await app.post('/issueLink', { type: { name: 'Duplicate' } })).status).toBe(400);
    await app.send('DELETE', `/issue/${second}`);
    expect(await linksOf(first)).toEqual([]);
  }));

test('a Jira without the type Duplicate says so', () =>
  withOrg(
    async (client) => {
      const app = jiraOf(client, 'app');
      const [first, second] = [await app.newIssue(), await app.newIssue()];
      const types = listIn(await app.get('/issueLinkType'), 'issueLinkTypes');
      expect(types.map(({ name }) => name)).toEqual(['Relates']);
      const refused = await app.post('/issueLink', duplicate(second, first));
      expect([refused.status, refused.text]).toEqual([
        404,
        expect.stringContaining("No issue link type with name 'Duplicate' found.") as string,
      ]);
      expect(client.org.world.issues().flatMap(({ links }) => links)).toEqual([]);
    },
    { options: { jiraLinkTypes: ['Relates'] } },
  ));

test('what is read and written of an answer needs its scope', () =>
  withOrg(async (client) => {
    const key = await jiraOf(client, 'app').newIssue();
    const reader = jiraOf(client, 'app', ['read:jira-work']);
    const writer = jiraOf(client, 'app', ['write:jira-work']);
    for (const path of [`/issue/${key}/comment`, `/issue/${key}/changelog`, '/issueLinkType']) {
      expect([path, (await reader.get(path)).status, (await writer.get(path)).status]).toEqual([
        path,
        200,
        401,
      ]);
    }
    expect((await reader.post(`/issue/${key}/comment`, { body: doc('x') })).status).toBe(401);
    expect((await writer.post(`/issue/${key}/comment`, { body: doc('x') })).status).toBe(201);
    expect((await reader.post('/issueLink', duplicate(key, key))).status).toBe(401);
  }));
