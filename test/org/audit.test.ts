import { expect, test } from 'vitest';
import { aris, smallOrg } from './support/small-org';
import { v1, v2, masterKey, withOrg } from './support/org-client';

test('events tell who did what to whom, and why they came in', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v1}/events`);
    expect(body['data']!.map(({ id }) => id)).toEqual(['ev-2', 'ev-1']);
    expect(body['data']?.[1]).toMatchObject({
      type: 'events',
      attributes: {
        time: '2026-11-01T08:00:00Z',
        action: 'user_added_to_group',
        actor: { id: 'ann', name: 'ann Person', email: 'ann@harbour.example' },
        context: [
          { id: 'bob', type: 'users', attributes: { cause: 'invite' } },
          { id: 'jira-users', type: 'groups', attributes: { name: 'jira-users', cause: 'invite' } },
          { id: aris.jira, type: 'workspaces', attributes: { cause: 'invite' } },
        ],
      },
    });
    expect(body['data']?.[0]?.['attributes']?.['actor']?.['auth']).toMatchObject({ authType: 'api-token' });
  }));

test('what is older than 180 days cannot be read', () =>
  withOrg(async (client) => {
    expect((await client.get(`${v1}/events/ev-3`)).body['errors']?.[0]?.['code']).toBe('ADMIN-404-4');
    expect((await client.get(`${v1}/events/ev-1`)).body['data']?.['id']).toBe('ev-1');
    client.org.clock.advanceBy(160 * 86_400_000);
    expect((await client.get(`${v1}/events/ev-1`)).status).toBe(404);
  }));

test('without Guard the log is closed', () =>
  withOrg(
    async (client) => {
      const { status, body } = await client.get(`${v1}/events`);
      expect(status).toBe(403);
      expect(body['errors']?.[0]?.['detail']).toContain('Guard');
      expect((await client.get(`${v1}/events-stream`)).status).toBe(403);
    },
    { file: smallOrg({ org: { id: 'org-1zz', name: 'Harbour', guard: 'none' } }) },
  ));

test('ten requests a minute are answered, the next one waits', () =>
  withOrg(async (client) => {
    for (let nth = 0; nth < 10; nth += 1) expect((await client.get(`${v1}/events`)).status).toBe(200);
    const refused = await client.get(`${v1}/events`);
    expect([refused.status, refused.body['errors']?.[0]?.['code']]).toEqual([429, 'ADMIN-429-1']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.headers.get('x-ratelimit-limit')).toBe('10');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Date.parse(refused.headers.get('x-ratelimit-reset') ?? '')).toBeGreaterThan(
      client.org.clock.now(),
    );
    client.org.clock.advanceBy(60_000);
    expect((await client.get(`${v1}/events`)).status).toBe(200);
  }));

test('events can be narrowed by time, action, actor and words', () =>
  withOrg(async (client) => {
    const idsOf = async (query: string): Promise<unknown> => {
      const { status, body } = await client.get(`${v1}/events?${query}`);
      return status === 200 ? body['data']!.map(({ id }) => id) : status;
    };
    expect(await idsOf(`from=${String(Date.parse('2026-11-02T00:00:00Z'))}`)).toEqual(['ev-2']);
    expect(await idsOf(`to=${String(Date.parse('2026-11-02T00:00:00Z'))}`)).toEqual(['ev-1']);
    expect(await idsOf('action=api_token_used')).toEqual(['ev-2']);
    expect(await idsOf('actor=ann')).toEqual(['ev-1']);
    expect(await idsOf('product=jira')).toEqual(['ev-1']);
    expect(await idsOf('q=JIRA-users')).toEqual(['ev-1']);
    expect(await idsOf('from=monday')).toBe(400);
  }));

test('the stream gives events as they were processed, page by page, and new ones after the last cursor', () =>
  withOrg(async (client) => {
    const first = await client.get(`${v1}/events-stream?limit=1`);
    expect(first.body['data']!.map(({ id, attributes }) => [id, attributes?.['processedAt']])).toEqual([
      ['ev-1', '2026-11-01T08:00:00Z'],
    ]);
    await client.post(`${v2}/groups/legacy/memberships`, { accountId: 'eve' }, { key: masterKey(client) });
    const rest = await client.get(
      `${v1}/events-stream?cursor=${encodeURIComponent(String(first.body['meta']?.['next']))}`,
    );
    expect(rest.body['data']!.map(({ id }) => id)).toEqual(['ev-2']);
    const next = await client.get(
      `${v1}/events-stream?cursor=${encodeURIComponent(String(rest.body['meta']?.['next']))}`,
    );
    expect(next.body['data']!.map(({ attributes }) => attributes?.['action'])).toEqual([
      'user_added_to_group',
    ]);
  }));

test('the actions that occur are listed', () =>
  withOrg(async (client) => {
    const { body } = await client.get(`${v1}/event-actions`);
    expect(body['data']!.map(({ id }) => id)).toEqual([
      'api_token_used',
      'user_added_to_group',
      'user_invited',
    ]);
  }));
