import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { smallOrg } from '../org/support/small-org';
import { withOrg, type Answer } from '../org/support/org-client';
import { readShapes } from './shape-check';

const shapes = readShapes('scim.openapi.json');
const base = '/scim/directory/{directoryId}';
const links = '/admin/user-provisioning/v1/org/{orgId}';
const user = `${base}/Users/{userId}`;
const group = `${base}/Groups/{id}`;

test('every operation of the provisioning API answers in the shape that its file describes', () =>
  withOrg(async (client) => {
    const driven = new Set<string>();
    const keys = { scim: client.org.scimKeys.get('okta') ?? '', org: client.org.issueKey({ scopes: null }) };
    const on = async (
      method: string,
      template: string,
      ids: Record<string, string> = {},
      body?: object,
    ): Promise<Answer> => {
      const all: Record<string, string> = { directoryId: 'okta', orgId: smallOrg().org.id, ...ids };
      const path = template.replace(/\{(\w+)\}/g, (_, name: string) => all[name] ?? '');
      const key = template.startsWith('/scim') ? keys.scim : keys.org;
      const answer = await client.send(method, path, { key, ...(body === undefined ? {} : { body }) });
      expect(answer.status).toBeLessThan(300);
      expect(
        shapes.faultsOf(`${method} ${template}`, answer.status, answer.text === '' ? undefined : answer.body),
      ).toEqual([]);
      driven.add(`${method} ${template}`);
      return answer;
    };
    for (const operation of shapes.operations) {
      const [method = '', template = ''] = operation.split(' ');
      if (method === 'GET' && template.startsWith(base) && !/\{(userId|id)\}/.test(template))
        await on(method, template);
    }
    await on('GET', `${links}/user/{aaId}/get-scim-links`, { aaId: 'bob' });
    await on('POST', `${links}/get-scim-links-for-email`, {}, { email: 'bob@harbour.example' });
    await on('GET', user, { userId: 'scim-bob' });
    await on('GET', group, { id: 'scim-eng' });
    const made = await on(
      'POST',
      `${base}/Users`,
      {},
      {
        userName: 'new@harbour.example',
        name: { givenName: 'New' },
        emails: [{ value: 'new@harbour.example', primary: true }],
      },
    );
    const userId = String(made.body['id']);
    await on(
      'PUT',
      user,
      { userId },
      { userName: 'new@harbour.example', title: 'Lead', phoneNumbers: [{ value: '1', type: 'work' }] },
    );
    await on('PATCH', user, { userId }, { Operations: [{ op: 'replace', path: 'active', value: false }] });
    const pushed = await on(
      'POST',
      `${base}/Groups`,
      {},
      { displayName: 'pushed', members: [{ value: userId }] },
    );
    const id = String(pushed.body['id']);
    await on('PUT', group, { id }, { displayName: 'pushed', members: [] });
    await on(
      'PATCH',
      group,
      { id },
      { Operations: [{ op: 'add', path: 'members', value: [{ value: userId }] }] },
    );
    await on('DELETE', group, { id });
    await on('DELETE', user, { userId });
    await on('PATCH', `${links}/scimDirectoryId/{scimDirectoryId}/scimUserId/{scimUserId}/unlink`, {
      scimDirectoryId: 'okta',
      scimUserId: 'scim-bob',
    });
    await on('DELETE', `${links}/user/{aaId}/onlyDeleteUserInDB`, { aaId: 'cai' });
    expect([...driven].sort()).toEqual([...shapes.operations].sort());
  }));

test('refusals of SCIM have its error shape', () =>
  withOrg(async (client) => {
    for (const operation of shapes.operations.filter((each) => each.includes(' /scim'))) {
      const [method = '', template = ''] = operation.split(' ');
      const path = template.replace('{directoryId}', 'okta').replace(/\{\w+\}/, 'none');
      for (const key of ['wrong', client.org.scimKeys.get('okta') ?? '']) {
        const answer = await client.send(method, path, {
          key,
          ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
        });
        expect(
          shapes.faultsOf(operation, answer.status, answer.text === '' ? undefined : answer.body),
        ).toEqual([]);
        if (key === 'wrong') expect(answer.status).toBe(401);
      }
    }
  }));

const fixtures = resolve(import.meta.dirname, '../../../shared/fixtures');

if (existsSync(fixtures)) {
  const read = (name: string): unknown => JSON.parse(readFileSync(resolve(fixtures, name), 'utf8'));

  test.each([
    'scim-user-active.json',
    'scim-user-inactive.json',
    'scim-user-created.json',
    'scim-user-without-active-field.json',
  ])('a captured answer (%s) fits the same shape, and has no field that the simulation leaves out', (name) =>
    withOrg(async (client) => {
      const captured = read(name) as Record<string, unknown>;
      expect(shapes.faultsOf(`GET ${user}`, 200, captured)).toEqual([]);
      const key = client.org.scimKeys.get('okta') ?? '';
      const ours = (await client.get('/scim/directory/okta/Users/scim-bob', { key })).body;
      const optional = ['title'];
      expect(Object.keys(ours)).toEqual(
        expect.arrayContaining(Object.keys(captured).filter((field) => !optional.includes(field))),
      );
      expect([...(ours['schemas'] ?? [])].sort()).toEqual([...(captured['schemas'] as string[])].sort());
    }),
  );

  test('the documented PATCH of group members is understood', () =>
    withOrg(async (client) => {
      const { request, response } = read('scim-group-patch-add-members.json') as {
        request: { body: { Operations: { value: { value: string }[] }[] } };
        response: { body: object };
      };
      expect(shapes.faultsOf(`PATCH ${group}`, 200, response.body)).toEqual([]);
      const body = structuredClone(request.body);
      body.Operations[0]!.value = [{ value: 'scim-bob' }, { value: 'scim-cai' }];
      const key = client.org.scimKeys.get('okta') ?? '';
      const made = await client.post('/scim/directory/okta/Groups', { displayName: 'fixture' }, { key });
      const answer = await client.send('PATCH', `/scim/directory/okta/Groups/${String(made.body['id'])}`, {
        key,
        body,
      });
      expect(answer.body['members']!.map(({ value }) => value)).toEqual(['scim-bob', 'scim-cai']);
      expect(Object.keys(answer.body).sort()).toEqual(Object.keys(response.body).sort());
    }));
} else {
  test('left out: captured SCIM answers (no ../shared beside the checkout)', () => {
    expect(existsSync(fixtures)).toBe(false);
  });
}
