import { expect, test } from 'vitest';
import { aris, grantsJira, group, smallOrg, user } from './support/small-org';
import { v1, v2, walkSearch, withOrg, type Json, type OrgClient } from './support/org-client';

const expand = ['groups', 'productAccess', 'platformRoles', 'counts.resources'];

async function userOf(client: OrgClient, accountId: string, body: object = { expand }): Promise<Json> {
  const page = await client.post(`${v2}/users/search`, { accountIds: [accountId], ...body });
  return page.body['data']![0]!;
}

test('a user shows groups, access, roles and counts only when asked', () =>
  withOrg(async (client) => {
    const plain = await userOf(client, 'bob', {});
    for (const key of ['groups', 'productAccess', 'platformRoles', 'counts'])
      expect(plain).not.toHaveProperty(key);
    const full = await userOf(client, 'bob');
    expect(full).toMatchObject({
      accountId: 'bob',
      accountType: 'atlassian',
      email: 'bob@harbour.example',
      managementSource: 'synced',
      counts: { resources: 2 },
      platformRoles: [],
    });
    expect(full['groups']).toEqual([
      { id: 'eng', name: 'eng', description: null },
      { id: 'jira-users', name: 'jira-users', description: null },
      { id: 'legacy', name: 'legacy', description: null },
    ]);
  }));

test('product access has an entry for each resource with a product role; without activity it has no instant', () =>
  withOrg(async (client) => {
    expect((await userOf(client, 'bob'))['productAccess']).toEqual([
      { key: 'jira', id: aris.jira, lastActiveTimestamp: '2026-11-20T10:00:00Z' },
      { key: 'confluence', id: aris.confluence },
    ]);
    // A role on the organization is no role on the product: counted, but no access.
    const ann = await userOf(client, 'ann');
    expect(ann['counts']).toEqual({ resources: 3 });
    expect(ann['productAccess']!.map(({ id }) => id)).toEqual([aris.jira, aris.confluence]);
    expect((await userOf(client, 'eve'))['counts']).toEqual({ resources: 1 });
  }));

test('activity is reported late when a knob says so', () =>
  withOrg(async (client) => {
    client.org.setFaults({ lastActiveDelayHours: 72 });
    expect((await userOf(client, 'bob'))['productAccess']?.[0]).not.toHaveProperty('lastActiveTimestamp');
    client.org.clock.advanceBy(2 * 3_600_000);
    expect((await userOf(client, 'bob'))['productAccess']?.[0]).toHaveProperty('lastActiveTimestamp');
  }));

test('groups that the organization API hides are in no list, but their roles count', () =>
  withOrg(async (client) => {
    const hal = await userOf(client, 'hal');
    expect(hal['groups']!.map(({ id }) => id)).toEqual(['silent']);
    expect(hal['counts']).toEqual({ resources: 1 });
    expect((await client.get(`${v2}/groups/system-administrators`)).status).toBe(404);
    const names = (await walkSearch(client, `${v2}/groups/search`)).map(({ name }) => name);
    expect(names).not.toContain('system-administrators');
  }));

test('service accounts look like people, and a hidden address is left out', () =>
  withOrg(async (client) => {
    expect(await userOf(client, 'gus')).toMatchObject({
      accountType: 'atlassian',
      email: 'gus@serviceaccount.atlassian.com',
    });
    expect(await userOf(client, 'hal')).not.toHaveProperty('email');
  }));

test('searchTerm and emails exclude each other, an unknown expand is refused', () =>
  withOrg(async (client) => {
    const both = await client.post(`${v2}/users/search`, { searchTerm: 'b', emails: ['b'] });
    expect([both.status, both.body['errors']?.[0]?.['code']]).toEqual([400, 'ADMIN-400-24']);
    const wrong = await client.post(`${v2}/users/search`, { expand: ['everything'] });
    expect(wrong.status).toBe(400);
    expect(wrong.body['errors']?.[0]?.['detail']).toContain('INVALID_PARAM');
    expect((await client.post(`${v2}/users/search`, '{')).status).toBe(400);
  }));

test.each<[string, object, string[]]>([
  ['members of a group', { groupIds: ['eng'] }, ['bob', 'cai']],
  ['people with any role on a resource', { resourceIds: [aris.confluence] }, ['ann', 'bob']],
  ['people with a role', { roleIds: ['atlassian/admin'] }, ['ann', 'dee', 'hal']],
  ['people with a platform role', { roleIds: ['atlassian/org-admin'] }, ['ann']],
  ['people who are not managed', { claimStatus: 'unmanaged' }, ['dee']],
  ['people who were not invited', { status: ['not_invited'] }, ['fay']],
  ['a part of a name', { searchTerm: 'CA' }, ['cai']],
  ['an exact address', { emails: ['BOB@harbour.example'] }, ['bob']],
  ['a domain', { emailDomains: ['serviceaccount.atlassian.com'] }, ['gus']],
  ['group and person together', { groupIds: ['eng'], accountIds: ['cai', 'dee'] }, ['cai']],
])('users can be searched for %s', (_, filter, expected) =>
  withOrg(async (client) => {
    const found = await walkSearch(client, `${v2}/users/search`, { ...filter, limit: 1 });
    expect(found.map(({ accountId }) => accountId).sort()).toEqual(expected);
  }),
);

test('counting counts all members and the managed accounts in no directory, or members only', () =>
  withOrg(async (client) => {
    expect((await client.get(`${v2}/users/count`)).body).toEqual({ count: 8 });
    expect((await client.get(`${v2}/users/count?directoryIds=dir-1`)).body).toEqual({ count: 7 });
    expect((await client.get(`${v2}/users/count?groupIds=eng&groupIds=legacy`)).body).toEqual({ count: 2 });
    expect((await client.get(`${v2}/users/count?status=nonsense`)).status).toBe(400);
  }));

test('statistics count roles and states', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v2}/users/stats`);
    expect(body['accountStatus']).toEqual([{ status: 'active', count: 8 }]);
    expect(body['roles']).toContainEqual({ roleId: 'atlassian/admin', count: 3 });
    expect(body['roles']).toContainEqual({ roleId: 'atlassian/org-admin', count: 1 });
  }));

test('one user has no groups and no access, and is 404 when unknown', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v2}/users/bob`);
    expect(body['data']).toMatchObject({ accountId: 'bob', counts: { resources: 2 } });
    for (const key of ['groups', 'productAccess', 'links', 'forDeletion'])
      expect(body['data']).not.toHaveProperty(key);
    const unknown = await client.get(`${v2}/users/nobody`);
    expect([unknown.status, unknown.body['errors']?.[0]?.['code']]).toEqual([404, 'ADMIN-404-8']);
    expect((await client.get('/admin/v2/orgs/{org}/directories/nowhere/users/bob')).status).toBe(404);
  }));

test('role assignments tell all methods of a role, never the group', () => {
  const file = smallOrg();
  const both = user('max', {
    groups: ['legacy'],
    direct: [{ ari: aris.jira, role: 'atlassian/user' }],
    inferred: [{ ari: aris.jira, role: 'atlassian/admin' }],
  });
  return withOrg(
    async (client) => {
      const { body } = await client.get(`${v2}/users/max/role-assignments`);
      expect(body['data']).toEqual([
        {
          resourceId: aris.jira,
          resourceOwner: 'jira-software',
          roles: ['atlassian/user', 'atlassian/admin'],
          roleAssignments: [
            { role: 'atlassian/user', roleAssignmentMethods: ['direct', 'group_direct'] },
            { role: 'atlassian/admin', roleAssignmentMethods: ['inferred'] },
          ],
          directoryId: 'dir-1',
          userDirectoryStatus: 'active',
        },
      ]);
      expect(JSON.stringify(body)).not.toContain('legacy');
    },
    { file: { ...file, users: [...file.users, both] } },
  );
});

test('platform roles stand on the organization in no directory', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v2}/users/ann/role-assignments`);
    expect(body['data']!.at(-1)).toEqual({
      resourceId: 'ari:cloud:platform::org/org-1zz',
      resourceOwner: 'platform',
      roles: ['atlassian/org-admin'],
      roleAssignments: [{ role: 'atlassian/org-admin', roleAssignmentMethods: ['direct'] }],
      directoryId: null,
      userDirectoryStatus: null,
    });
    const filtered = await client.get(
      `${v2}/users/ann/role-assignments?resourceIds=${encodeURIComponent(aris.jsm)}`,
    );
    expect(filtered.body['data']!.map(({ roles }) => roles)).toEqual([['atlassian/org-admin']]);
  }));

const twoDirectories = smallOrg({
  directories: [
    { id: 'dir-1', name: 'Main' },
    { id: 'dir-2', name: 'Partners' },
  ],
  groups: [
    group('here', { grants: [grantsJira] }),
    group('there', { directoryId: 'dir-2', grants: [grantsJira] }),
  ],
  users: [
    user('both', {
      groups: ['here', 'there'],
      directories: [
        { directoryId: 'dir-1', status: 'suspended' },
        { directoryId: 'dir-2', status: 'active' },
      ],
    }),
    user('one', { groups: ['here'] }),
    user('other', { groups: ['there'] }),
    user('none', { membershipStatus: 'no_membership', status: 'not_invited' }),
    user('stranger', { membershipStatus: 'no_membership', status: 'not_invited', claimStatus: 'unmanaged' }),
  ],
});

test('the path’s directory narrows users and their groups; accounts in no directory show everywhere', () =>
  withOrg(
    async (client) => {
      const inDirectory = async (id: string, body: object = {}): Promise<unknown> => {
        const found = await walkSearch(client, `/admin/v2/orgs/{org}/directories/${id}/users/search`, {
          expand: ['groups'],
          ...body,
        });
        return found.map(({ accountId, groups }) => [
          accountId,
          ...groups!.map(({ id: groupId }) => groupId),
        ]);
      };
      expect(await inDirectory('dir-1')).toEqual([['both', 'here'], ['one', 'here'], ['none']]);
      expect(await inDirectory('dir-2')).toEqual([['both', 'there'], ['other', 'there'], ['none']]);
      expect(await inDirectory('-')).toEqual([
        ['both', 'here', 'there'],
        ['one', 'here'],
        ['other', 'there'],
        ['none'],
      ]);
      expect(await inDirectory('dir-2', { directoryIds: ['dir-2'] })).toEqual([
        ['both', 'there'],
        ['other', 'there'],
      ]);
      expect(
        (await client.get('/admin/v2/orgs/{org}/directories?accountId=one')).body['data']!.map(
          ({ directoryId }) => directoryId,
        ),
      ).toEqual(['dir-1']);
    },
    { file: twoDirectories },
  ));

test('a role in two directories is told for each with the status there', () =>
  withOrg(
    async (client) => {
      const { body } = await client.get('/admin/v2/orgs/{org}/directories/-/users/both/role-assignments');
      expect(
        body['data']!.map(({ directoryId, userDirectoryStatus }) => [directoryId, userDirectoryStatus]),
      ).toEqual([
        ['dir-1', 'suspended'],
        ['dir-2', 'active'],
      ]);
    },
    { file: twoDirectories },
  ));

test('managed accounts are listed in snake_case, and not at all without a claimed domain', async () => {
  await withOrg(async (client) => {
    const { body } = await client.get(`${v1}/users`);
    expect(body['meta']).toEqual({ total: 7 });
    const bob = body['data']!.find(({ account_id: id }) => String(id) === 'bob');
    expect(bob).toMatchObject({
      account_type: 'atlassian',
      account_status: 'active',
      last_active: '2026-11-20T10:00:00Z',
    });
    expect(bob?.['product_access']?.[0]).toMatchObject({
      key: 'jira-software',
      last_active: '2026-11-20T10:00:00Z',
    });
  });
  await withOrg(
    async (client) => {
      const { status, body } = await client.get(`${v1}/users`);
      expect([status, body['data']]).toEqual([200, []]);
    },
    { file: smallOrg({ domains: [{ name: 'harbour.example', claimed: false }] }) },
  );
});

test('last-active-dates tells days and instants of what was used', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v1}/directory/users/bob/last-active-dates`);
    expect(body['data']).toEqual({
      product_access: [
        {
          id: aris.jira,
          key: 'jira-software',
          last_active: '2026-11-20',
          last_active_timestamp: '2026-11-20T10:00:00Z',
        },
      ],
      added_to_org: '2024-01-10',
      added_to_org_timestamp: '2024-01-10T08:00:00Z',
    });
    expect(
      (await client.get(`${v1}/directory/users/cai/last-active-dates`)).body['data']?.['product_access'],
    ).toEqual([]);
  }));
