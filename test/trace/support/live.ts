import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OrgFile } from '../../../local/org/org-file';
import { type SimulatedOrg, type SimulatedOrgOptions, startSimulatedOrg } from '../../../local/org/server';
import { aFile } from './command';

export interface LiveOrg {
  readonly org: SimulatedOrg;
  /** Arguments that name this organization as a live source, with its keys in files of `dir`. */
  readonly source: readonly string[];
}

/** A simulated organization in this process, as a live one that the command reaches over HTTP. */
export async function aLiveOrg(
  dir: string,
  file: OrgFile,
  options: SimulatedOrgOptions = {},
): Promise<LiveOrg> {
  const org = await startSimulatedOrg(file, options);
  onTestFinished(() => org.close());
  const key = aFile(dir, 'org.key', `${org.orgKey}\n`);
  const scim = [...org.scimKeys].flatMap(([id, secret]) => [
    '--scim',
    `${id}=${aFile(dir, `${id}.key`, secret)}`,
  ]);
  return {
    org,
    source: ['--org-id', file.org.id, '--org-key-file', key, '--admin-url', org.origin, ...scim],
  };
}

export interface Gateway {
  readonly origin: string;
  /** Method and path with query of each request, in order. */
  readonly seen: readonly { readonly line: string; readonly at: number }[];
}

/** A server of the test's own on loopback. */
export async function aServer(listener: RequestListener): Promise<Gateway> {
  const seen: { line: string; at: number }[] = [];
  const server = createServer((request, response) => {
    seen.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, at: performance.now() });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { origin: `http://127.0.0.1:${address.port}`, seen };
}

/** A server that passes requests on to an organization, once `pass` lets them. */
export function aGateway(
  target: string,
  pass: (request: IncomingMessage, n: number) => Promise<void>,
): Promise<Gateway> {
  let n = 0;
  return aServer((request, response) => {
    const forward = async (): Promise<void> => {
      await pass(request, n++);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const answer = await fetch(`${target}${request.url ?? ''}`, {
        method: request.method ?? 'GET',
        headers: {
          authorization: request.headers.authorization ?? '',
          'content-type': request.headers['content-type'] ?? 'application/json',
        },
        ...(body.length > 0 ? { body } : {}),
      });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    };
    forward().catch(() => response.destroy());
  });
}

/** Arguments for a server that is not a whole organization. */
export function sourceAt(dir: string, origin: string): string[] {
  return [
    '--org-id',
    'org-1',
    '--org-key-file',
    aFile(dir, 'org.key', 'canary-key-8f3b1'),
    '--admin-url',
    origin,
    '--out',
    join(dir, 'out'),
  ];
}
