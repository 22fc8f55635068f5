import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ApiError } from '../../src/atlassian/errors';
import { type ScimUserFacts, scimApi } from '../../src/atlassian/scim';
import { aClient, failureOf } from './support/client';

const extension = 'urn:scim:schemas:extension:atlassian-external:1.0';

/** How the app reads a page that holds this one record. */
async function readUser(record: unknown): Promise<ScimUserFacts> {
  const bench = aClient(() => ({
    body: { totalResults: 1, startIndex: 1, itemsPerPage: 1, Resources: [record] },
  }));
  const { items } = await bench.clock.run(scimApi(bench.client, 'directory-1').users(null));
  return items![0]!;
}

/** Records in the forms that the provisioning API is known to send, of nobody. */
const samples: Readonly<Record<string, { record: object; active: boolean; accountId: string | null }>> = {
  'an active user, linked': {
    record: {
      schemas: [extension, 'urn:ietf:params:scim:schemas:core:2.0:User'],
      id: '5f1b2c3d-0000-4000-8000-000000000001',
      userName: 'nobody',
      emails: [{ value: 'nobody@example.com', type: 'work', primary: true }],
      name: { familyName: 'Body', givenName: 'No' },
      meta: {
        resourceType: 'User',
        location: 'https://api.example.com/x',
        created: '2021-02-21T11:57:56.537169Z',
      },
      groups: [],
      [extension]: { atlassianAccountId: '0123456789abcdef01234567' },
      active: true,
    },
    active: true,
    accountId: '0123456789abcdef01234567',
  },
  'an inactive user, linked': {
    record: { id: 'b', userName: 'gone', active: false, [extension]: { atlassianAccountId: '712020:b' } },
    active: false,
    accountId: '712020:b',
  },
  'a user without the active field': {
    record: {
      id: 'c',
      userName: 'silent',
      groups: [{ type: 'GROUP', value: 'g', display: 'devs', $ref: 'https://x' }],
    },
    active: true,
    accountId: null,
  },
  'a user whose extension holds nothing': {
    record: { id: 'd', active: true, [extension]: { atlassianAccountId: null }, emails: null, name: null },
    active: true,
    accountId: null,
  },
};

for (const [name, { record, active, accountId }] of Object.entries(samples)) {
  test(`a SCIM record is read: ${name}`, async () => {
    expect(await readUser(record)).toMatchObject({ active, accountId });
  });
}

test('a SCIM group is read with members of any form, and without a name it has none', async () => {
  const Resources = [
    {
      id: 'g1',
      displayName: 'devs',
      externalId: 'x',
      members: [{ type: 'USER', value: 'u', $ref: 'https://x' }],
    },
    { id: 'g2', members: null, meta: { resourceType: 'GROUP' } },
  ];
  const bench = aClient(() => ({ body: { totalResults: 2, Resources } }));
  expect((await bench.clock.run(scimApi(bench.client, 'd').groups(null))).items).toEqual([
    { scimGroupId: 'g1', displayName: 'devs' },
    { scimGroupId: 'g2', displayName: null },
  ]);
});

test('a SCIM error body is told in its own words', async () => {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '401',
    detail: 'Key revoked.',
  };
  const bench = aClient(() => ({ status: 401, body }));
  const error = await failureOf(bench, scimApi(bench.client, 'd').users(null));
  expect(error).toBeInstanceOf(ApiError);
  expect(error.message).toMatch(
    /^GET \/scim\/directory\/\{scimDirectoryId\}\/Users: .*\(401\).*Key revoked\./,
  );
});

const published = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures');
if (existsSync(published)) {
  const names = readdirSync(published).filter((name) => /^scim-user-.*\.json$/.test(name));
  test('the published samples are there', () => expect(names.length).toBeGreaterThan(2));
  for (const name of names) {
    test(`a published SCIM record is read: ${name}`, async () => {
      const record = JSON.parse(readFileSync(join(published, name), 'utf8')) as Record<string, unknown>;
      const link = record[extension] as { atlassianAccountId?: string } | undefined;
      expect(await readUser(record)).toEqual({
        scimUserId: record['id'],
        userName: record['userName'],
        externalId: record['externalId'] ?? null,
        accountId: link?.atlassianAccountId ?? null,
        active: record['active'] ?? true,
      });
    });
  }
} else {
  const name = 'left out: the published SCIM samples (no ../shared beside the checkout)';
  test(name, () => {
    process.stdout.write(`${name}\n`);
    expect(existsSync(published)).toBe(false);
  });
}
