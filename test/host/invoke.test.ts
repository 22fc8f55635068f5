import { expect, test } from 'vitest';
import { InvocationFailedError } from '../../local/host/errors';
import { acme, beta, startFixture } from './fixture';

const as = { accountId: 'ann', moduleKey: 'page' };

test('the resolver gets the person from the platform, whatever the page claims', async () => {
  const { host } = await startFixture();
  const context = { accountId: 'mallory', license: { active: true } };
  expect(await host.invoke(acme.installationId, 'whoami', {}, { ...as, context })).toEqual({
    accountId: 'ann',
  });
  await host.close();
});

test('an error of the app reaches the caller with its message', async () => {
  const { host } = await startFixture();
  const failed = host.invoke(acme.installationId, 'fail', {}, as);
  await expect(failed).rejects.toMatchObject({
    reason: 'FUNCTION_ERROR',
    message: 'the app failed on purpose',
  });
  await expect(host.invoke(acme.installationId, 'absent', {}, as)).rejects.toThrow(
    "no definition for 'absent'",
  );
  await host.close();
});

test('names of Object.prototype reach the app as resolver keys: the package finds them, so the app must guard', async () => {
  const { host } = await startFixture();
  const leak = await host.invoke(acme.installationId, 'constructor', { mine: 1 }, as);
  expect(leak).toMatchObject({ payload: { mine: 1 }, context: { accountId: 'ann' } });
  expect(await host.invoke(acme.installationId, 'toString', {}, as)).toBe('[object Undefined]');
  await host.close();
});

test('a request holds 500 KB, an answer 5 MB', async () => {
  let answer = '';
  const { host } = await startFixture({ work: { resolve: () => answer } });
  const run = (payload: unknown) => host.invoke(acme.installationId, 'run', payload, as);
  const shell = '{"d":""}'.length;
  await run({ d: 'x'.repeat(500 * 1024 - shell) });
  await expect(run({ d: 'x'.repeat(500 * 1024 - shell + 1) })).rejects.toMatchObject({
    reason: 'PAYLOAD_TOO_LARGE',
  });
  answer = 'x'.repeat(5 * 1024 * 1024 - 2);
  await run({});
  answer += 'x';
  await expect(run({})).rejects.toMatchObject({ reason: 'PAYLOAD_TOO_LARGE' });
  await host.close();
});

test('a resolver has 25 s, a long consumer 900 s, measured on the host clock', async () => {
  const fixture = await startFixture({
    work: {
      resolve: ({ payload }) => fixture.clock.sleep(payload['ms'] as number),
      consume: () => fixture.clock.sleep(900_001),
    },
  });
  const { host, advance } = fixture;
  const run = (ms: number) => host.invoke(acme.installationId, 'run', { ms }, as);
  const inTime = run(24_999);
  await advance(24_999);
  await expect(inTime).resolves.toBeUndefined();
  const late = expect(run(25_001)).rejects.toMatchObject({ reason: 'FUNCTION_TIME_OUT' });
  await advance(25_000);
  await late;
  const fails = (key: string) =>
    expect(host.runFunction(acme.installationId, key)).rejects.toBeInstanceOf(InvocationFailedError);
  const ends: string[] = [];
  const long = fails('consume-long').then(() => ends.push('long'));
  const short = fails('consume').then(() => ends.push('short'));
  await advance(55_000);
  await short;
  expect(ends).toEqual(['short']);
  await advance(845_000);
  await long;
  await host.close();
});

test('after its end an invocation can do nothing more', async () => {
  const { kvs } = await import('@forge/kvs');
  let later: (() => Promise<unknown>) | undefined;
  const { host, inside } = await startFixture();
  await inside(async () => {
    const { bindInvocationContext } = await import('@forge/api');
    later = bindInvocationContext(() => kvs.set('late', 1));
  });
  await expect(later!()).rejects.toThrow('after its invocation had ended');
  expect(host.recorder.list({ service: 'runtime' })).toHaveLength(1);
  expect(host.inspect(acme.installationId).entries()).toEqual([]);
  await host.close();
});

test('remaining time, ids and permissions are what getAppContext tells', async () => {
  const { getAppContext, permissions } = await import('@forge/api');
  const { host, inside, advance } = await startFixture();
  await inside(async () => {
    const context = getAppContext();
    expect(context.invocationRemainingTimeInMillis()).toBe(25_000);
    await advance(4_000);
    expect(context.invocationRemainingTimeInMillis()).toBe(21_000);
    expect(context).toMatchObject({ moduleKey: 'page', license: { active: true } });
    expect(context.installationAri.installationId).toBe(acme.installationId);
    expect(String(context.appAri)).toBe('ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555');
    expect(context.appAri.appId).toBe('11111111-2222-4333-8444-555555555555');
    expect(permissions.hasScope('read:jira-user')).toBe(true);
    expect(permissions.hasScope('manage:jira-configuration')).toBe(false);
    expect(permissions.canFetchFrom('backend', 'https://api.atlassian.com')).toBe(true);
  });
  await host.close();
});

test('40 invocations of two installations at the same time stay apart', async () => {
  const { kvs } = await import('@forge/kvs');
  const { getAppContext } = await import('@forge/api');
  const { host } = await startFixture({
    work: {
      resolve: async ({ payload, context }) => {
        const key = `of-${String(payload['n'])}`;
        await kvs.set(key, context['accountId']);
        await new Promise((resolve) => setTimeout(resolve, (payload['n'] as number) % 7));
        return { account: await kvs.get(key), installation: getAppContext().installationAri.installationId };
      },
    },
  });
  const calls = Array.from({ length: 40 }, (_, n) => {
    const installationId = n % 2 === 0 ? acme.installationId : beta.installationId;
    return host.invoke(installationId, 'run', { n }, { accountId: `user-${n}`, moduleKey: 'page' });
  });
  const results = await Promise.all(calls);
  results.forEach((result, n) => {
    const installation = n % 2 === 0 ? acme.installationId : beta.installationId;
    expect(result).toEqual({ account: `user-${n}`, installation });
  });
  const own = (installationId: string) =>
    host
      .inspect(installationId)
      .entries()
      .map((entry) => entry.value);
  expect(own(acme.installationId)).toHaveLength(20);
  expect(own(acme.installationId).filter((user) => own(beta.installationId).includes(user))).toEqual([]);
  await host.close();
});

test('a person may call 1,200 times a minute, another one still can', async () => {
  const { host, advance } = await startFixture();
  const call = (accountId: string) =>
    host.invoke(acme.installationId, 'whoami', {}, { accountId, moduleKey: 'page' });
  for (let i = 0; i < 1_200; i += 1) {
    if (i % 300 === 0 && i > 0) await advance(1_000);
    await call('ann');
  }
  await advance(1_000);
  await expect(call('ann')).rejects.toMatchObject({ reason: 'RATE_LIMITED' });
  await expect(call('bob')).resolves.toEqual({ accountId: 'bob' });
  await advance(60_000);
  await expect(call('ann')).resolves.toEqual({ accountId: 'ann' });
  await host.close();
});

test('what the app prints is kept apart by installation, and secrets are blotted out', async () => {
  const { kvs } = await import('@forge/kvs');
  const { host } = await startFixture({
    work: {
      resolve: async ({ payload }) => {
        await kvs.setSecret('key', 'correct horse battery');
        console.log('hello', payload['n'], 'correct horse battery');
        console.error('sent', { authorization: 'Bearer abcdefgh12345678' });
      },
    },
  });
  await host.invoke(acme.installationId, 'run', { n: 1 }, as);
  await host.invoke(beta.installationId, 'run', { n: 2 }, as);
  const texts = host.inspect(acme.installationId).logs.map((line) => `${line.level} ${line.text}`);
  expect(texts).toEqual(['log hello 1 ***', "error sent { authorization: 'Bearer ***' }"]);
  expect(host.inspect(beta.installationId).logs.map((line) => line.text)[0]).toBe('hello 2 ***');
  expect(host.recorder.list({ service: 'logs', installationId: acme.installationId })).toHaveLength(2);
  await host.close();
});

test('the 101st log line of a short function is dropped and recorded', async () => {
  const { host, inside } = await startFixture();
  await inside(() => {
    for (let i = 0; i < 101; i += 1) console.log(i);
  });
  expect(host.inspect(acme.installationId).logs).toHaveLength(100);
  expect(host.recorder.list({ service: 'logs' })).toHaveLength(1);
  await host.close();
});

test('nothing may be asked of the platform while the app loads', async () => {
  const load = startFixture({
    loadApp: async () => {
      await fetch('https://api.atlassian.com/');
      return {};
    },
  });
  await expect(load).rejects.toThrow('outside an invocation');
  const { kvs } = await import('@forge/kvs');
  const early = startFixture({
    loadApp: async () => {
      await kvs.get('a');
      return {};
    },
  });
  await expect(early).rejects.toThrow();
});

test('a manifest function that the app does not export stops the start and is named', async () => {
  await expect(startFixture({ loadApp: async () => ({ resolve: () => 1 }) })).rejects.toThrow(
    /on-tick \(index\.tick\), on-paid-tick \(index\.paidTick\)/,
  );
});

test('the globals are gone when the last host is closed', async () => {
  const before = globalThis.fetch;
  const first = await startFixture();
  const second = await startFixture();
  expect(globalThis.fetch).not.toBe(before);
  await first.host.close();
  expect(await second.inside(async () => (await import('@forge/kvs')).kvs.get('a'))).toBeUndefined();
  await second.host.close();
  expect(globalThis.fetch).toBe(before);
  expect('__forge_runtime__' in globalThis).toBe(false);
});

test('two hosts in one process answer each for its own app', async () => {
  const { kvs } = await import('@forge/kvs');
  const one = await startFixture();
  const two = await startFixture();
  await Promise.all([one.inside(() => kvs.set('a', 'one')), two.inside(() => kvs.set('a', 'two'))]);
  expect(await one.inside(() => kvs.get('a'))).toBe('one');
  expect(await two.inside(() => kvs.get('a'))).toBe('two');
  await one.host.close();
  await two.host.close();
});

test('platform calls take time on a clock that can be moved, when the host is told how much', async () => {
  const { kvs } = await import('@forge/kvs');
  const { asApp, route } = await import('@forge/api');
  const { host, inside, clock } = await startFixture({ callCost: { storage: 20, product: 300 } });
  const start = clock.now();
  await inside(async () => {
    await kvs.set('a', 1);
    await kvs.get('a');
    await asApp().requestJira(route`/rest/api/3/myself`);
  });
  expect(clock.now() - start).toBe(340);
  const endless = inside(async () => {
    for (;;) await kvs.get('a');
  });
  await expect(endless).rejects.toMatchObject({ reason: 'FUNCTION_TIME_OUT' });
  await host.close();
});
