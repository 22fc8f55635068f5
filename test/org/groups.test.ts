import { expect, test } from 'vitest';
import { aris } from './support/small-org';
import { v1, v2, walkSearch, withOrg } from './support/org-client';

test('a group says who manages it; what the world does not tell is left out', () =>
  withOrg(async (client) => {
    const groups = new Map(
      (await walkSearch(client, `${v2}/groups/search`)).map((group) => [String(group['id']), group]),
    );
    expect(groups.get('eng')).toMatchObject({
      externalSynced: true,
      managedBy: 'external',
      managementAccess: { modifiable: false, deletable: false, readable: true },
    });
    expect(groups.get('legacy')).toMatchObject({
      externalSynced: false,
      managedBy: 'admins',
      managementAccess: { modifiable: true },
    });
    expect(groups.get('silent')).not.toHaveProperty('externalSynced');
    expect(groups.get('silent')).not.toHaveProperty('managedBy');
    expect(groups.get('locked')).toMatchObject({ managementAccess: { modifiable: false } });
    expect(groups.get('soft')).toMatchObject({
      externalSynced: true,
      managementAccess: { modifiable: true },
    });
    expect(groups.get('legacy')).not.toHaveProperty('counts');
  }));

test('counts come by expand: members, and resources with any role', () =>
  withOrg(async (client) => {
    const { body } = await client.post(`${v2}/groups/search`, {
      groupIds: ['jira-users'],
      expand: ['counts.users', 'counts.resources'],
    });
    expect(body['data']?.[0]?.['counts']).toEqual({ users: 2, resources: 2 });
    const one = await client.post(`${v2}/groups/search`, {
      groupIds: ['jira-users'],
      expand: ['counts.users'],
    });
    expect(one.body['data']?.[0]?.['counts']).toEqual({ users: 2 });
  }));

test('names exclude search terms and ids; names are exact whatever their case', () =>
  withOrg(async (client) => {
    expect((await client.post(`${v2}/groups/search`, { groupNames: ['a'], searchTerm: 'b' })).status).toBe(
      400,
    );
    expect((await client.post(`${v2}/groups/search`, { groupNames: ['a'], groupIds: ['b'] })).status).toBe(
      400,
    );
    const found = await client.post(`${v2}/groups/search`, { groupNames: ['LEGACY', 'jira'] });
    expect(found.body['data']!.map(({ id }) => id)).toEqual(['legacy']);
  }));

test.each<[string, object, string[]]>([
  ['part of a name', { searchTerm: 'JIRA' }, ['jira-admins', 'jira-users']],
  ['members', { accountIds: ['cai'] }, ['eng', 'soft']],
  [
    'a role on a resource',
    { roleIds: ['atlassian/user'], resourceIds: [aris.jira] },
    ['eng', 'jira-users', 'legacy'],
  ],
  ['a product', { resourceOwners: ['confluence'] }, ['jira-users']],
])('groups can be searched for by %s', (_, filter, expected) =>
  withOrg(async (client) => {
    const found = await walkSearch(client, `${v2}/groups/search`, {
      ...filter,
      sortBy: [{ field: 'name', direction: 'asc' }],
    });
    expect(found.map(({ id }) => id)).toEqual(expected);
  }),
);

test('role assignments of a group tell its default role for each resource, or null', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v2}/groups/jira-users/role-assignments`);
    expect(body).toEqual({
      data: [
        {
          resourceId: aris.jira,
          resourceOwner: 'jira-software',
          defaultRole: 'atlassian/user',
          roles: ['atlassian/user'],
        },
        {
          resourceId: aris.confluence,
          resourceOwner: 'confluence',
          defaultRole: null,
          roles: ['atlassian/user'],
        },
      ],
      links: { next: '' },
    });
    expect((await client.get(`${v2}/groups/nowhere/role-assignments`)).body['errors']?.[0]?.['code']).toBe(
      'ADMIN-404-10',
    );
  }));

test('literal paths go before ids: count and stats are no groups', () =>
  withOrg(async (client) => {
    expect((await client.get(`${v2}/groups/count`)).body).toEqual({ count: 9 });
    expect((await client.get(`${v2}/groups/count?accountIds=bob`)).body).toEqual({ count: 3 });
    expect((await client.get(`${v2}/groups/stats`)).body).toEqual({
      types: [
        { type: 'TEAM', count: 1 },
        { type: 'USERBASE_GROUP', count: 8 },
      ],
      totals: { all: 9, synced: 2, managed: 2 },
    });
    expect((await client.get(`${v2}/groups/legacy`)).body['data']).toMatchObject({
      id: 'legacy',
      name: 'legacy',
    });
  }));

test('the old list answers still, with its own way to ask for counts', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v2}/groups?groupIds=legacy&counts.includeUsers=true`);
    expect(body['data']?.[0]).toMatchObject({ id: 'legacy', counts: { users: 1 } });
  }));

test('workspaces tell sandboxes and limits, never the plan', () =>
  withOrg(async (client) => {
    const { body, text } = await client.post('/admin/v2/orgs/{org}/workspaces');
    const [jira, desk, wiki] = body['data']!;
    expect(jira).toMatchObject({
      id: aris.jira,
      attributes: {
        name: 'Jira',
        typeKey: 'jira-software',
        capacity: 50,
        usage: null,
        sandbox: { type: 'NONE' },
      },
    });
    expect(desk?.['attributes']?.['capacity']).toBeNull();
    expect(wiki?.['attributes']?.['sandbox']).toEqual({ type: 'CHILD' });
    expect(text).not.toContain('standard');
  }));

test('workspaces can be asked for by field and by name; a form nobody described is refused', () =>
  withOrg(async (client) => {
    const search = async (query: object): Promise<unknown> => {
      const { status, body } = await client.post('/admin/v2/orgs/{org}/workspaces', { query });
      return status === 200 ? body['data']!.map(({ id }) => id) : status;
    };
    expect(await search({ field: { name: 'typeKey', values: ['confluence'] } })).toEqual([aris.confluence]);
    expect(
      await search({
        and: [{ searchWorkspaces: {}, value: 'desk' }, { field: { name: 'typeKey', values: [] } }],
      }),
    ).toEqual([aris.jsm]);
    expect(await search({ nor: [] })).toBe(400);
  }));

test('domains tell whether they are claimed', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v1}/domains`);
    expect(body['data']!.map(({ attributes }) => attributes)).toEqual([
      { name: 'harbour.example', claim: { type: 'dns', status: 'verified' } },
      { name: 'other.example', claim: { type: 'dns', status: 'unverified' } },
    ]);
    expect(
      (await client.get(`${v1}/domains/${String(body['data']?.[1]?.['id'])}`)).body['data']?.['attributes']?.[
        'name'
      ],
    ).toBe('other.example');
    expect((await client.get(`${v1}/domains/none`)).body['errors']?.[0]?.['code']).toBe('ADMIN-404-3');
  }));
