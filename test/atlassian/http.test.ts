import { expect, test } from 'vitest';
import { endpoints } from '../../src/atlassian/endpoints';
import { aClient, aSilentClient, failureOf, KEY, ORIGIN } from './support/client';
import type { Reply } from './support/scripted-http';

const ORG = { params: { orgId: 'org-1' } };
const good: Reply = { body: { data: { id: 'org-1', attributes: { name: 'Acme' } } } };

/** Gaps between requests, in ms. */
function gaps(sent: readonly { at: number }[]): number[] {
  return sent.slice(1).map((one, i) => one.at - sent[i]!.at);
}

test('a good answer costs one request, with the key in its header and nowhere else', async () => {
  const bench = aClient(() => good);
  const answer = await bench.clock.run(bench.client.call(endpoints.org, ORG));
  expect(answer.data?.attributes?.name).toBe('Acme');
  const [{ url, headers, method, body }] = bench.sent as [(typeof bench.sent)[0]];
  expect([method, url, body]).toEqual(['GET', `${ORIGIN}/admin/v1/orgs/org-1`, null]);
  expect(headers).toEqual({ Authorization: `Bearer ${KEY}`, Accept: 'application/json' });
  expect(bench.counter.counts()).toEqual({
    total: 1,
    retries: 0,
    rateLimited: 0,
    byEndpoint: { 'GET /admin/v1/orgs/{orgId}': 1 },
  });
});

test('a search carries its body as JSON, a SCIM call asks for SCIM', async () => {
  const bench = aClient((request) => ({
    body: request.url.includes('scim') ? { Resources: [] } : { data: [] },
  }));
  const params = { orgId: 'org-1', directoryId: '-' };
  await bench.clock.run(bench.client.call(endpoints.usersSearch, { params, body: { limit: 100 } }));
  await bench.clock.run(bench.client.call(endpoints.scimUsers, { params: { scimDirectoryId: 'd1' } }));
  expect(bench.sent[0]!.body).toBe('{"limit":100}');
  expect(bench.sent[0]!.headers['Content-Type']).toBe('application/json');
  expect(bench.sent[1]!.headers['Accept']).toBe('application/scim+json');
});

const passing: [string, Reply][] = [
  ['429', { status: 429 }],
  ['500', { status: 500 }],
  ['502 with a page of HTML', { status: 502, body: '<html>Bad gateway</html>' }],
  ['503', { status: 503 }],
  ['408', { status: 408 }],
  ['a connection reset', { breaks: 'ECONNRESET' }],
  ['HTML with status 200', { body: '<!doctype html><title>Sign in</title>' }],
  ['half a body', { body: '{"data":{"id":"org' }],
  ['no body', { body: '' }],
];

for (const [name, bad] of passing) {
  test(`${name}: tried again, and the good answer counts`, async () => {
    const bench = aClient((_, n) => (n < 3 ? bad : good), { answered: true });
    await bench.clock.run(bench.client.call(endpoints.org, ORG));
    expect(bench.counter.counts()).toMatchObject({
      total: 4,
      retries: 3,
      rateLimited: bad.status === 429 ? 3 : 0,
    });
  });

  test(`${name}, for ever: given up after 10 retries, in one line that names the call`, async () => {
    const bench = aClient(() => bad, { answered: true });
    const error = await failureOf(bench, bench.client.call(endpoints.org, ORG));
    expect(error.failure).toBe('unreachable');
    expect(error.message).toMatch(/^GET \/admin\/v1\/orgs\/\{orgId\}: .+, after 11 tries$/);
    expect(bench.counter.counts()).toMatchObject({ total: 11, retries: 10 });
  });
}

for (const [name, random, jitter] of [
  ['lowest', () => 0, 0.5],
  ['middle', () => 0.5, 0.75],
  ['highest', () => 1 - Number.EPSILON, 1],
] as const) {
  test(`back-off doubles from 250 ms to at most 5 s, with jitter: ${name} draw`, async () => {
    const bench = aClient(() => ({ status: 500 }), { random, answered: true });
    await failureOf(bench, bench.client.call(endpoints.org, ORG));
    const full = [250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000, 5_000];
    const waits = gaps(bench.sent);
    expect(waits).toHaveLength(10);
    full.forEach((ms, i) => expect(waits[i]).toBeCloseTo(ms * jitter, 6));
    expect(Math.max(...waits)).toBeLessThanOrEqual(5_000);
  });
}

const askedToWait: [string, Record<string, string>, number][] = [
  ['seconds', { 'Retry-After': '7' }, 7_000],
  ['a date', { 'Retry-After': 'Mon, 23 Nov 2026 09:00:09 GMT' }, 9_000],
  ['the reset time alone', { 'X-RateLimit-Reset': '2026-11-23T09:00:11Z' }, 11_000],
  ['both: Retry-After wins', { 'Retry-After': '3', 'X-RateLimit-Reset': '2026-11-23T09:00:30Z' }, 3_000],
  ['more than a timer can hold', { 'Retry-After': '2592000' }, 2_592_000_000],
];

for (const [name, headers, waitMs] of askedToWait) {
  test(`429 with a time to wait is honoured: ${name}`, async () => {
    const bench = aClient((_, n) => (n === 0 ? { status: 429, headers } : good), { random: () => 0 });
    const work = bench.client.call(endpoints.org, ORG);
    await bench.clock.run(work, 31 * 86_400_000);
    expect(gaps(bench.sent)[0]).toBeGreaterThanOrEqual(waitMs);
    expect(gaps(bench.sent)[0]).toBeLessThanOrEqual(waitMs + 5_000);
  });
}

test('a time to wait that cannot be read, or is in the past, falls back to the back-off', async () => {
  for (const value of ['soon', '-5', 'Mon, 23 Nov 2020 09:00:00 GMT', '', '1e9']) {
    const bench = aClient((_, n) => (n === 0 ? { status: 429, headers: { 'Retry-After': value } } : good));
    await bench.clock.run(bench.client.call(endpoints.org, ORG));
    expect(gaps(bench.sent)[0], value).toBeLessThanOrEqual(5_000);
  }
});

test('what never answers is given up within 45 s, however slowly it fails', async () => {
  for (const slowMs of [0, 100, 9_000, 30_000]) {
    const bench = aSilentClient(slowMs);
    const start = bench.clock.now();
    const error = await failureOf(bench, bench.client.call(endpoints.org, ORG));
    expect(error.failure).toBe('unreachable');
    expect(bench.clock.now() - start, `${slowMs} ms an attempt`).toBeLessThanOrEqual(46_000);
  }
});

test('once anything has answered, ten retries are made however long they take', async () => {
  const bench = aSilentClient(30_000, true);
  const error = await failureOf(bench, bench.client.call(endpoints.org, ORG));
  expect(error.detail).toContain('after 11 tries');
});

const refusals: [number, boolean, string, string][] = [
  [400, false, 'rejected', 'rejected (400)'],
  [400, true, 'cursor-refused', 'the cursor is no longer accepted (400)'],
  [410, true, 'cursor-refused', 'the cursor is no longer accepted (410)'],
  [401, false, 'refused', '(401): it is wrong, expired or revoked'],
  [401, true, 'refused', '(401)'],
  [403, false, 'refused', 'the key lacks read:orgs:admin'],
  [404, false, 'not-found', '(404)'],
  [404, true, 'not-found', '(404)'],
  [409, false, 'rejected', 'rejected (409)'],
  [410, false, 'rejected', 'rejected (410)'],
  [415, false, 'rejected', 'rejected (415)'],
  [301, false, 'rejected', 'rejected (301)'],
  [302, false, 'rejected', 'rejected (302)'],
  [307, false, 'rejected', 'rejected (307)'],
  [308, true, 'rejected', 'rejected (308)'],
];

for (const [status, withCursor, failure, words] of refusals) {
  test(`${status}${withCursor ? ' on a call with a cursor' : ''} is ${failure}, at once and for one request`, async () => {
    const location = { Location: 'https://elsewhere.example.net/steal' };
    const bench = aClient(() => ({ status, headers: location, body: '' }));
    const input = { ...ORG, ...(withCursor ? { cursor: 'c1' } : {}) };
    const error = await failureOf(bench, bench.client.call(endpoints.org, input));
    expect([error.failure, error.status]).toEqual([failure, status]);
    expect(error.message).toContain(words);
    expect(error.message).toContain('GET /admin/v1/orgs/{orgId}');
    expect(bench.sent).toHaveLength(1);
  });
}

const envelopes: [string, unknown, string][] = [
  [
    'the organization API',
    { errors: [{ code: 'ADMIN-403-3', title: 'Forbidden', detail: 'Not yours.' }] },
    'ADMIN-403-3: Forbidden: Not yours.',
  ],
  ['SCIM', { schemas: ['urn:x'], status: '403', detail: 'Not this directory.' }, 'Not this directory.'],
  ['a gateway', { message: 'Forbidden by the gateway' }, 'Forbidden by the gateway'],
  ['many lines', { message: 'one\ntwo\r\n\tthree' }, '(one two three)'],
  ['terminal codes', { message: 'red \u001b[31malert\u0007 \u202eevil' }, 'red [31malert'],
  ['a novel', { message: 'x'.repeat(100_000) }, 'x'.repeat(200)],
  ['odd shapes', { errors: [null, 3], detail: 7, message: ['no'] }, '(403)'],
];

for (const [name, body, words] of envelopes) {
  test(`a refusal repeats what ${name} said, on one short line`, async () => {
    const bench = aClient(() => ({ status: 403, body }));
    const error = await failureOf(bench, bench.client.call(endpoints.org, ORG));
    expect(error.message).toContain(words);
    expect(error.message.length).toBeLessThan(400);
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(error.message).not.toMatch(/[\u0000-\u001f\u007f\u202e]/);
  });
}

test('a key that the API repeats, or that the network stack complains about, is not passed on', async () => {
  const replies: Reply[] = [
    { status: 401, body: { errors: [{ title: `The key ${KEY} is not valid` }] } },
    { status: 403, body: { message: `Bearer ${KEY}` } },
    { breaks: `"Bearer ${KEY}" is an invalid header value` },
  ];
  for (const reply of replies) {
    const bench = aClient(() => reply, { answered: true });
    const error = await failureOf(bench, bench.client.call(endpoints.org, ORG));
    expect(error.message).not.toContain(KEY);
    expect(error.stack).not.toContain(KEY);
    for (const { url, body } of bench.sent) expect(`${url} ${body ?? ''}`).not.toContain(KEY);
  }
});

test('a shape that cannot be read names the call and the field, and is not asked for again', async () => {
  const bench = aClient(() => ({ body: { data: [{ accountId: 'a' }, { accountId: 7 }] } }));
  const call = bench.client.call(endpoints.usersSearch, {
    params: { orgId: 'o', directoryId: '-' },
    body: {},
  });
  const error = await failureOf(bench, call);
  expect(error.failure).toBe('shape');
  expect(error.message).toContain('POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search: ');
  expect(error.message).toContain('data[1].accountId');
  expect(bench.sent).toHaveLength(1);
});

test('an id that could change the path is refused before anything is sent', async () => {
  const bench = aClient(() => good);
  for (const orgId of ['../x', 'a/b', 'a%2fb', 'a\r\nHost: evil', 'a?b=c', 'a#b', '', '.', '..', 'ä']) {
    const error = await failureOf(bench, bench.client.call(endpoints.org, { params: { orgId } }));
    expect(error.failure, orgId).toBe('shape');
    expect(error.message).toContain('orgId');
    expect(error.message).not.toMatch(/[\r\n]/);
  }
  expect(bench.sent).toHaveLength(0);
  expect(bench.counter.counts().total).toBe(0);
});
