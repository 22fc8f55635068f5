import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SimulatedOrg } from '../../local/org/server';

/** One request of the app to the organization and SCIM APIs. */
export interface SentRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The bearer key it carried. */
  readonly key: string;
}

export interface ForcedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Answers in the organization's place, or lets the request pass with null. */
export type Intercept = (request: SentRequest) => ForcedAnswer | null | Promise<ForcedAnswer | null>;

export interface Front {
  readonly origin: string;
  /** Every request since the start. */
  readonly sent: readonly SentRequest[];
  intercept(by: Intercept | null): void;
  close(): Promise<void>;
}

/** The one origin the app may reach: passes each request on to the organization whose key it carries. */
export async function startFront(orgs: readonly SimulatedOrg[]): Promise<Front> {
  const sent: SentRequest[] = [];
  const state: { intercept: Intercept | null } = { intercept: null };
  const isKeyOf = (org: SimulatedOrg, key: string): boolean =>
    org.orgKey === key || [...org.scimKeys.values()].includes(key);

  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body: Buffer[] = [];
      for await (const chunk of incoming) body.push(chunk as Buffer);
      const { authorization = '', accept = '*/*' } = incoming.headers;
      const method = incoming.method ?? 'GET';
      const request = { method, path: incoming.url ?? '/', key: authorization.replace(/^Bearer /, '') };
      sent.push(request);
      const forced = (await state.intercept?.(request)) ?? null;
      if (forced !== null) {
        outgoing.writeHead(forced.status, { 'Content-Type': 'application/json', ...forced.headers });
        outgoing.end(forced.body ?? '{}');
        return;
      }
      const org = orgs.find((one) => isKeyOf(one, request.key)) ?? orgs[0]!;
      const answer = await fetch(`${org.origin}${request.path}`, {
        method,
        headers: {
          authorization,
          accept,
          ...(body.length > 0 ? { 'Content-Type': incoming.headers['content-type'] ?? '' } : {}),
        },
        ...(body.length > 0 ? { body: Buffer.concat(body) } : {}),
      });
      const headers = Object.fromEntries(
        [...answer.headers].filter(([name]) => /^(content-type|retry-after|x-ratelimit)/.test(name)),
      );
      outgoing.writeHead(answer.status, headers);
      outgoing.end(Buffer.from(await answer.arrayBuffer()));
    })().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    intercept: (by) => {
      state.intercept = by;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
