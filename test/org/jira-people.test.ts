import { expect, test } from 'vitest';
import { jiraOf, site } from './support/jira-client';
import { smallOrg } from './support/small-org';
import { listIn, withOrg, type Answer } from './support/org-client';

test('everybody is who the token says; the app is itself', () =>
  withOrg(async (client) => {
    expect((await jiraOf(client, 'bob').get('/myself')).body).toMatchObject({
      accountId: 'bob',
      displayName: 'bob Person',
      active: true,
    });
    expect((await jiraOf(client, 'app').get('/myself')).body).toMatchObject({
      accountType: 'app',
      accountId: 'app-user:site-1',
    });
    expect((await client.get(`${site}/myself`)).status).toBe(401);
    expect(
      (await client.get('/ex/jira/nowhere/rest/api/3/myself', { key: client.org.jiraToken('bob') })).status,
    ).toBe(404);
  }));

test('e-mail and token sign in too, a wrong e-mail does not', () =>
  withOrg(async (client) => {
    const token = client.org.jiraToken('bob');
    const as = (email: string): Promise<Answer> =>
      client.get(`${site}/myself`, {
        headers: { authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}` },
      });
    expect((await as('bob@harbour.example')).body['accountId']).toBe('bob');
    expect((await as('ann@harbour.example')).status).toBe(401);
  }));

test('who is suspended or deactivated is signed out', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    client.org.world.apply({
      do: 'set-user',
      at: smallOrg().now,
      accountId: 'bob',
      set: { membershipStatus: 'suspended' },
    });
    expect((await bob.get('/myself')).status).toBe(401);
  }));

test('administering Jira is for organization admins and holders of the admin role there', () =>
  withOrg(async (client) => {
    const permission = async (who: string, key: string): Promise<unknown> =>
      (await jiraOf(client, who).get(`/mypermissions?permissions=${key}`)).body['permissions']?.[key]?.[
        'havePermission'
      ];
    expect(await permission('ann', 'ADMINISTER')).toBe(true);
    expect(await permission('dee', 'ADMINISTER')).toBe(true);
    expect(await permission('bob', 'ADMINISTER')).toBe(false);
    expect(await permission('app', 'ADMINISTER')).toBe(false);
    expect(await permission('bob', 'CREATE_ISSUES')).toBe(true);
    expect(await permission('fay', 'BROWSE_PROJECTS')).toBe(false);
    expect((await jiraOf(client, 'bob').get('/mypermissions')).status).toBe(400);
    expect((await jiraOf(client, 'bob').get('/mypermissions?permissions=constructor')).status).toBe(400);
  }));

test('a token with scopes does what they cover and no more', () =>
  withOrg(async (client) => {
    const classic = jiraOf(client, 'app', ['read:jira-user']);
    expect((await classic.get('/users/search')).status).toBe(200);
    expect((await classic.get('/group/bulk')).status).toBe(200);
    const refused = await classic.get('/group/member?groupId=legacy');
    expect([refused.status, refused.body['errorMessages']]).toEqual([
      401,
      ['Unauthorized; scope does not match'],
    ]);
    expect((await classic.get('/mypermissions?permissions=ADMINISTER')).status).toBe(401);
    const granular = jiraOf(client, 'app', ['read:group:jira', 'read:user:jira', 'read:avatar:jira']);
    expect((await granular.get('/group/member?groupId=legacy')).status).toBe(200);
    expect((await granular.get('/users/search')).status).toBe(401);
  }));

test('people are listed, searched and shown with groups and roles', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    const all = (await bob.get('/users/search?maxResults=1000')).body;
    expect(all.map(({ accountId }) => accountId)).toEqual(['ann', 'bob', 'cai', 'dee', 'eve', 'hal']);
    expect(
      (await bob.get('/users/search?startAt=1&maxResults=2')).body.map(({ accountId }) => accountId),
    ).toEqual(['bob', 'cai']);
    expect((await bob.get('/user/search?query=ca')).body.map(({ accountId }) => accountId)).toEqual(['cai']);
    expect((await bob.get('/user/search')).status).toBe(400);
    expect((await bob.get('/user?accountId=bob&expand=groups,applicationRoles')).body).toMatchObject({
      groups: { size: 3, items: [{ groupId: 'eng' }, { groupId: 'jira-users' }, { groupId: 'legacy' }] },
      applicationRoles: { size: 1, items: [{ key: 'jira-software' }] },
    });
    expect((await bob.get('/user?accountId=bob')).body['groups']).toEqual({ size: 3, items: [] });
    expect((await bob.get('/user?accountId=nobody')).status).toBe(404);
    expect((await jiraOf(client, 'fay').get('/users/search')).status).toBe(403);
  }));

test('Jira lists the groups that the organization API hides', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    const picked = (await bob.get('/groups/picker?query=admin')).body;
    expect(picked['groups']!.map(({ name }) => name)).toEqual(['jira-admins', 'system-administrators']);
    expect(picked['header']).toBe('Showing 2 of 2 matching groups');
    const bulk = await bob.get('/group/bulk?applicationKey=jira-software&accessType=user');
    expect(listIn(bulk, 'values').map(({ groupId }) => groupId)).toEqual(['jira-users', 'legacy', 'eng']);
    expect((await bob.get('/group/bulk?groupId=eng&groupId=legacy&maxResults=1')).body).toMatchObject({
      total: 2,
      isLast: false,
      values: [{ groupId: 'legacy' }],
    });
  }));

test('members of a group are paged by fifty, the inactive ones only when asked for', () =>
  withOrg(async (client) => {
    client.org.world.apply({
      do: 'set-user',
      at: smallOrg().now,
      accountId: 'cai',
      set: { accountStatus: 'inactive' },
    });
    const bob = jiraOf(client, 'bob');
    expect(
      listIn(await bob.get('/group/member?groupId=eng'), 'values').map(({ accountId }) => accountId),
    ).toEqual(['bob']);
    const first = (await bob.get('/group/member?groupname=eng&includeInactiveUsers=true&maxResults=1')).body;
    expect(first).toMatchObject({ total: 2, isLast: false });
    expect(String(first['nextPage'])).toContain('startAt=1');
    expect((await bob.get('/group/member?groupId=none')).status).toBe(404);
  }));

test('application roles are closed to tokens of apps and bearers, open to an admin with e-mail and token', () =>
  withOrg(async (client) => {
    expect((await jiraOf(client, 'app').get('/applicationrole')).status).toBe(401);
    expect((await jiraOf(client, 'ann').get('/applicationrole')).status).toBe(401);
    const basic = (who: string): Record<string, string> => ({
      authorization: `Basic ${Buffer.from(`${who}@harbour.example:${client.org.jiraToken(who)}`).toString('base64')}`,
    });
    expect((await client.get(`${site}/applicationrole`, { headers: basic('bob') })).status).toBe(403);
    const roles = await client.get(`${site}/applicationrole`, { headers: basic('ann') });
    expect(roles.body.map(({ key, defaultGroups }) => [key, defaultGroups])).toEqual([
      ['jira-software', ['jira-users']],
      ['jira-servicedesk', []],
    ]);
    expect((await client.get(`${site}/applicationrole/none`, { headers: basic('ann') })).status).toBe(404);
  }));
