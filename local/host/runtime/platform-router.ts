import { z } from 'zod';
import { answer, proxyErrorHeader } from '../errors';
import type { StorageEndpoint } from '../kvs/endpoint';
import type { QueueEndpoint } from '../queue/endpoint';
import type { Recorder } from '../recorder';
import type { Invocation } from './invocation';
import type { PersonalData } from './personal-data';
import type { ProductDoor } from './product';

/** What `__forge_fetch__` gets first (`@forge/api` 8.3.0 out/api/fetch.js, `@forge/kvs` 1.6.5 out/index.js). */
const metaSchema = z.strictObject({
  type: z.string(),
  provider: z.string().optional(),
  remote: z.string().optional(),
  accountId: z.string().optional(),
  contextAri: z.string().optional(),
});

export type RequestMeta = z.infer<typeof metaSchema>;

export interface PlatformRouter {
  route(invocation: Invocation, meta: unknown, path: string, init?: RequestInit): Promise<Response>;
}

/** The scope without which Forge refuses storage; the offline checks of Atlassian do not find its absence. */
const storageScope = 'storage:app';

/** Leads each platform call to the part that plays it; what nothing plays is 501, recorded, and named. */
export function createPlatformRouter(parts: {
  storage: StorageEndpoint;
  queue: QueueEndpoint;
  product: ProductDoor;
  personalData: PersonalData;
  scopes: Set<string>;
  recorder: Recorder;
  onCall?: (invocation: Invocation, meta: RequestMeta, path: string, init: RequestInit) => void;
  /** A call has taken effect, and the app does not know of it yet. */
  onAnswered?: () => void;
}): PlatformRouter {
  const { storage, queue, product, personalData, scopes, recorder } = parts;

  const unknown = (invocation: Invocation, meta: unknown, path: string): Response => {
    const what = `${JSON.stringify(meta)} ${path}`;
    const { installationId } = invocation.installation;
    recorder.note({ kind: 'not-modelled', service: 'platform', what, installationId });
    return answer(501, { message: `Not modelled: ${what}` }, { [proxyErrorHeader]: 'NOT_EMULATED' });
  };

  const store = (invocation: Invocation, path: string, body: string): Response => {
    const { installationId } = invocation.installation;
    if (scopes.has(storageScope)) return storage.handle(installationId, path, body);
    recorder.note({
      kind: 'refused',
      service: 'scopes',
      what: `storage needs ${storageScope}`,
      installationId,
    });
    return answer(403, { code: 'FORBIDDEN', message: `The scope ${storageScope} is missing.` });
  };

  const callProduct = (
    invocation: Invocation,
    meta: RequestMeta,
    path: string,
    init: RequestInit,
  ): Promise<Response> | Response => {
    const { installation, accountId } = invocation;
    const name = meta.remote;
    if (name !== 'jira' && name !== 'confluence' && name !== 'bitbucket')
      return unknown(invocation, meta, path);
    if (meta.provider === 'app') return product.send({ product: name, installation, as: 'app', path, init });
    if (meta.provider !== 'user') return unknown(invocation, meta, path);
    if (accountId === undefined) return needsUser(invocation, path);
    if (meta.accountId !== undefined && meta.accountId !== accountId) {
      return unknown(invocation, { ...meta, note: 'acting as somebody who is absent' }, path);
    }
    return product.send({ product: name, installation, as: { accountId }, path, init });
  };

  const needsUser = (invocation: Invocation, path: string): Response => {
    const { installationId } = invocation.installation;
    const what = `asUser in ${invocation.functionKey}, which runs for nobody: ${path}`;
    recorder.note({ kind: 'refused', service: 'product', what, installationId });
    return answer(401, { message: what }, { [proxyErrorHeader]: 'NEEDS_AUTHENTICATION_ERR' });
  };

  const send = (
    invocation: Invocation,
    meta: RequestMeta,
    path: string,
    init: RequestInit,
  ): Promise<Response> | Response => {
    const body = typeof init.body === 'string' ? init.body : '';
    if (meta.type === 'kvs')
      return storage.knows(path) ? store(invocation, path, body) : unknown(invocation, meta, path);
    if (meta.type !== 'fpp') return unknown(invocation, meta, path);
    if (meta.remote !== 'stargate') return callProduct(invocation, meta, path, init);
    if (queue.knows(path)) return queue.handle(invocation, path, body);
    if (personalData.knows(path)) return personalData.handle(invocation, body);
    return unknown(invocation, meta, path);
  };

  return {
    route: async (invocation, given, path, init = {}) => {
      const read = metaSchema.safeParse(given);
      if (!read.success) return unknown(invocation, given, path);
      parts.onCall?.(invocation, read.data, path, init);
      const response = await send(invocation, read.data, path, init);
      parts.onAnswered?.();
      return response;
    },
  };
}
