import { expect, test } from 'vitest';
import { jiraOf } from './support/jira-client';
import type { Faults } from '../../local/org/server';
import { smallOrg, user } from './support/small-org';
import { v1, v2, withOrg, type OrgClient } from './support/org-client';

/** What became of so many equal requests: a status, `broken` for a body that is no JSON, `reset`. */
async function outcomes(client: OrgClient, count: number): Promise<string[]> {
  const found: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    try {
      const { status, body, text } = await client.post(`${v2}/users/search`, { limit: 5 });
      found.push((body as unknown) === undefined && text !== '' ? 'broken' : String(status));
    } catch {
      found.push('reset');
    }
  }
  return found;
}

test('the same seed fails the same requests, another seed others', async () => {
  const runs: string[][] = [];
  for (const seed of [1, 1, 2]) {
    await withOrg(
      async (client) => {
        runs.push(await outcomes(client, 40));
      },
      { file: smallOrg({ faults: { seed, rate429: 0.2, rate5xx: 0.2, rateReset: 0.1, truncate: 0.1 } }) },
    );
  }
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).not.toEqual(runs[0]);
  expect(new Set(runs[0]).size).toBeGreaterThan(3);
  expect(runs[0]).toContain('200');
});

test('requests that run side by side fail as they would one after the other', async () => {
  const faults: Faults = { seed: 3, rate429: 0.4 };
  const paths = Array.from({ length: 20 }, (_, nth) => `${v2}/users?limit=${String(nth + 1)}`);
  const runs: number[][] = [[], []];
  await withOrg(
    async (client) => {
      for (const path of paths) runs[0]?.push((await client.get(path)).status);
    },
    { options: { faults } },
  );
  await withOrg(
    async (client) => {
      runs[1] = await Promise.all(paths.map(async (path) => (await client.get(path)).status));
    },
    { options: { faults } },
  );
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[0]).toContain(429);
});

test('a 429 says when to come back: mostly by Retry-After, always by the instant of the reset', () =>
  withOrg(
    async (client) => {
      const plainly: boolean[] = [];
      for (let nth = 0; nth < 30; nth += 1) {
        const { status, headers, body } = await client.get(v1);
        expect([status, body['errors']?.[0]?.['code']]).toEqual([429, 'ADMIN-429-1']);
        const now = Date.parse(headers.get('date') ?? '');
        expect(Date.parse(headers.get('x-ratelimit-reset') ?? '') - now).toBe(1000);
        expect([null, '1']).toContain(headers.get('retry-after'));
        plainly.push(headers.has('retry-after'));
      }
      expect(plainly.filter(Boolean).length).toBeGreaterThan(15);
      expect(plainly).toContain(false);
    },
    { options: { faults: { rate429: 1 } } },
  ));

test('each API family writes its refusals in its own envelope', () =>
  withOrg(
    async (client) => {
      expect((await client.get(v1)).body).toHaveProperty('errors.0.code', 'ADMIN-429-1');
      expect((await client.get('/scim/directory/okta/Users')).body).toHaveProperty('schemas');
      expect((await client.get('/ex/jira/site-1/rest/api/3/myself')).body).toHaveProperty('errorMessages');
    },
    { options: { faults: { rate429: 1 } } },
  ));

test('a knob fails one endpoint, one path or all, so often as it says', () =>
  withOrg(async (client) => {
    client.org.setFaults({
      fail: [
        { endpoint: 'GET /admin/v1/orgs/{orgId}', status: 503, times: 2 },
        { endpoint: `GET /admin/v2/orgs/*/groups/legacy/role-assignments`, status: 403 },
      ],
    });
    const statuses = [];
    for (let nth = 0; nth < 3; nth += 1) statuses.push((await client.get(v1)).status);
    expect(statuses).toEqual([503, 503, 200]);
    expect((await client.get(`${v2}/groups/legacy/role-assignments`)).status).toBe(403);
    expect((await client.get(`${v2}/groups/eng/role-assignments`)).status).toBe(200);
    client.org.setFaults({});
    expect((await client.get(`${v2}/groups/legacy/role-assignments`)).status).toBe(200);
  }));

test('an answer can be lost after the work was done: with a 5xx, or with the connection', () =>
  withOrg(async (client) => {
    const bob = jiraOf(client, 'bob');
    const endpoint = 'POST *rest/api/3/issue';
    client.org.setFaults({
      lost: [
        { endpoint, status: 503, times: 1 },
        { endpoint, afterMs: 30, times: 1 },
      ],
    });
    await expect(bob.newIssue()).rejects.toThrow('after the work was done');
    const before = performance.now();
    await expect(bob.newIssue()).rejects.toThrow('fetch failed');
    expect(performance.now() - before).toBeGreaterThanOrEqual(29);
    expect(await bob.newIssue()).toBe('IAM-3');
    expect(client.org.world.issues().map(({ key }) => key)).toEqual(['IAM-1', 'IAM-2', 'IAM-3']);
  }));

test('what is refused is no lost answer', () =>
  withOrg(async (client) => {
    client.org.setFaults({ lost: [{ endpoint: 'POST *rest/api/3/issue', status: 503, times: 1 }] });
    const bob = jiraOf(client, 'bob');
    expect((await bob.post('/issue', { fields: {} })).status).toBe(400);
    await expect(bob.newIssue()).rejects.toThrow('after the work was done');
  }));

test('one endpoint can be slow while the others are not', () =>
  withOrg(async (client) => {
    client.org.setFaults({ slow: [{ endpoint: 'GET *rest/api/3/myself', ms: 400 }] });
    const bob = jiraOf(client, 'bob');
    const took = async (path: string): Promise<number> => {
      const before = performance.now();
      expect((await bob.get(path)).status).toBe(200);
      return performance.now() - before;
    };
    await took('/project');
    expect(await took('/myself')).toBeGreaterThanOrEqual(399);
    client.org.setFaults({});
    expect(await took('/myself')).toBeLessThan(399);
  }));

const crowd = smallOrg({ users: Array.from({ length: 30 }, (_, nth) => user(`u${String(nth)}`)) });

test('a cursor can repeat itself', () =>
  withOrg(
    async (client) => {
      client.org.setFaults({ cursorRepeat: [{ endpoint: 'POST *users/search' }] });
      const first = (await client.post(`${v2}/users/search`, { limit: 10 })).body['links']?.['next'];
      const second = (await client.post(`${v2}/users/search`, { limit: 10, cursor: first })).body['links']?.[
        'next'
      ];
      expect(second).toBe(first);
    },
    { file: crowd },
  ));

test('a cursor can be lost', () =>
  withOrg(
    async (client) => {
      const first = (await client.post(`${v2}/users/search`, { limit: 10 })).body['links']?.['next'];
      client.org.setFaults({ cursorLoss: 1 });
      const { status, body } = await client.post(`${v2}/users/search`, { limit: 10, cursor: first });
      expect([status, body['errors']?.[0]?.['code']]).toEqual([400, 'ADMIN-400-1']);
    },
    { file: crowd },
  ));

test('a page can have a hole though the walk goes on', () =>
  withOrg(
    async (client) => {
      client.org.setFaults({ dropUsersFromPage: [{ endpoint: 'POST *users/search', count: 2, times: 1 }] });
      const first = await client.post(`${v2}/users/search`, { limit: 10 });
      const second = await client.post(`${v2}/users/search`, {
        limit: 10,
        cursor: first.body['links']?.['next'],
      });
      expect(first.body['data']!.map(({ accountId }) => accountId)).toHaveLength(8);
      expect(second.body['data']?.[0]?.['accountId']).toBe('u10');
    },
    { file: crowd },
  ));

test('an answer can have another shape than it should', () =>
  withOrg(async (client) => {
    client.org.setFaults({
      wrongShape: [
        { endpoint: 'POST *users/search', path: 'data.*.accountId', times: 1 },
        { endpoint: 'GET *groups/count', path: 'count', value: 'many' },
      ],
    });
    expect((await client.post(`${v2}/users/search`)).body['data']?.[0]).not.toHaveProperty('accountId');
    expect((await client.post(`${v2}/users/search`)).body['data']?.[0]).toHaveProperty('accountId');
    expect((await client.get(`${v2}/groups/count`)).body).toEqual({ count: 'many' });
  }));

test('groups can be kept back although they were asked for', () =>
  withOrg(async (client) => {
    client.org.setFaults({ hideGroupsExpand: true });
    expect(
      (await client.post(`${v2}/users/search`, { expand: ['groups'] })).body['data']?.[0],
    ).not.toHaveProperty('groups');
  }));

test('a closed connection leaves open whether the write was done', async () => {
  const done: boolean[] = [];
  for (let seed = 0; seed < 12; seed += 1) {
    await withOrg(async (client) => {
      client.org.setFaults({ seed, rateReset: 1 });
      const key = client.org.issueKey({ scopes: null });
      await expect(
        client.post(`${v2}/groups/legacy/memberships`, { accountId: 'eve' }, { key }),
      ).rejects.toThrow();
      expect(client.org.requests.writes()).toMatchObject([{ status: 0 }]);
      done.push(client.org.world.membersOf('legacy').has('eve'));
    });
  }
  expect(new Set(done)).toEqual(new Set([true, false]));
});

test('a slow answer is still the right one', () =>
  withOrg(async (client) => {
    client.org.setFaults({ rateSlow: 1, slowMs: 30 });
    const started = performance.now();
    expect((await client.get(v1)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(29);
  }));
