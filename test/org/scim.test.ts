import { expect, test } from 'vitest';
import { smallOrg } from './support/small-org';
import { withOrg, type Answer, type OrgClient } from './support/org-client';

const base = '/scim/directory/okta';
const external = 'urn:scim:schemas:extension:atlassian-external:1.0';
const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

function scim(client: OrgClient, method: string, path: string, body?: object): Promise<Answer> {
  return client.send(method, `${base}${path}`, {
    key: client.org.scimKeys.get('okta') ?? '',
    headers: { 'content-type': 'application/scim+json' },
    ...(body === undefined ? {} : { body }),
  });
}

test('users are listed from one, a hundred at most, with the link to the account', () =>
  withOrg(async (client) => {
    const all = await scim(client, 'GET', '/Users?count=1000');
    expect(all.headers.get('content-type')).toContain('application/scim+json');
    expect(all.body).toMatchObject({ totalResults: 2, startIndex: 1, itemsPerPage: 2 });
    const second = await scim(client, 'GET', '/Users?startIndex=2&count=1');
    expect(second.body['Resources']).toHaveLength(1);
    expect(second.body['Resources']?.[0]).toMatchObject({
      id: 'scim-cai',
      userName: 'cai@harbour.example',
      externalId: 'ext-cai',
      active: true,
      emails: [{ value: 'cai@harbour.example', primary: true }],
      [external]: { atlassianAccountId: 'cai' },
      groups: [
        { value: 'scim-eng', display: 'eng', $ref: `${client.org.origin}${base}/Groups/scim-eng` },
        { value: 'scim-soft', display: 'soft' },
      ],
    });
    expect((await scim(client, 'GET', '/Users?startIndex=x')).status).toBe(400);
  }));

test('one exact eq on a known attribute filters; everything else is invalidFilter', () =>
  withOrg(async (client) => {
    const found = async (filter: string, list = 'Users'): Promise<unknown> => {
      const { status, body } = await scim(client, 'GET', `/${list}?filter=${encodeURIComponent(filter)}`);
      return status === 200 ? body['Resources']!.map(({ id }) => id) : [status, body['scimType']];
    };
    expect(await found('userName eq "BOB@harbour.example"')).toEqual(['scim-bob']);
    expect(await found('externalId eq "ext-cai"')).toEqual(['scim-cai']);
    expect(await found('displayName eq "eng"', 'Groups')).toEqual(['scim-eng']);
    for (const filter of [
      'userName sw "b"',
      'active eq true',
      'userName eq "a" and externalId eq "b"',
      'nonsense',
      'displayName eq "x"',
    ]) {
      expect(await found(filter)).toEqual([400, 'invalidFilter']);
    }
  }));

test('attributes and excludedAttributes narrow a user and exclude each other', () =>
  withOrg(async (client) => {
    const few = await scim(client, 'GET', '/Users/scim-bob?attributes=userName,active');
    expect(Object.keys(few.body).sort()).toEqual(['active', 'id', 'schemas', 'userName']);
    expect((await scim(client, 'GET', '/Users/scim-bob?excludedAttributes=groups')).body).not.toHaveProperty(
      'groups',
    );
    expect((await scim(client, 'GET', '/Users?attributes=a&excludedAttributes=b')).status).toBe(400);
  }));

test('only the directory’s own key opens it; pull integrations and unknown directories are 404', () =>
  withOrg(async (client) => {
    const refused = await client.get(`${base}/Users`);
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '401',
    });
    const key = client.org.scimKeys.get('okta') ?? '';
    expect((await client.get('/scim/directory/google/Users', { key })).status).toBe(404);
    expect((await client.get('/scim/directory/none/Users', { key })).status).toBe(404);
    expect((await client.get('/admin/v1/orgs/{org}', { key })).status).toBe(401);
  }));

test('groups have their members, also one that Atlassian never took over, and one that only a record names', () => {
  const file = smallOrg();
  const conflict = {
    ...file.groups[2]!,
    scim: { scimDirectoryId: 'okta', scimGroupId: 'scim-legacy', displayName: 'legacy' },
  };
  const lone = {
    scimDirectoryId: 'okta',
    scimUserId: 'lone',
    userName: 'lone',
    externalId: 'l',
    active: true,
    groups: ['scim-legacy', 'scim-unheard'],
  };
  return withOrg(
    async (client) => {
      const { body } = await scim(client, 'GET', '/Groups');
      const groups = new Map(
        body['Resources']!.map((group) => [String(group['id']), group['members']!.map(({ value }) => value)]),
      );
      expect(Object.fromEntries(groups)).toEqual({
        'scim-legacy': ['lone'],
        'scim-eng': ['scim-bob', 'scim-cai'],
        'scim-soft': ['scim-bob', 'scim-cai'],
        'scim-unheard': ['lone'],
      });
      expect((await scim(client, 'GET', '/Users/lone')).body).not.toHaveProperty(external);
    },
    {
      file: smallOrg({
        groups: file.groups.map((group) => (group.id === 'legacy' ? conflict : group)),
        scimRecords: [lone],
      }),
    },
  );
});

test('active=false deactivates a managed account; an unmanaged one stays and leaves the synced groups', () => {
  const file = smallOrg();
  const users = file.users.map((one) =>
    one.accountId === 'cai'
      ? { ...one, claimStatus: 'unmanaged' as const, groups: [...one.groups, 'legacy'] }
      : one,
  );
  return withOrg(
    async (client) => {
      const off = { schemas: [patchSchema], Operations: [{ op: 'replace', path: 'active', value: false }] };
      expect((await scim(client, 'PATCH', '/Users/scim-bob', off)).body).toMatchObject({ active: false });
      expect(client.org.world.account('bob')?.facts).toMatchObject({
        accountStatus: 'inactive',
        status: 'deactivated',
      });
      await scim(client, 'PATCH', '/Users/scim-cai', off);
      expect(client.org.world.account('cai')?.facts.accountStatus).toBe('active');
      expect([...client.org.world.account('cai')!.groups]).toEqual(['legacy']);
      await scim(client, 'PATCH', '/Users/scim-bob', {
        schemas: [patchSchema],
        operations: [{ op: 'replace', value: { active: true } }],
      });
      expect(client.org.world.account('bob')?.facts).toMatchObject({
        accountStatus: 'active',
        status: 'active',
      });
    },
    { file: smallOrg({ users }) },
  );
});

test('a provisioned user becomes a managed account when the domain is claimed, and is linked when it exists', () =>
  withOrg(async (client) => {
    const made = await scim(client, 'POST', '/Users', {
      userName: 'ivy@harbour.example',
      displayName: 'Ivy',
      emails: [{ value: 'ivy@harbour.example', primary: true }],
    });
    const accountId = String(made.body[external]?.['atlassianAccountId']);
    expect(client.org.world.account(accountId)?.facts).toMatchObject({
      name: 'Ivy',
      claimStatus: 'managed',
      managementSource: 'synced',
    });
    expect((await scim(client, 'POST', '/Users', { userName: 'IVY@harbour.example' })).body['scimType']).toBe(
      'uniqueness',
    );
    const linked = await scim(client, 'POST', '/Users', { userName: 'eve@harbour.example' });
    expect(linked.body[external]?.['atlassianAccountId']).toBe('eve');
    expect((await scim(client, 'POST', '/Users', { active: true })).status).toBe(400);
    const replaced = await scim(client, 'PUT', `/Users/${String(linked.body['id'])}`, {
      userName: 'eve2@harbour.example',
      title: 'Lead',
    });
    expect(replaced.body).toMatchObject({ userName: 'eve2@harbour.example', title: 'Lead', externalId: '' });
  }));

test('a deleted SCIM user is unlinked and its managed account deactivated', () =>
  withOrg(async (client) => {
    expect((await scim(client, 'DELETE', '/Users/scim-cai')).status).toBe(204);
    expect(client.org.world.account('cai')?.facts.status).toBe('deactivated');
    expect(client.org.world.account('cai')?.groups.size).toBe(0);
    expect((await scim(client, 'GET', '/Users/scim-cai')).status).toBe(404);
  }));

test('a pushed group appears synced in the organization, with its members; its name cannot change', () =>
  withOrg(async (client) => {
    const made = await scim(client, 'POST', '/Groups', {
      displayName: 'ops',
      members: [{ value: 'scim-cai' }],
    });
    const twin = client.org.world.groups().find(({ facts }) => facts.name === 'ops');
    expect(twin?.facts).toMatchObject({ externalSynced: true, managedBy: 'external' });
    expect([...(twin?.members ?? [])]).toEqual(['cai']);
    const path = `/Groups/${String(made.body['id'])}`;
    const added = await scim(client, 'PATCH', path, {
      schemas: [patchSchema],
      Operations: [{ op: 'add', path: 'members', value: [{ value: 'scim-bob' }] }],
    });
    expect(added.body['members']!.map(({ value }) => value).sort()).toEqual(['scim-bob', 'scim-cai']);
    await scim(client, 'PATCH', path, {
      schemas: [patchSchema],
      Operations: [{ op: 'remove', path: 'members[value eq "scim-cai"]' }],
    });
    expect([...(twin?.members ?? [])]).toEqual(['bob']);
    expect((await scim(client, 'PUT', path, { displayName: 'other' })).body['scimType']).toBe('mutability');
    expect(
      (await scim(client, 'PUT', path, { displayName: 'ops', members: [{ value: 'nobody' }] })).status,
    ).toBe(400);
    expect((await scim(client, 'DELETE', path)).status).toBe(204);
    expect(client.org.world.group(twin?.id ?? '')).toBeUndefined();
  }));

test('a name that a local group has already is refused with 409', () =>
  withOrg(async (client) => {
    const { status, body } = await scim(client, 'POST', '/Groups', { displayName: 'Legacy' });
    expect([status, body['scimType']]).toEqual([409, 'uniqueness']);
    expect((await scim(client, 'POST', '/Groups', { displayName: 'eng' })).status).toBe(409);
  }));

test('the directory describes itself', () =>
  withOrg(async (client) => {
    expect((await scim(client, 'GET', '/ServiceProviderConfig')).body).toMatchObject({
      bulk: { supported: false },
      filter: { maxResults: 100 },
    });
    expect(
      (await scim(client, 'GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User')).body['name'],
    ).toBe('User');
    expect((await scim(client, 'GET', '/ResourceTypes')).body['totalResults']).toBe(2);
  }));
