import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { ProductCall } from '../../local/host/runtime/product';
import { acme, startFixture } from './fixture';

interface Answering {
  origin: string;
  seen: { method: string; url: string; authorization?: string | undefined; body: string }[];
  close: () => Promise<void>;
}

/** A loopback server that notes what it is asked; `/to?…` redirects. */
async function startServer(): Promise<Answering> {
  const seen: Answering['seen'] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, authorization: headers.authorization, body: Buffer.concat(parts).toString() });
      const to = new URL(url, 'http://x').searchParams.get('to');
      if (to !== null) response.writeHead(302, { location: to }).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

test('an allowed address is answered by its stand-in, with method, headers and body', async () => {
  const server = await startServer();
  const { host, inside } = await startFixture({
    egressOrigins: { 'https://api.atlassian.com': server.origin },
  });
  const { fetch: forgeFetch } = await import('@forge/api');
  const init = { method: 'POST', headers: { authorization: 'Bearer k' }, body: '{"a":1}' };
  const response = await inside(() => forgeFetch('https://api.atlassian.com/admin/v1/orgs?x=1', init));
  expect(await response.json()).toEqual({ ok: true });
  await inside(() => fetch(new Request('https://api.atlassian.com/plain')));
  expect(server.seen).toMatchObject([
    { method: 'POST', url: '/admin/v1/orgs?x=1', authorization: 'Bearer k', body: '{"a":1}' },
    { method: 'GET', url: '/plain' },
  ]);
  await host.close();
  await server.close();
});

test('an address outside the manifest is refused by name, and so is the right host over http', async () => {
  const { host, inside } = await startFixture();
  const name = (url: string) => inside(() => fetch(url)).catch((error: unknown) => (error as Error).name);
  expect(await name('https://evil.invalid/')).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
  expect(await name('http://api.atlassian.com/')).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
  expect(await name('https://api.atlassian.com.evil.invalid/')).toBe('REQUEST_EGRESS_ALLOWLIST_ERR');
  expect(host.recorder.list({ kind: 'refused', service: 'egress' })).toHaveLength(3);
  await host.close();
});

test('an allowed address without a stand-in is not fetched from the real world', async () => {
  const { host, inside } = await startFixture();
  await expect(inside(() => fetch('https://deep.example.com/'))).rejects.toThrow('egressOrigins');
  expect(host.recorder.list({ kind: 'not-modelled' })).toHaveLength(1);
  await host.close();
});

test('a redirect is followed inside the allow-list only, and takes no credentials to another origin', async () => {
  const server = await startServer();
  const egressOrigins = {
    'https://api.atlassian.com': server.origin,
    'https://a.example.com': server.origin,
  };
  const { host, inside } = await startFixture({ egressOrigins });
  const get = (to: string) =>
    inside(() =>
      fetch(`https://api.atlassian.com/start?to=${encodeURIComponent(to)}`, {
        headers: { authorization: 'Bearer k' },
      }),
    );
  expect((await get('/next')).status).toBe(200);
  expect(server.seen.at(-1)).toMatchObject({ url: '/next', authorization: 'Bearer k' });
  expect((await get('https://a.example.com/other')).status).toBe(200);
  expect(server.seen.at(-1)).toMatchObject({ url: '/other', authorization: undefined });
  await expect(get('https://evil.invalid/')).rejects.toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR' });
  const kept = await inside(() => fetch('https://api.atlassian.com/start?to=/next', { redirect: 'manual' }));
  expect(kept.status).toBe(302);
  await host.close();
  await server.close();
});

test('an invocation may go out 100 times for each minute of its time limit', async () => {
  const server = await startServer();
  const statuses = async (): Promise<number[]> => {
    const all: number[] = [];
    for (let i = 0; i < 101; i += 1) all.push((await fetch('https://api.atlassian.com/')).status);
    return all;
  };
  let long: number[] = [];
  const { host, inside } = await startFixture({
    egressOrigins: { 'https://api.atlassian.com': server.origin },
    work: { consume: async () => void (long = await statuses()) },
  });
  const short = await inside(statuses);
  expect(short.filter((status) => status === 200)).toHaveLength(100);
  expect(short[100]).toBe(429);
  await host.runFunction(acme.installationId, 'consume-long');
  expect(long.every((status) => status === 200)).toBe(true);
  expect(host.egressInMinute()).toBe(201);
  const used = host.inspect(acme.installationId).invocations.map((one) => [one.functionKey, one.egressCalls]);
  expect(used).toEqual([
    ['resolve', 101],
    ['consume-long', 101],
  ]);
  await host.close();
  await server.close();
});

test('a product call goes to the gateway as the app or as the invoking person', async () => {
  const calls: ProductCall[] = [];
  const { asApp, asUser, route } = await import('@forge/api');
  const { host, inside } = await startFixture({
    products: async (call) => {
      calls.push(call);
      return Response.json({ ok: true });
    },
  });
  await inside(() => asApp().requestJira(route`/rest/api/3/myself?expand=${'groups,x y'}`));
  await inside(() => asUser().requestJira(route`/rest/api/3/issue/${'ABC-1'}`), { accountId: 'bob' });
  expect(calls.map(({ as, path }) => ({ as, path }))).toEqual([
    { as: 'app', path: '/rest/api/3/myself?expand=groups%2Cx%20y' },
    { as: { accountId: 'bob' }, path: '/rest/api/3/issue/ABC-1' },
  ]);
  expect(calls[0]!.installation.siteUrl).toBe(acme.siteUrl);
  await host.close();
});

test('the gateway of the host is outside the app: its fetch is the process’s own', async () => {
  const server = await startServer();
  const { asApp, route } = await import('@forge/api');
  const { host, inside } = await startFixture({ products: (call) => fetch(`${server.origin}${call.path}`) });
  const response = await inside(() => asApp().requestJira(route`/rest/api/3/myself`));
  expect(response.status).toBe(200);
  await host.close();
  await server.close();
});

test('a missing scope is 401 in the gateway’s words, an unknown endpoint a loud 501', async () => {
  const { asApp, route } = await import('@forge/api');
  const { host, inside } = await startFixture();
  const denied = await inside(() =>
    asApp().requestJira(route`/rest/api/3/issue`, { method: 'POST', body: '{}' }),
  );
  expect(denied.status).toBe(401);
  expect(await denied.json()).toEqual({ code: 401, message: 'Unauthorized; scope does not match' });
  const unknown = inside(() => asApp().requestJira(route`/rest/api/3/workflow`));
  await expect(unknown).rejects.toMatchObject({ name: 'PROXY_ERR', status: 501, errorCode: 'NOT_EMULATED' });
  const remarks = host.recorder.list({ service: 'scopes' });
  expect(remarks.map((remark) => remark.kind)).toEqual(['refused', 'not-modelled']);
  expect(remarks[1]!.what).toContain('scope-table.ts');
  await host.close();
});

test('a path that is not plain REST is refused, also when the route was trusted blindly', async () => {
  const { asApp, assumeTrustedRoute } = await import('@forge/api');
  const { host, inside } = await startFixture();
  for (const path of [
    '/plugins/servlet/x',
    '/rest/../admin',
    '//evil.invalid/rest/api/3/myself',
    '/rest/api/3/myself\r\nx: y',
  ]) {
    await expect(inside(() => asApp().requestJira(assumeTrustedRoute(path)))).rejects.toMatchObject({
      errorCode: 'INVALID_PATH',
    });
  }
  await host.close();
});

test('asUser needs a user: in a schedule it asks for authentication', async () => {
  const { asUser, route } = await import('@forge/api');
  let met: unknown;
  const { host } = await startFixture({
    work: {
      tick: async () => {
        met = await asUser()
          .requestJira(route`/rest/api/3/myself`)
          .catch((error: unknown) => error);
        return { statusCode: 204 };
      },
    },
  });
  await host.fireSchedule('tick', acme.installationId);
  expect(met).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR', status: 401 });
  await host.close();
});

test('acting as somebody who is absent, GraphQL and other remotes are refused loudly', async () => {
  const { asApp, asUser, route, webTrigger } = await import('@forge/api');
  const { host, inside } = await startFixture();
  const other = inside(() => asUser('absent').requestJira(route`/rest/api/3/myself`));
  await expect(other).rejects.toMatchObject({ errorCode: 'NOT_EMULATED' });
  await expect(inside(() => asApp().requestGraph('{ x }'))).rejects.toMatchObject({
    errorCode: 'NOT_EMULATED',
  });
  await expect(inside(() => webTrigger.getUrl('x'))).rejects.toMatchObject({ errorCode: 'NOT_EMULATED' });
  expect(host.recorder.list({ kind: 'not-modelled', service: 'platform' })).toHaveLength(3);
  await host.close();
});

test('personal data reports go through by 90 and tell who was closed', async () => {
  const { privacy } = await import('@forge/api');
  const sizes: number[] = [];
  const { host, inside } = await startFixture({
    reportAccounts: async (accounts) => {
      sizes.push(accounts.length);
      return accounts
        .filter(({ accountId }) => accountId === 'a5')
        .map(({ accountId }) => ({ accountId, status: 'closed' }));
    },
  });
  const accounts = Array.from({ length: 91 }, (_, i) => ({
    accountId: `a${i}`,
    updatedAt: '2026-11-23T00:00:00Z',
  }));
  expect(await inside(() => privacy.reportPersonalData(accounts))).toEqual([
    { accountId: 'a5', status: 'closed' },
  ]);
  expect(sizes.sort((a, b) => a - b)).toEqual([1, 90]);
  await host.close();
});
