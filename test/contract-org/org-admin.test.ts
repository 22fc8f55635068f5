import { expect, test } from 'vitest';
import { generateDemoOrg } from '../../local/org/demo/generate';
import { people } from '../../local/org/demo/people';
import { aris, directories, groupIdOf } from '../../local/org/demo/structure';
import { nextOf, withOrg, type Answer, type OrgClient } from '../org/support/org-client';
import { readShapes } from './shape-check';

const shapes = readShapes('org-admin.openapi.json');
const file = generateDemoOrg();

/** Sends what an operation needs, checks the answer against the file, and notes that it was driven. */
function driver(client: OrgClient, driven: Map<string, Set<number>>) {
  const master = client.org.issueKey({ scopes: null });
  return async (
    operation: string,
    path: string,
    sent: { body?: unknown; key?: string } = {},
  ): Promise<Answer> => {
    const [method = ''] = operation.split(' ');
    const answer = await client.send(method, path, { key: master, ...sent });
    const body = answer.text === '' ? undefined : answer.body;
    expect(shapes.faultsOf(operation, answer.status, body)).toEqual([]);
    const statuses = driven.get(operation) ?? new Set<number>();
    driven.set(operation, statuses.add(answer.status));
    return answer;
  };
}

const v1 = '/admin/v1/orgs/{orgId}';
const v2 = '/admin/v2/orgs/{orgId}';
const dir = `${v2}/directories/{directoryId}`;

/** The template with this organization's ids in it. */
function fill(template: string, ids: Record<string, string> = {}): string {
  const all: Record<string, string> = { orgId: file.org.id, directoryId: directories.main, ...ids };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(all[name] ?? ''));
}

test('every operation of the organization API answers in the shape that its file describes', () =>
  withOrg(
    async (client) => {
      const driven = new Map<string, Set<number>>();
      const drive = driver(client, driven);
      const on = (
        method: string,
        template: string,
        ids: Record<string, string> = {},
        sent: { body?: unknown; key?: string } = {},
      ): Promise<Answer> => drive(`${method} ${template}`, fill(template, ids), sent);
      const accountId = people.threePaths;
      const groupId = groupIdOf('jira-users-harbourline');
      const legacy = groupIdOf('legacy-jira-2017');
      const grant = { resourceId: aris.confluence, roleId: 'atlassian/user' };

      await on('GET', '/admin/v1/orgs');
      await on('GET', v1);
      await on('GET', `${v2}/directories`);
      await on('POST', `${v2}/workspaces`, {}, { body: { limit: 3 } });
      for (const expand of [[], ['platformRoles', 'counts.resources', 'productAccess', 'groups']]) {
        for (let cursor: string | undefined, first = true; first || cursor; first = false) {
          const page = await on(
            'POST',
            `${dir}/users/search`,
            {},
            { body: { limit: 100, expand, ...(cursor === undefined ? {} : { cursor }) } },
          );
          cursor = nextOf(page);
        }
      }
      await on('GET', `${dir}/users`);
      await on('GET', `${dir}/users/{accountId}`, { accountId });
      for (const id of Object.values(people))
        await on('GET', `${dir}/users/{accountId}/role-assignments`, { accountId: id });
      await on('GET', `${dir}/users/count`);
      await on('GET', `${dir}/users/stats`);
      await on(
        'POST',
        `${dir}/groups/search`,
        {},
        { body: { limit: 100, expand: ['counts.users', 'counts.resources'] } },
      );
      await on('GET', `${dir}/groups`);
      await on('GET', `${dir}/groups/{groupId}`, { groupId });
      for (const { id, directoryId, name } of file.groups) {
        if (name !== 'system-administrators' && name !== 'atlassian-addons-admin') {
          await on('GET', `${dir}/groups/{groupId}/role-assignments`, { groupId: id, directoryId });
        }
      }
      await on('GET', `${dir}/groups/count`);
      await on('GET', `${dir}/groups/stats`);
      await on('GET', `${v1}/users`);
      await on('GET', `${v1}/directory/users/{accountId}/last-active-dates`, { accountId });
      const domains = await on('GET', `${v1}/domains`);
      await on('GET', `${v1}/domains/{domainId}`, { domainId: String(domains.body['data']?.[0]?.['id']) });
      const events = await on('GET', `${v1}/events`);
      await on('GET', `${v1}/events/{eventId}`, { eventId: String(events.body['data']?.[0]?.['id']) });
      await on('GET', `${v1}/events-stream`);
      await on('GET', `${v1}/event-actions`);

      await on('POST', `${dir}/users/{accountId}/suspend`, { accountId });
      await on('POST', `${dir}/users/{accountId}/restore`, { accountId });
      await on(
        'POST',
        `${dir}/groups/{groupId}/memberships`,
        { groupId: legacy },
        { body: { accountId: people.finance } },
      );
      await on('DELETE', `${dir}/groups/{groupId}/memberships/{accountId}`, {
        groupId: legacy,
        accountId: people.finance,
      });
      await on(
        'POST',
        `${dir}/groups/{groupId}/role-assignments/assign`,
        { groupId: legacy },
        { body: grant },
      );
      await on(
        'POST',
        `${dir}/groups/{groupId}/role-assignments/revoke`,
        { groupId: legacy },
        { body: grant },
      );
      await on('POST', `${dir}/groups`, {}, { body: { name: 'new one' } });
      const made = await on('POST', `${dir}/groups/search`, {}, { body: { groupNames: ['new one'] } });
      await on('DELETE', `${dir}/groups/{groupId}`, { groupId: String(made.body['data']?.[0]?.['id']) });
      const role = { role: 'atlassian/user', resource: aris.jira };
      await on('POST', `${v1}/users/{userId}/roles/assign`, { userId: people.finance }, { body: role });
      await on('POST', `${v1}/users/{userId}/roles/revoke`, { userId: people.finance }, { body: role });
      await on(
        'POST',
        `${v1}/users/{userId}/role-assignments/assign`,
        { userId: people.finance },
        { body: { role: 'atlassian/org-admin' } },
      );
      await on(
        'POST',
        `${v1}/users/{userId}/role-assignments/revoke`,
        { userId: people.finance },
        { body: { role: 'atlassian/org-admin' } },
      );
      await on('DELETE', `${dir}/users/{accountId}`, { accountId });
      const refused = [...driven].filter(([, statuses]) => [...statuses].some((status) => status >= 300));
      expect(refused).toEqual([]);
      expect([...driven.keys()].sort()).toEqual([...shapes.operations].sort());
    },
    { file },
  ));

test('refusals have the shape of the file too', () =>
  withOrg(
    async (client) => {
      const driven = new Map<string, Set<number>>();
      const drive = driver(client, driven);
      const scoped = client.org.issueKey({ scopes: [] });
      for (const operation of shapes.operations) {
        const [, template = ''] = operation.split(' ');
        const path = fill(template, {
          accountId: 'nobody',
          userId: 'nobody',
          groupId: 'none',
          domainId: 'none',
          eventId: 'none',
        });
        expect((await drive(operation, path, { key: 'wrong' })).status).toBe(401);
        await drive(operation, path, { key: scoped });
        client.org.setFaults({ rate429: 1 });
        expect((await drive(operation, path)).status).toBe(429);
        client.org.setFaults({ fail: [{ endpoint: '*', status: 500 }] });
        expect((await drive(operation, path)).status).toBe(500);
        client.org.setFaults({});
        client.org.clock.advanceBy(60_000);
        if (operation.startsWith('POST') && !template.endsWith('search')) {
          await drive(operation, path, { body: '{' });
          await drive(operation, path, { body: {} });
        }
        if (operation.includes('{')) await drive(operation, path);
      }
    },
    { file },
  ));

test('the check itself finds a wrong type, an unknown field and an unknown status', () => {
  const operation = 'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/count';
  expect(shapes.faultsOf(operation, 200, { count: 1 })).toEqual([]);
  expect(shapes.faultsOf(operation, 200, { count: 'many' })).toHaveLength(1);
  expect(shapes.faultsOf(operation, 200, { count: 1, total: 1 })).toHaveLength(1);
  expect(shapes.faultsOf(operation, 418, {})).toHaveLength(1);
  const search = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search';
  expect(shapes.faultsOf(search, 200, { links: {} })).toHaveLength(1);
  expect(shapes.faultsOf(search, 200, { data: [{ account_id: 'x' }] })).toHaveLength(1);
});
