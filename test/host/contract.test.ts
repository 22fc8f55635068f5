import { expect, test } from 'vitest';
import { startFixture } from './fixture';

interface Call {
  meta: object;
  path: string;
  method?: string;
  body?: unknown;
}

/** What the `@forge/*` packages really send while the work runs; identifiers and times are replaced. */
async function recordCalls(work: () => Promise<unknown>): Promise<Call[]> {
  const calls: Call[] = [];
  const { host, inside } = await startFixture({
    onPlatformCall: ({ meta, path, init }) => {
      const { method, body } = init;
      const steady = typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined;
      calls.push({
        meta: { ...meta },
        path,
        ...(method ? { method } : {}),
        ...(steady ? { body: replaceUnsteady(steady) } : {}),
      });
    },
  });
  await inside(() => work().catch(() => undefined));
  await host.close();
  return calls;
}

function replaceUnsteady(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      name === 'jobId' || name === 'time' ? `<${name}>` : (value as unknown),
    ]),
  );
}

test('@forge/kvs: values and secrets', async () => {
  const { kvs, MetadataField, WhereConditions } = await import('@forge/kvs');
  const calls = await recordCalls(async () => {
    await kvs.set('a', 1);
    await kvs.set('a', 2, {
      keyPolicy: 'OVERRIDE',
      returnValue: 'PREVIOUS',
      returnMetadataFields: [MetadataField.CREATED_AT],
    });
    await kvs.set('b', 1, { ttl: { value: 1, unit: 'DAYS' } });
    await kvs.set('c', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
    await kvs.get('a');
    await kvs.get('a', { metadataFields: [MetadataField.EXPIRE_TIME] });
    await kvs.delete('a');
    await kvs.setSecret('s', 'x');
    await kvs.getSecret('s');
    await kvs.deleteSecret('s');
    await kvs.query().where('key', WhereConditions.beginsWith('a')).limit(5).getMany();
    await kvs.query().cursor('opaque').getMany();
  });
  expect(calls).toMatchSnapshot();
});

test('@forge/kvs: entities, batches and transactions', async () => {
  const { kvs, Filter, FilterConditions, Sort, WhereConditions } = await import('@forge/kvs');
  const conditions = new Filter<{ version: number }>().and('version', FilterConditions.equalTo(1));
  const either = new Filter<{ rank: number }>()
    .or('rank', FilterConditions.exists())
    .or('rank', FilterConditions.contains('x'));
  const calls = await recordCalls(async () => {
    await kvs.entity('note').set('a', { rank: 1, version: 1 });
    await kvs.entity('note').get('a');
    await kvs
      .entity<{ rank: number }>('note')
      .query()
      .index('by-board', { partition: ['x'] })
      .where(WhereConditions.between(1, 2))
      .filters(either)
      .sort(Sort.DESC)
      .limit(3)
      .getMany();
    await kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'b', value: { rank: 1 }, entityName: 'note', options: { ttl: { value: 1, unit: 'HOURS' } } },
    ]);
    await kvs.batchGet([{ key: 'a' }, { key: 'b', entityName: 'note' }]);
    await kvs.batchDelete([{ key: 'a' }]);
    await kvs
      .transact()
      .set('p', 1, undefined, { ttl: { value: 1, unit: 'DAYS' } })
      .set('a', { version: 2 }, { entityName: 'note', conditions })
      .delete('q')
      .check('c', { entityName: 'note', conditions })
      .execute();
  });
  expect(calls).toMatchSnapshot();
});

test('@forge/kvs: deleting an entity', async () => {
  const { kvs } = await import('@forge/kvs');
  expect(await recordCalls(() => kvs.entity('note').delete('a'))).toMatchSnapshot();
});

test('@forge/events: push, statistics, cancel', async () => {
  const { Queue } = await import('@forge/events');
  const queue = new Queue({ key: 'short' });
  const calls = await recordCalls(async () => {
    const { jobId } = await queue.push([
      { body: { n: 1 }, delayInSeconds: 3, concurrency: { key: 'k', limit: 1 } },
    ]);
    await queue.getStats(jobId);
    await queue.cancel(jobId);
  });
  expect(calls).toMatchSnapshot();
});

test('@forge/events: the request for a retry, as it is returned', async () => {
  const { InvocationError, InvocationErrorCode } = await import('@forge/events');
  const asked = new InvocationError({
    retryAfter: 0,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    retryData: { a: 1 },
  });
  expect(JSON.parse(JSON.stringify(asked))).toMatchSnapshot();
});

test('@forge/api: product calls, as app, as user and as nobody', async () => {
  const { asApp, asUser, requestJira, route } = await import('@forge/api');
  const quietly = (call: Promise<unknown>) => call.catch(() => undefined);
  const calls = await recordCalls(async () => {
    await quietly(asApp().requestJira(route`/rest/api/3/myself`));
    await quietly(
      asUser().requestJira(route`/rest/api/3/issue/${'A-1'}?fields=${'a b'}`, {
        method: 'PUT',
        body: '{"a":1}',
      }),
    );
    await quietly(asUser('someone').requestJira(route`/rest/api/3/myself`));
    await quietly(requestJira(route`/rest/api/3/myself`));
    await quietly(asApp().requestConfluence(route`/wiki/rest/api/space`));
  });
  expect(calls).toMatchSnapshot();
});

test('@forge/api: privacy and the other calls of the gateway', async () => {
  const { asApp, privacy, webTrigger } = await import('@forge/api');
  const quietly = (call: Promise<unknown>) => call.catch(() => undefined);
  const calls = await recordCalls(async () => {
    await quietly(privacy.reportPersonalData([{ accountId: 'a', updatedAt: '2026-11-23T00:00:00Z' }]));
    await quietly(asApp().requestGraph('query { me }', { a: 1 }));
    await quietly(webTrigger.getUrl('hook'));
  });
  expect(calls.map(({ meta, path, method }) => ({ meta, path, method }))).toMatchSnapshot();
});

test('@forge/api keeps the fetch it finds when it is imported: the host is there first', async () => {
  const { fetch: kept } = await import('@forge/api');
  const { host, inside } = await startFixture();
  await expect(inside(() => kept('https://evil.invalid/'))).rejects.toMatchObject({
    name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
  });
  await host.close();
});

test('@forge/resolver: what a handler gets', async () => {
  const { default: Resolver } = await import('@forge/resolver');
  const resolver = new Resolver();
  const seen: unknown[] = [];
  resolver.define('x', (request) => void seen.push(request));
  const handler = resolver.getDefinitions();
  const platform = {
    principal: { accountId: 'ann' },
    installContext: 'ari',
    license: { active: true },
    installation: { ari: 1 },
    accountType: 'licensed',
  };
  await handler(
    {
      call: { functionKey: 'x' },
      context: { accountId: 'mallory', accountType: 'forged', cloudId: 'forged' },
    },
    platform,
  );
  expect(seen).toMatchSnapshot();
});
