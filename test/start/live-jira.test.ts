import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { liveJira } from '../../local/start/live-jira';

test('reads go to the real Jira under the token; a write without a confirmation goes nowhere', async () => {
  const seen: { method: string | undefined; url: string | undefined; authorization: string | undefined }[] =
    [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method, url: request.url, authorization: request.headers.authorization });
    response.setHeader('Content-Type', 'application/json').end('{"issues":[]}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const gateway = liveJira({ url: `http://127.0.0.1:${port}`, email: 'a@example.com', token: 'secret' });
  const installation = {
    installationId: 'installation-1',
    cloudId: 'cloud-1',
    siteUrl: 'https://example.net',
    environmentId: 'environment-1',
    contextAri: 'ari:cloud:jira::site/cloud-1',
  };
  const send = (path: string, init: RequestInit): Promise<Response> =>
    gateway({ product: 'jira', installation, as: { accountId: 'account-1' }, path, init });
  try {
    expect((await send('/rest/api/3/myself', {})).status).toBe(200);
    expect((await send('/rest/api/3/search/jql', { method: 'POST', body: '{}' })).status).toBe(200);
    // No terminal stands behind a test, so nobody can confirm.
    const refused = await send('/rest/api/3/issue', { method: 'POST', body: '{"fields":{}}' });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Not confirmed');
    const authorization = `Basic ${Buffer.from('a@example.com:secret').toString('base64')}`;
    expect(seen).toEqual([
      { method: 'GET', url: '/rest/api/3/myself', authorization },
      { method: 'POST', url: '/rest/api/3/search/jql', authorization },
    ]);
  } finally {
    server.close();
  }
});
