import type { Manifest } from '../manifest';
import type { Invocation } from './invocation';

/** The version every local build has; Forge counts deployments here. */
export const localAppVersion = '0.0.0-local';

const still = { stop: () => undefined };
const counter = {
  incr: () => undefined,
  incrBy: () => undefined,
  decr: () => undefined,
  decrBy: () => undefined,
};

/**
 * The object behind `__forge_runtime__` (fields read by `@forge/api` 8.3.0, out/api/runtime.d.ts). `kvs` is left out on
 * purpose: with it `@forge/kvs` 1.6.5 would choose its direct client at import.
 */
export function buildRuntimeObject(options: {
  invocation: Invocation;
  manifest: Manifest;
  now: () => number;
}): Record<string, unknown> {
  const { invocation, manifest, now } = options;
  const { installation } = invocation;
  const deadline = invocation.startedAt + invocation.timeoutSeconds * 1000;
  return {
    proxy: { token: 'local', url: 'http://forge.invalid' },
    contextAri: installation.contextAri,
    container: { region: 'local', runtime: manifest.runtimeName, handler: invocation.functionKey },
    appContext: {
      appId: manifest.appId,
      appVersion: localAppVersion,
      environmentId: installation.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: invocation.id,
      installationId: installation.installationId,
      functionKey: invocation.functionKey,
      moduleType: invocation.moduleType,
      moduleKey: invocation.moduleKey,
      ...(installation.license ? { license: installation.license } : {}),
      installation: installationView(installation.installationId, installation.cloudId),
      permissions: { scopes: [...manifest.scopes], external: manifest.permissions['external'] ?? {} },
    },
    ...(invocation.accountId === undefined ? {} : { aaid: invocation.accountId }),
    lambdaContext: {
      awsRequestId: invocation.id,
      getRemainingTimeInMillis: () => Math.max(0, deadline - now()),
    },
    tracing: { traceId: invocation.id.replaceAll('-', ''), spanId: invocation.id.slice(0, 8) },
    realtime: {},
    metrics: {
      counter: () => counter,
      timing: () => ({ measure: () => still }),
      gauge: () => ({ set: () => undefined }),
    },
    featureFlags: () => false,
  };
}

/** `installation` as resolvers and functions get it: an ARI and the sites it belongs to. */
export function installationView(installationId: string, cloudId: string): Record<string, unknown> {
  const site = `ari:cloud:jira::site/${cloudId}`;
  return {
    ari: { installationId, toString: () => `ari:cloud:ecosystem::installation/${installationId}` },
    contexts: [{ cloudId, toString: () => site }],
  };
}
