import { expect, test } from 'vitest';
import { smallOrg } from './support/small-org';
import { masterKey, v1, v2, withOrg, type Answer } from './support/org-client';

const codeOf = (answer: Answer): unknown => answer.body['errors']?.[0]?.['code'];

test('a missing, wrong, expired, SCIM or site key is answered 401', () =>
  withOrg(async (client) => {
    const keys = [
      '',
      'wrong',
      client.org.issueKey({ expired: true }),
      client.org.scimKeys.get('okta') ?? '',
      client.org.jiraToken('ann'),
    ];
    for (const key of keys) {
      const answer = await client.get(v1, { key });
      expect([answer.status, codeOf(answer)]).toEqual([401, 'ADMIN-UAM-401-1']);
    }
    const basic = await client.get(v1, {
      headers: { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` },
    });
    expect(basic.status).toBe(401);
  }));

test('a key runs out when the world’s clock passes its end', () =>
  withOrg(async (client) => {
    const key = client.org.issueKey({ expiresAt: client.org.clock.now() + 1000 });
    expect((await client.get(v1, { key })).status).toBe(200);
    client.org.clock.advanceBy(1000);
    expect((await client.get(v1, { key })).status).toBe(401);
  }));

test.each([
  ['GET', v1, 'read:orgs:admin'],
  ['GET', '/admin/v2/orgs/{org}/directories', 'read:directories:admin'],
  ['POST', '/admin/v2/orgs/{org}/workspaces', 'read:workspaces:admin'],
  ['GET', `${v2}/users`, 'read:directories:admin'],
  ['GET', `${v2}/users/stats`, 'read:directories:admin'],
  ['GET', `${v2}/users/bob/role-assignments`, 'read:directories:admin'],
  ['GET', `${v2}/groups`, 'read:groups:admin'],
  ['GET', `${v2}/groups/legacy/role-assignments`, 'read:groups:admin'],
  ['GET', `${v1}/users`, 'read:accounts:admin'],
  ['GET', `${v1}/domains`, 'read:domains:admin'],
  ['GET', `${v1}/events`, 'read:events:admin'],
])('%s %s needs the scope %s and says so', (method, path, scope) =>
  withOrg(async (client) => {
    const without = await client.send(method, path, {
      key: client.org.issueKey({ scopes: [] }),
      ...(method === 'POST' ? { body: {} } : {}),
    });
    expect(without.status).toBe(403);
    expect(without.body['errors']?.[0]?.['detail']).toContain(scope);
    const withIt = await client.send(method, path, {
      key: client.org.issueKey({ scopes: [scope] }),
      ...(method === 'POST' ? { body: {} } : {}),
    });
    expect(withIt.status).toBe(200);
  }),
);

test('the searches name no scope: any organization key reads them', () =>
  withOrg(async (client) => {
    const key = client.org.issueKey({ scopes: [] });
    expect((await client.post(`${v2}/users/search`, {}, { key })).status).toBe(200);
    expect((await client.post(`${v2}/groups/search`, {}, { key })).status).toBe(200);
  }));

test('writes need a key without scopes', () =>
  withOrg(async (client) => {
    const path = `${v2}/groups/legacy/memberships/bob`;
    const refused = await client.send('DELETE', path);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'ADMIN-UAM-403-1']);
    expect(client.org.world.membersOf('legacy').has('bob')).toBe(true);
    expect((await client.send('DELETE', path, { key: masterKey(client) })).status).toBe(204);
  }));

test('another organization is 404 when unknown and 403 when the key is of another', () =>
  withOrg(async (client) => {
    const unknown = await client.get('/admin/v1/orgs/nowhere');
    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'ADMIN-404-2']);
    const foreign = await client.get(v1, { key: client.org.issueKey({ orgId: 'another' }) });
    expect([foreign.status, codeOf(foreign)]).toEqual([403, 'ADMIN-403-3']);
  }));

test('a key with scopes is told of no organization, one without of its own', () =>
  withOrg(async (client) => {
    expect((await client.get('/admin/v1/orgs')).body['data']).toEqual([]);
    const all = await client.get('/admin/v1/orgs', { key: masterKey(client) });
    expect(all.body['data']?.[0]).toMatchObject({
      id: 'org-1zz',
      type: 'orgs',
      attributes: { name: 'Harbour' },
    });
  }));

test('a key dies with its owner', () =>
  withOrg(async (client) => {
    const key = client.org.issueKey({ owner: 'ann' });
    expect((await client.get(v1, { key })).status).toBe(200);
    client.org.world.apply({
      do: 'set-user',
      at: smallOrg().now,
      accountId: 'ann',
      set: { platformRoles: [] },
    });
    expect((await client.get(v1, { key })).status).toBe(401);
    expect((await client.get(v1, { key: client.org.issueKey({ owner: 'nobody' }) })).status).toBe(401);
  }));

test('keys can be given from outside', () =>
  withOrg(
    async (client) => {
      expect(client.org.orgKey).toBe('my-org-key');
      expect(client.org.scimKeys.get('okta')).toBe('my-scim-key');
      expect([...client.org.scimKeys.keys()]).toEqual(['okta']);
      expect((await client.get(v1)).status).toBe(200);
    },
    { options: { keys: { orgKey: 'my-org-key', scimKeys: { okta: 'my-scim-key' } } } },
  ));

test('an unknown path is 404 and counted', () =>
  withOrg(async (client) => {
    expect((await client.get('/admin/v3/anything')).status).toBe(404);
    expect(client.org.requests.byEndpoint()).toEqual({ 'GET (unknown)': 1 });
  }));

test('requests are counted by endpoint, writes are listed, and both start anew', () =>
  withOrg(async (client) => {
    await client.post(`${v2}/users/search`);
    await client.post(`${v2}/users/search`, { limit: 1 });
    await client.post(`${v2}/groups`, { name: 'new' }, { key: masterKey(client) });
    expect(client.org.requests.total).toBe(3);
    expect(client.org.requests.byEndpoint()).toEqual({
      'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups': 1,
      'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search': 2,
    });
    expect(client.org.requests.writes()).toMatchObject([{ status: 201, body: { name: 'new' } }]);
    client.org.requests.reset();
    expect([client.org.requests.total, client.org.requests.writes()]).toEqual([0, []]);
  }));
