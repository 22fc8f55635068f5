import type { HostClock } from '../clock';
import { InvocationFailedError } from '../errors';
import type { InvokeOptions } from '../host-types';
import type { Installation } from '../installation';
import { findModule, type Manifest, type ManifestModule } from '../manifest';
import { createRateWindow } from '../rate-window';
import type { Recorder } from '../recorder';
import type { Invoker } from './invoke';
import {
  invocationsPerMinutePerInstallation,
  invocationsPerMinutePerUser,
  invocationsPerSecondPerInstallation,
  minuteMs,
  resolverRequestBytes,
  resolverResponseBytes,
  resolverTimeoutSeconds,
} from './limits';
import { installationView } from './runtime-object';

export type Resolve = (
  installation: Installation,
  functionKey: string,
  payload: unknown,
  options: InvokeOptions,
) => Promise<unknown>;

/**
 * Calls the resolver of a page: the envelope of `@forge/resolver` 2.0.1, sizes and rates of the platform. Any text is
 * passed on as the resolver key, also names like `constructor`: it is the app that has to guard against them.
 */
export function createResolve(parts: {
  manifest: Manifest;
  invoker: Invoker;
  clock: HostClock;
  recorder: Recorder;
}): Resolve {
  const { manifest, invoker, clock, recorder } = parts;
  const now = (): number => clock.now();
  const perUser = createRateWindow(now, minuteMs, invocationsPerMinutePerUser);
  const perInstallation = createRateWindow(now, minuteMs, invocationsPerMinutePerInstallation);
  const perSecond = createRateWindow(now, 1_000, invocationsPerSecondPerInstallation);

  const refuse = (
    reason: 'RATE_LIMITED' | 'PAYLOAD_TOO_LARGE',
    what: string,
    installationId: string,
  ): never => {
    recorder.note({ kind: 'refused', service: 'invoke', what, installationId });
    throw new InvocationFailedError(reason, what);
  };

  return async (installation, functionKey, payload, options) => {
    const { installationId } = installation;
    const { accountId, moduleKey } = options;
    const module = findModule(manifest, moduleKey);
    const target = module.resolver?.function;
    if (target === undefined) throw new Error(`The module '${moduleKey}' has no resolver.`);
    const json = JSON.stringify(payload ?? {});
    if (Buffer.byteLength(json) > resolverRequestBytes) {
      refuse(
        'PAYLOAD_TOO_LARGE',
        `the payload of ${functionKey} is over ${resolverRequestBytes} bytes`,
        installationId,
      );
    }
    const fits =
      perUser.take(`${installationId}\n${accountId}`) &&
      perInstallation.take(installationId) &&
      perSecond.take(installationId);
    if (!fits) refuse('RATE_LIMITED', `too many invocations of ${functionKey}`, installationId);
    const context = { ...pageContext(installation, module), ...options.context };
    const own = manifest.functions.get(target)?.timeoutSeconds ?? resolverTimeoutSeconds;
    const result = await invoker.run({
      installation,
      functionKey: target,
      moduleType: module.type,
      moduleKey,
      accountId,
      timeoutSeconds: Math.min(own, resolverTimeoutSeconds),
      args: [
        { call: { functionKey, payload: JSON.parse(json) as unknown }, context },
        backendContext(installation, accountId),
      ],
    });
    const answered = JSON.stringify(result) as string | undefined;
    if (answered === undefined) return undefined;
    if (Buffer.byteLength(answered) > resolverResponseBytes) {
      refuse(
        'PAYLOAD_TOO_LARGE',
        `the answer of ${functionKey} is over ${resolverResponseBytes} bytes`,
        installationId,
      );
    }
    return JSON.parse(answered) as unknown;
  };
}

/** What the page sends along with a call: shown to the app, and not to be trusted by it. */
export function pageContext(installation: Installation, module: ManifestModule): Record<string, unknown> {
  const { cloudId, siteUrl, environmentId, contextAri } = installation;
  return {
    cloudId,
    siteUrl,
    environmentId,
    environmentType: 'DEVELOPMENT',
    moduleKey: module.key,
    localId: `${contextAri}/${module.key}`,
    extension: { type: module.type },
  };
}

/** The second argument of every function: the part of the context that comes from the platform itself. */
export function backendContext(installation: Installation, accountId?: string): Record<string, unknown> {
  const { installationId, cloudId, contextAri, license } = installation;
  return {
    installContext: contextAri,
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    ...(license ? { license } : {}),
    installation: installationView(installationId, cloudId),
  };
}
