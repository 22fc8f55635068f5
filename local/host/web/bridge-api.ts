import { Hono } from 'hono';
import { z } from 'zod';
import { messageOf } from '../errors';
import type { Host } from '../host-types';
import { findModule } from '../manifest';
import { localAppVersion } from '../runtime/runtime-object';
import { pageContext } from '../runtime/resolve';
import type { Session, Sessions } from './session';

const invokeSchema = z.strictObject({
  moduleKey: z.string(),
  functionKey: z.string(),
  payload: z.unknown().optional(),
  extension: z.record(z.string(), z.unknown()).optional(),
});

const productSchema = z.strictObject({
  product: z.string(),
  restPath: z.string(),
  method: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().nullable(),
});

const moduleSchema = z.strictObject({ moduleKey: z.string() });
const unknownSchema = z.strictObject({ op: z.string() });

/** How Forge tells the page that its function failed. From memory of the platform; only the app's own text is relied on. */
const failurePrefix = 'There was an error invoking the function - ';

/** The server's side of the bridge: what the product page forwards for the app's frame, as the session's person. */
export function createBridgeApi(options: { host: Host; sessions: Sessions; timezone: string }): Hono {
  const { host, sessions, timezone } = options;
  const api = new Hono();

  const describe = (session: Session, moduleKey: string): Record<string, unknown> => {
    const installation = host.installations.find((one) => one.installationId === session.installationId);
    if (!installation) throw new Error('The installation is gone.');
    return {
      ...pageContext(installation, findModule(host.manifest, moduleKey)),
      accountId: session.accountId,
      appVersion: localAppVersion,
      locale: session.locale,
      timezone,
      theme: { colorMode: session.colorMode },
      ...(installation.license ? { license: installation.license } : {}),
      permissions: { scopes: [...host.manifest.scopes] },
    };
  };

  api.onError((error, context) => context.json({ error: messageOf(error) }, 400));

  api.post('/context', async (context) => {
    const { moduleKey } = moduleSchema.parse(await context.req.json());
    return context.json({ value: describe(sessions.of(context), moduleKey) });
  });

  api.post('/invoke', async (context) => {
    const { moduleKey, functionKey, payload, extension } = invokeSchema.parse(await context.req.json());
    const session = sessions.of(context);
    const { accountId, installationId } = session;
    const shown = describe(session, moduleKey);
    const about = { ...shown, extension: { ...(shown['extension'] as object), ...extension } };
    try {
      const call = { accountId, moduleKey, context: about };
      const value = await host.invoke(installationId, functionKey, payload, call);
      return context.json(value === undefined ? {} : { value });
    } catch (error) {
      return context.json({ error: `${failurePrefix}${messageOf(error)}` });
    }
  });

  api.post('/product', async (context) => {
    const { product, restPath, method, headers, body } = productSchema.parse(await context.req.json());
    const { accountId, installationId } = sessions.of(context);
    const init = { method, headers, ...(body === null ? {} : { body }) };
    const response = await host.requestAsUser(installationId, accountId, { product, path: restPath, init });
    const type = response.headers.get('content-type') ?? '';
    const isAttachment = !/json|text|xml|^$/.test(type);
    const bytes = Buffer.from(await response.arrayBuffer());
    const value = {
      body: isAttachment ? bytes.toString('base64') : bytes.toString('utf8'),
      headers: Object.fromEntries(response.headers),
      status: response.status,
      statusText: response.statusText,
      isAttachment,
    };
    return context.json({ value });
  });

  api.post('/unknown', async (context) => {
    const { op } = unknownSchema.parse(await context.req.json());
    host.recorder.note({ kind: 'not-modelled', service: 'bridge', what: op });
    return context.json({ value: null });
  });

  return api;
}
