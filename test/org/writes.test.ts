import { expect, test } from 'vitest';
import { aris, grantsJira, group, smallOrg, user } from './support/small-org';
import { masterKey, v1, v2, withOrg, type OrgClient } from './support/org-client';

/** Sends a write with a key that may; gives status and code. */
async function write(
  client: OrgClient,
  method: string,
  path: string,
  body?: object,
): Promise<[number, unknown]> {
  const answer = await client.send(method, path, {
    key: masterKey(client),
    ...(body === undefined ? {} : { body }),
  });
  return [answer.status, answer.text === '' ? '' : answer.body['errors']?.[0]?.['code']];
}

test('a membership is given and taken, and the audit log says so', () =>
  withOrg(async (client) => {
    expect(await write(client, 'POST', `${v2}/groups/legacy/memberships`, { accountId: 'eve' })).toEqual([
      204,
      '',
    ]);
    expect(client.org.world.membersOf('legacy').has('eve')).toBe(true);
    expect(await write(client, 'DELETE', `${v2}/groups/legacy/memberships/eve`)).toEqual([204, '']);
    expect(client.org.world.membersOf('legacy').has('eve')).toBe(false);
    const actions = client.org.world
      .auditLog()
      .slice(-2)
      .map(({ action, accountId, cause }) => [action, accountId, cause]);
    expect(actions).toEqual([
      ['user_added_to_group', 'eve', 'admin'],
      ['user_removed_from_group', 'eve', 'admin'],
    ]);
  }));

test('a synced group takes no member, and gives none up unless it says it is modifiable', () =>
  withOrg(async (client) => {
    expect(await write(client, 'POST', `${v2}/groups/eng/memberships`, { accountId: 'eve' })).toEqual([
      403,
      'ADMIN-403-5',
    ]);
    expect(await write(client, 'POST', `${v2}/groups/soft/memberships`, { accountId: 'eve' })).toEqual([
      403,
      'ADMIN-403-5',
    ]);
    expect(await write(client, 'DELETE', `${v2}/groups/eng/memberships/bob`)).toEqual([403, 'ADMIN-403-5']);
    expect(client.org.world.membersOf('eng').has('bob')).toBe(true);
    expect(await write(client, 'DELETE', `${v2}/groups/soft/memberships/cai`)).toEqual([204, '']);
    expect(client.org.world.membersOf('soft').has('cai')).toBe(false);
  }));

test('a locked group refuses, an unknown person is 404, a stranger to the group cannot be taken out', () =>
  withOrg(async (client) => {
    expect(await write(client, 'POST', `${v2}/groups/locked/memberships`, { accountId: 'eve' })).toEqual([
      403,
      'ADMIN-403-5',
    ]);
    expect(await write(client, 'POST', `${v2}/groups/legacy/memberships`, { accountId: 'nobody' })).toEqual([
      404,
      'ADMIN-404-8',
    ]);
    expect(await write(client, 'DELETE', `${v2}/groups/legacy/memberships/eve`)).toEqual([
      404,
      'ADMIN-404-8',
    ]);
    expect(await write(client, 'POST', `${v2}/groups/legacy/memberships`, {})).toEqual([400, 'ADMIN-400-24']);
    expect(await write(client, 'POST', `${v2}/groups/legacy/memberships`, { accountId: 'fay' })).toEqual([
      400,
      'ADMIN-400-24',
    ]);
  }));

test('a full licence takes nobody new, and everybody who has a seat already', () => {
  const base = smallOrg();
  const [jira, ...others] = base.resources;
  const file = smallOrg({ resources: [{ ...jira!, seatLimit: 5 }, ...others] });
  return withOrg(
    async (client) => {
      expect(client.org.world.seatsOn(aris.jira)).toBe(5);
      expect(await write(client, 'POST', `${v2}/groups/legacy/memberships`, { accountId: 'hal' })).toEqual([
        409,
        'ADMIN-409-3',
      ]);
      expect(await write(client, 'POST', `${v2}/groups/legacy/memberships`, { accountId: 'cai' })).toEqual([
        204,
        '',
      ]);
      expect(
        await write(client, 'POST', `${v1}/users/hal/roles/assign`, {
          role: 'atlassian/user',
          resource: aris.jira,
        }),
      ).toEqual([409, 'ADMIN-409-3']);
    },
    { file },
  );
});

test('groups are made and deleted; default, admin, synced and filled groups are not deleted', () =>
  withOrg(async (client) => {
    expect(await write(client, 'POST', `${v2}/groups`, { name: 'fresh' })).toEqual([201, '']);
    expect(await write(client, 'POST', `${v2}/groups`, { name: 'FRESH' })).toEqual([409, 'ADMIN-409-28']);
    expect(await write(client, 'DELETE', `${v2}/groups/jira-users`)).toEqual([403, 'ADMIN-403-6']);
    expect(await write(client, 'DELETE', `${v2}/groups/jira-admins`)).toEqual([403, 'ADMIN-403-7']);
    expect(await write(client, 'DELETE', `${v2}/groups/eng`)).toEqual([403, 'ADMIN-403-5']);
    expect(await write(client, 'DELETE', `${v2}/groups/legacy`)).toEqual([409, 'ADMIN-409-5']);
    expect(await write(client, 'DELETE', `${v2}/groups/empty`)).toEqual([204, '']);
    expect(client.org.world.group('empty')).toBeUndefined();
  }));

test('roles of groups are given and taken; the only default group of a role keeps it', () =>
  withOrg(async (client) => {
    const role = { resourceId: aris.confluence, roleId: 'atlassian/user' };
    expect(await write(client, 'POST', `${v2}/groups/legacy/role-assignments/assign`, role)).toEqual([
      204,
      '',
    ]);
    expect(client.org.world.group('legacy')?.grants).toHaveLength(2);
    expect(await write(client, 'POST', `${v2}/groups/legacy/role-assignments/revoke`, role)).toEqual([
      204,
      '',
    ]);
    expect(client.org.world.group('legacy')?.grants).toHaveLength(1);
    expect(await write(client, 'POST', `${v2}/groups/legacy/role-assignments/revoke`, role)).toEqual([
      404,
      'ADMIN-404-1',
    ]);
    const jiraUser = { resourceId: aris.jira, roleId: 'atlassian/user' };
    expect(await write(client, 'POST', `${v2}/groups/jira-users/role-assignments/revoke`, jiraUser)).toEqual([
      409,
      'ADMIN-409-28',
    ]);
    expect(
      await write(client, 'POST', `${v2}/groups/legacy/role-assignments/assign`, {
        resourceId: aris.jira,
        roleId: 'atlassian/customer',
      }),
    ).toEqual([400, 'ADMIN-UAM-400-3']);
    expect(
      await write(client, 'POST', `${v2}/groups/legacy/role-assignments/assign`, {
        resourceId: 'ari:none',
        roleId: 'atlassian/user',
      }),
    ).toEqual([404, 'ADMIN-UAM-404-1']);
  }));

test('suspension is directory-wide, frees the seat and keeps the memberships; admins cannot be suspended', () =>
  withOrg(async (client) => {
    const before = client.org.world.seatsOn(aris.jira);
    expect(await write(client, 'POST', `${v2}/users/bob/suspend`)).toEqual([204, '']);
    expect(client.org.world.account('bob')?.facts).toMatchObject({
      membershipStatus: 'suspended',
      status: 'suspended',
    });
    expect(client.org.world.account('bob')?.groups.size).toBe(3);
    expect(client.org.world.seatsOn(aris.jira)).toBe(before - 1);
    expect(await write(client, 'POST', `${v2}/users/bob/restore`)).toEqual([204, '']);
    expect(client.org.world.seatsOn(aris.jira)).toBe(before);
    expect(await write(client, 'POST', `${v2}/users/ann/suspend`)).toEqual([400, 'ADMIN-400-24']);
  }));

test('suspended in one of two directories is active as a whole', () => {
  const file = smallOrg({
    directories: [
      { id: 'dir-1', name: 'Main' },
      { id: 'dir-2', name: 'Partners' },
    ],
    groups: [group('here', { grants: [grantsJira] }), group('there', { directoryId: 'dir-2' })],
    users: [user('both', { groups: ['here', 'there'] })],
  });
  return withOrg(
    async (client) => {
      await write(client, 'POST', '/admin/v2/orgs/{org}/directories/dir-1/users/both/suspend');
      expect(client.org.world.account('both')?.facts.membershipStatus).toBe('active');
      await write(client, 'POST', '/admin/v2/orgs/{org}/directories/dir-2/users/both/suspend');
      expect(client.org.world.account('both')?.facts.membershipStatus).toBe('suspended');
    },
    { file },
  );
});

test('who is removed from the directory loses groups and roles', () =>
  withOrg(async (client) => {
    expect(await write(client, 'DELETE', `${v2}/users/bob`)).toEqual([204, '']);
    expect(client.org.world.account('bob')?.groups.size).toBe(0);
    expect(client.org.world.account('bob')?.facts).toMatchObject({
      membershipStatus: 'no_membership',
      status: 'not_invited',
    });
    expect(await write(client, 'DELETE', `${v2}/users/ann`)).toEqual([400, 'ADMIN-400-24']);
  }));

test('access given to one user goes through the default group, and a direct role only where there is none', () =>
  withOrg(async (client) => {
    const jira = { role: 'atlassian/user', resource: aris.jira };
    expect(await write(client, 'POST', `${v1}/users/cai/roles/assign`, jira)).toEqual([204, '']);
    expect(client.org.world.membersOf('jira-users').has('cai')).toBe(true);
    expect(await write(client, 'POST', `${v1}/users/cai/roles/revoke`, jira)).toEqual([204, '']);
    expect(client.org.world.membersOf('jira-users').has('cai')).toBe(false);
    expect(await write(client, 'POST', `${v1}/users/cai/roles/revoke`, jira)).toEqual([
      409,
      'ADMIN-UAM-409-2',
    ]);
    const desk = { role: 'atlassian/customer', resource: aris.jsm };
    expect(await write(client, 'POST', `${v1}/users/cai/roles/assign`, desk)).toEqual([204, '']);
    expect(client.org.world.account('cai')?.facts.direct).toEqual([
      { ari: aris.jsm, role: 'atlassian/customer' },
    ]);
    expect(await write(client, 'POST', `${v1}/users/eve/roles/revoke`, jira)).toEqual([204, '']);
    expect(client.org.world.account('eve')?.facts.direct).toEqual([]);
  }));

test('an organization role is seen half a minute later', () =>
  withOrg(async (client) => {
    const role = { role: 'atlassian/org-admin' };
    expect(await write(client, 'POST', `${v1}/users/bob/role-assignments/assign`, role)).toEqual([204, '']);
    client.org.clock.advanceBy(29_999);
    expect(client.org.world.account('bob')?.facts.platformRoles).toBeUndefined();
    client.org.clock.advanceBy(1);
    expect(client.org.world.account('bob')?.facts.platformRoles).toEqual(['atlassian/org-admin']);
    await write(client, 'POST', `${v1}/users/bob/role-assignments/revoke`, role);
    client.org.clock.advanceBy(30_000);
    expect(client.org.world.account('bob')?.facts.platformRoles).toEqual([]);
    expect(
      await write(client, 'POST', `${v1}/users/bob/role-assignments/assign`, { role: 'atlassian/user' }),
    ).toEqual([400, 'ADMIN-UAM-400-3']);
  }));

test('SCIM links are told by account and address, cut, and forgotten for managed accounts', () =>
  withOrg(async (client) => {
    const base = '/admin/user-provisioning/v1/org/{org}';
    const link = { scimUserId: 'scim-bob', atlassianAccountId: 'bob', orgId: 'org-1zz', directoryId: 'okta' };
    expect((await client.get(`${base}/user/bob/get-scim-links`)).body).toEqual({ scimLinks: [link] });
    expect((await client.get(`${base}/user/eve/get-scim-links`)).body).toEqual({ scimLinks: [] });
    expect(
      (await client.post(`${base}/get-scim-links-for-email`, { email: 'BOB@harbour.example' })).body,
    ).toEqual({ scimLinks: [link] });
    expect(await write(client, 'PATCH', `${base}/scimDirectoryId/okta/scimUserId/scim-bob/unlink`)).toEqual([
      204,
      '',
    ]);
    expect((await client.get(`${base}/user/bob/get-scim-links`)).body).toEqual({ scimLinks: [] });
    expect(await write(client, 'DELETE', `${base}/user/cai/onlyDeleteUserInDB`)).toEqual([204, '']);
    expect((await client.get(`${base}/user/cai/get-scim-links`)).body).toEqual({ scimLinks: [] });
    expect(await write(client, 'DELETE', `${base}/user/dee/onlyDeleteUserInDB`)).toEqual([
      403,
      'ADMIN-403-3',
    ]);
  }));
