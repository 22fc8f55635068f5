import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseManifest } from '../../local/host/manifest';
import { acme, beta, fixtureManifest, startFixture, type Fixture } from './fixture';

const sdk = () => import('@forge/kvs');

/** The code with which storage refuses the work. */
async function codeOf(fixture: Fixture, work: () => unknown): Promise<string> {
  try {
    await fixture.inside(async () => work());
    return 'accepted';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i += 1) value = { in: value };
  return value;
}

test('a value comes back as it was set, and a missing key as undefined', async () => {
  const { host, inside } = await startFixture();
  const { kvs } = await sdk();
  await inside(async () => {
    await kvs.set('a', { deep: [1, null, 'x'] });
    expect(await kvs.get('a')).toEqual({ deep: [1, null, 'x'] });
    expect(await kvs.get('nothing')).toBeUndefined();
    await kvs.delete('a');
    await kvs.delete('a');
    expect(await kvs.get('a')).toBeUndefined();
  });
  await host.close();
});

test('keys, values and depth are accepted at the limit and refused one beyond', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  const set = (key: string, value: unknown) => codeOf(fixture, () => kvs.set(key, value));
  const quotes = 2;
  expect(await set('k'.repeat(500), 1)).toBe('accepted');
  expect(await set('k'.repeat(501), 1)).toBe('KEY_TOO_LONG');
  expect(await set('', 1)).toBe('EMPTY_KEY');
  expect(await codeOf(fixture, () => kvs.set(undefined as never, 1))).toBe('EMPTY_KEY');
  expect(await set('none', undefined)).toBe('INVALID_REQUEST');
  expect(await set('  ', 1)).toBe('INVALID_KEY');
  expect(await set('a/b', 1)).toBe('INVALID_KEY');
  expect(await set('a:b.c_d-e#f g', 1)).toBe('accepted');
  expect(await set('big', 'x'.repeat(240 * 1024 - quotes))).toBe('accepted');
  expect(await set('big', 'x'.repeat(240 * 1024 - quotes + 1))).toBe('MAX_SIZE');
  expect(await set('deep', nested(31))).toBe('accepted');
  expect(await set('deep', nested(32))).toBe('MAX_DEPTH');
  await fixture.host.close();
});

test('FAIL_IF_EXISTS writes once, OVERRIDE gives the previous or the latest value', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  const once = () => kvs.set('cycle', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
  expect(await codeOf(fixture, once)).toBe('accepted');
  expect(await codeOf(fixture, once)).toBe('KEY_CONFLICT');
  const swapped = await fixture.inside(() =>
    kvs.set('cycle', 2, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' }),
  );
  expect(swapped).toEqual({ key: 'cycle', value: 1 });
  const latest = await fixture.inside(() =>
    kvs.set('cycle', 3, { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' }),
  );
  expect(latest).toEqual({ key: 'cycle', value: 3 });
  await fixture.host.close();
});

test('metadata tells the times of a value on the host clock', async () => {
  const { host, inside, advance, clock } = await startFixture();
  const { kvs, MetadataField } = await sdk();
  const created = clock.now();
  await inside(() => kvs.set('a', 1));
  await advance(5_000);
  await inside(() => kvs.set('a', 2, { ttl: { value: 1, unit: 'MINUTES' } }));
  const metadataFields = [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME];
  expect(await inside(() => kvs.get('a', { metadataFields }))).toEqual({
    key: 'a',
    value: 2,
    createdAt: created,
    updatedAt: created + 5_000,
    expireTime: new Date(created + 65_000).toISOString(),
  });
  await host.close();
});

test('a value with a time to live is gone at its end, or stays readable for as long as the host is told', async () => {
  const { kvs } = await sdk();
  for (const [expiredStayMs, left] of [
    [0, undefined],
    [10_000, 'x'],
  ] as const) {
    const { host, inside, advance } = await startFixture({ expiredStayMs });
    await inside(() => kvs.set('a', 'x', { ttl: { value: 60, unit: 'SECONDS' } }));
    await advance(59_999);
    expect(await inside(() => kvs.get('a'))).toBe('x');
    await advance(1);
    expect(await inside(() => kvs.get('a'))).toBe(left);
    await advance(10_000);
    expect(await inside(() => kvs.get('a'))).toBeUndefined();
    await host.close();
  }
});

test('a time to live of zero or above a year is refused', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  const ttl = (value: number) => codeOf(fixture, () => kvs.set('a', 1, { ttl: { value, unit: 'DAYS' } }));
  expect(await ttl(365)).toBe('accepted');
  expect(await ttl(366)).toBe('INVALID_TTL');
  expect(await ttl(0)).toBe('INVALID_TTL');
  await fixture.host.close();
});

test('a query walks keys in order by pages of 10, up to 100, and its cursor belongs to it', async () => {
  const fixture = await startFixture();
  const { kvs, WhereConditions } = await sdk();
  const { inside } = fixture;
  await inside(async () => {
    for (let i = 0; i < 25; i += 1) await kvs.set(`row:${String(i).padStart(2, '0')}`, i);
    await kvs.set('other', 1);
  });
  const rows = () => kvs.query().where('key', WhereConditions.beginsWith('row:'));
  const first = await inside(() => rows().getMany());
  expect(first.results.map((row) => row.value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const second = await inside(() => rows().limit(100).cursor(first.nextCursor!).getMany());
  expect(second.results).toHaveLength(15);
  expect(second.nextCursor).toBeUndefined();
  expect(await codeOf(fixture, () => rows().limit(100).getMany())).toBe('accepted');
  expect(await codeOf(fixture, () => rows().limit(101).getMany())).toBe(
    'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
  );
  expect(await codeOf(fixture, () => kvs.query().cursor(first.nextCursor!).getMany())).toBe('INVALID_CURSOR');
  await fixture.host.close();
});

test('secrets are apart from values, never in a query, and not readable in the data', async () => {
  const { host, inside } = await startFixture();
  const { kvs } = await sdk();
  await inside(async () => {
    await kvs.setSecret('key', 'correct horse battery');
    expect(await kvs.getSecret('key')).toBe('correct horse battery');
    expect(await kvs.get('key')).toBeUndefined();
    expect((await kvs.query().getMany()).results).toEqual([]);
  });
  const entry = host.inspect(acme.installationId).entries()[0]!;
  expect(entry).toMatchObject({ space: 'secret', key: 'key' });
  expect(entry).not.toHaveProperty('value');
  await host.close();
});

test('two installations do not see one another', async () => {
  const { host, inside } = await startFixture();
  const { kvs } = await sdk();
  await inside(() => kvs.set('a', 'acme'));
  await inside(() => kvs.setSecret('s', 'of acme alone'));
  const who = { installationId: beta.installationId };
  expect(await inside(() => kvs.get('a'), who)).toBeUndefined();
  expect(await inside(() => kvs.getSecret('s'), who)).toBeUndefined();
  await inside(() => kvs.set('a', 'beta'), who);
  expect(await inside(() => kvs.get('a'))).toBe('acme');
  await host.close();
});

test('a batch reports each item, takes 25 keys, and refuses a key twice', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  const items = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `b${i}`, value: i }));
  expect(await codeOf(fixture, () => kvs.batchSet(items(25)))).toBe('accepted');
  expect(await codeOf(fixture, () => kvs.batchSet(items(26)))).toBe('TOO_MANY_BATCH_ENTITIES');
  expect(await codeOf(fixture, () => kvs.batchSet([...items(1), ...items(1)]))).toBe('KEY_DUPLICATION_ERROR');
  const mixed = await fixture.inside(() => kvs.batchSet([...items(1), { key: 'a/b', value: 1 }]));
  expect(mixed.successfulKeys).toEqual([{ key: 'b0' }]);
  expect(mixed.failedKeys.map((item) => item.error.code)).toEqual(['INVALID_KEY']);
  const got = await fixture.inside(() => kvs.batchGet([{ key: 'b7' }, { key: 'none' }]));
  expect(got.successfulKeys).toMatchObject([{ key: 'b7', value: 7 }]);
  expect(got.failedKeys.map((item) => item.error.code)).toEqual(['KEY_NOT_FOUND']);
  await fixture.host.close();
});

test('a batch set holds 4 MB', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  const items = (bytes: number) => {
    const each = Math.floor(bytes / 20);
    return Array.from({ length: 20 }, (_, i) => ({ key: `b${i}`, value: 'x'.repeat(each - 40) }));
  };
  expect(await codeOf(fixture, () => kvs.batchSet(items(4 * 1024 * 1024)))).toBe('accepted');
  const over = [...items(4 * 1024 * 1024), { key: 'more', value: 'x'.repeat(2_000) }];
  expect(await codeOf(fixture, () => kvs.batchSet(over))).toBe('MAX_SIZE');
  await fixture.host.close();
});

test('rate windows count requests, 10 KB units and batches, and open again with the clock', async () => {
  const { kvs } = await sdk();
  const fixture = await startFixture();
  const units = (kb: number) => 'x'.repeat(kb * 1024 - 200);
  for (let i = 0; i < 17; i += 1)
    expect(await codeOf(fixture, () => kvs.set('w', units(230)))).toBe('accepted');
  expect(fixture.host.inspect(acme.installationId).storage.writeUnitsInMinute).toBe(17 * 23);
  const big = Array.from({ length: 17 }, (_, i) => ({ key: `u${i}`, value: units(240) }));
  for (let i = 0; i < 8; i += 1) expect(await codeOf(fixture, () => kvs.batchSet(big))).toBe('accepted');
  expect(await codeOf(fixture, () => kvs.batchSet(big))).toBe('RATE_LIMIT_EXCEEDED');
  await fixture.advance(60_000);
  expect(await codeOf(fixture, () => kvs.batchSet(big))).toBe('accepted');
  for (let i = 1; i < 45; i += 1) {
    expect(await codeOf(fixture, () => kvs.batchDelete([{ key: 'u0' }]))).toBe('accepted');
  }
  expect(await codeOf(fixture, () => kvs.batchDelete([{ key: 'u0' }]))).toBe('RATE_LIMIT_EXCEEDED');
  await fixture.host.close();
});

test('the 1,001st request of a second is refused', async () => {
  const fixture = await startFixture();
  const { kvs } = await sdk();
  await fixture.inside(async () => {
    for (let i = 0; i < 1_000; i += 1) await kvs.get('a');
  });
  expect(await codeOf(fixture, () => kvs.get('a'))).toBe('RATE_LIMIT_EXCEEDED');
  await fixture.advance(1_000);
  expect(await codeOf(fixture, () => kvs.get('a'))).toBe('accepted');
  await fixture.host.close();
});

test('storage without its scope is refused', async () => {
  const text = readFileSync(fixtureManifest, 'utf8').replace('    - storage:app\n', '');
  expect(parseManifest(text).scopes.has('storage:app')).toBe(false);
  const manifestPath = join(mkdtempSync(join(tmpdir(), 'seatpath-host-')), 'manifest.yml');
  writeFileSync(manifestPath, text);
  const fixture = await startFixture({ manifestPath });
  const { kvs } = await sdk();
  expect(await codeOf(fixture, () => kvs.get('a'))).toBe('FORBIDDEN');
  expect(fixture.host.recorder.list({ kind: 'refused', service: 'scopes' })).toHaveLength(1);
  await fixture.host.close();
});
