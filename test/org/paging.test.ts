import { expect, test } from 'vitest';
import { smallOrg, user, group } from './support/small-org';
import { listIn, nextOf, v1, v2, walkSearch, withOrg, type Answer, type Json } from './support/org-client';

const many = smallOrg({
  users: Array.from({ length: 230 }, (_, nth) =>
    user(`u${String(nth).padStart(3, '0')}`, { groups: nth % 2 === 0 ? ['legacy'] : ['empty'] }),
  ),
  groups: [
    ...smallOrg().groups.filter(({ id }) => ['legacy', 'empty'].includes(id)),
    ...Array.from({ length: 30 }, (_, nth) => group(`g${String(nth)}`)),
  ],
});
const ids = (found: readonly Json[]): string[] =>
  found.map((item) => String(item['accountId'] ?? item['id']));

test('pages hold 50 users and 20 groups when no limit is asked', () =>
  withOrg(
    async (client) => {
      expect((await client.post(`${v2}/users/search`)).body['data']).toHaveLength(50);
      expect((await client.post(`${v2}/groups/search`)).body['data']).toHaveLength(20);
    },
    { file: many },
  ));

test('a limit above 100, below 1 or not whole is refused', () =>
  withOrg(
    async (client) => {
      for (const limit of [101, 0, -1, 1.5]) {
        const refused = await client.post(`${v2}/users/search`, { limit });
        expect([limit, refused.status, refused.body['errors']?.[0]?.['code']]).toEqual([
          limit,
          400,
          'ADMIN-400-24',
        ]);
      }
      expect((await client.post(`${v2}/users/search`, { limit: 100 })).body['data']).toHaveLength(100);
    },
    { file: many },
  ));

test.each([
  ['natural', { pageOrder: 'natural' }],
  ['reversed', { pageOrder: 'reversed' }],
  ['shuffled', { pageOrder: { seed: 7 } }],
  ['small', { pageSizeMax: 7 }],
  ['overlapping', { duplicates: 3 }],
  ['shuffled, small and overlapping', { pageOrder: { seed: 9 }, pageSizeMax: 11, duplicates: 4 }],
] as const)('%s pages hold every user', (_, options) =>
  withOrg(
    async (client) => {
      const found = ids(await walkSearch(client, `${v2}/users/search`, { limit: 100 }));
      expect([...new Set(found)].sort()).toEqual(many.users.map(({ accountId }) => accountId));
      if (!('duplicates' in options)) expect(found).toHaveLength(230);
      else expect(found.length).toBeGreaterThan(230);
    },
    { file: many, options },
  ),
);

test('the order of the pages differs as it is told', () => {
  const first = async (pageOrder: 'natural' | 'reversed' | { seed: number }): Promise<string> => {
    let id = '';
    await withOrg(
      async (client) => {
        id = ids((await client.post(`${v2}/users/search`)).body['data'] as unknown as Json[])[0] ?? '';
      },
      { file: many, options: { pageOrder } },
    );
    return id;
  };
  return Promise.all([first('natural'), first('reversed'), first({ seed: 1 }), first({ seed: 1 })]).then(
    ([a, b, c, d]) => {
      expect([a, b]).toEqual(['u000', 'u229']);
      expect(c).toBe(d);
      expect(c).not.toBe('u000');
    },
  );
});

test('a cursor fits the list it came from and no other', () =>
  withOrg(
    async (client) => {
      const page = await client.post(`${v2}/users/search`, {});
      const cursor = page.body['links']?.['next'];
      expect((await client.post(`${v2}/users/search`, { cursor })).status).toBe(200);
      for (const [path, sent] of [
        [`${v2}/groups/search`, cursor],
        [`${v2}/users/search`, `${String(cursor)}x`],
        [`${v2}/users/search`, 'nonsense'],
      ] as const) {
        const refused = await client.post(path, { cursor: sent });
        expect([refused.status, refused.body['errors']?.[0]?.['code']]).toEqual([400, 'ADMIN-400-1']);
      }
    },
    { file: many },
  ));

test('a cursor runs out after an hour of the world’s time', () =>
  withOrg(
    async (client) => {
      const cursor = (await client.post(`${v2}/users/search`, {})).body['links']?.['next'];
      client.org.clock.advanceBy(60 * 60_000);
      expect((await client.post(`${v2}/users/search`, { cursor })).status).toBe(200);
      client.org.clock.advanceBy(1);
      expect((await client.post(`${v2}/users/search`, { cursor })).status).toBe(400);
    },
    { file: many },
  ));

test('a walk goes on after the last item when the list changes meanwhile', () =>
  withOrg(
    async (client) => {
      const first = await client.post(`${v2}/users/search`, { groupIds: ['legacy'], limit: 10 });
      const gone = String(first.body['data']?.[0]?.['accountId']);
      client.org.world.apply({
        do: 'remove-member',
        at: many.now,
        groupId: 'legacy',
        accountId: gone,
        by: 'ann',
      });
      const rest = await walkSearch(client, `${v2}/users/search`, {
        groupIds: ['legacy'],
        limit: 10,
        cursor: first.body['links']?.['next'],
      });
      const next = await client.post(`${v2}/users/search`, {
        groupIds: ['legacy'],
        limit: 10,
        cursor: first.body['links']?.['next'],
      });
      expect(next.body['data']?.[0]?.['accountId']).toBe('u020');
      expect(rest.length).toBeGreaterThan(0);
    },
    { file: many },
  ));

test('GET lists discard everything else beside a cursor', () =>
  withOrg(
    async (client) => {
      const first = await client.get(`${v2}/users?limit=60&groupIds=legacy`);
      const cursor = encodeURIComponent(String(first.body['links']?.['next']));
      const second = await client.get(`${v2}/users?cursor=${cursor}&limit=1&groupIds=empty`);
      const found = [...first.body['data']!, ...second.body['data']!];
      expect(found).toHaveLength(115);
      expect(new Set(ids(found)).size).toBe(115);
      expect(second.body['links']?.['next']).toBeNull();
    },
    { file: many },
  ));

test('workspaces: with a cursor nothing else may be in the body, and next is an address', () =>
  withOrg(async (client) => {
    const path = '/admin/v2/orgs/{org}/workspaces';
    const first = await client.post(path, { limit: 2 });
    const next = String(first.body['links']?.['next']);
    expect(next).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\/v2\/orgs\/org-1zz\/workspaces\?cursor=/);
    const cursor = new URL(next).searchParams.get('cursor');
    expect((await client.post(path, { cursor, limit: 2 })).status).toBe(400);
    const second = await client.post(path, { cursor });
    expect(second.status).toBe(200);
    expect(ids([...first.body['data']!, ...second.body['data']!])).toEqual(
      smallOrg().resources.map(({ ari }) => ari),
    );
    expect(second.body['links']?.['next']).toBeNull();
    expect(second.body['meta']?.['total']).toBe(3);
  }));

test('v1 lists give the address of the next page', () =>
  withOrg(
    async (client) => {
      const found: Json[] = [];
      let path: string | undefined = `${v1}/users`;
      while (path !== undefined) {
        const page: Answer = await client.get(path);
        found.push(...listIn(page, 'data'));
        path = nextOf(page)?.slice(client.org.origin.length);
      }
      expect(found).toHaveLength(230);
      expect(found[0]).toHaveProperty('account_id', 'u000');
    },
    { file: many },
  ));
