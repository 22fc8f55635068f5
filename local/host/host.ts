import { createBackground } from './background';
import { NotEmulatedError } from './errors';
import type { Host, HostOptions } from './host-types';
import { inspectInstallation } from './inspect';
import { toInstallation, type Installation } from './installation';
import { createStorageEndpoint } from './kvs/endpoint';
import { createStorageRates } from './kvs/rates';
import { createSecretBox } from './kvs/secrets';
import { createEntryStore } from './kvs/store';
import { findConsumer, readManifest } from './manifest';
import { createQueueEndpoint } from './queue/endpoint';
import { createEventStore } from './queue/store';
import { createQueueWorker } from './queue/worker';
import { createRecorder } from './recorder';
import { createEgressDoor } from './runtime/egress';
import { installGlobals, nativeFetch, requireOwnFetch } from './runtime/globals';
import { runIn, runOutside } from './runtime/invocation';
import { bindFunctions, createInvoker, type Invoker } from './runtime/invoke';
import { createLogKeeper } from './runtime/log-keeper';
import { createPersonalData } from './runtime/personal-data';
import { createPlatform } from './runtime/platform';
import { createPlatformRouter } from './runtime/platform-router';
import { createProductDoor } from './runtime/product';
import { backendContext, createResolve } from './runtime/resolve';
import { createScheduler } from './scheduler';
import { openDatabase } from '../storage/database';
import { createTables } from './storage/schema';

export type { Host, HostOptions } from './host-types';

/**
 * Starts Forge for one app: globals first, then the app, then what was left over from the last run.
 * @throws when the manifest cannot be used, when a function of it is not exported, or when the folder is in use.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { clock, dataDir, delivery = {}, random = () => 0, log } = options;
  const now = (): number => clock.now();
  const manifest = readManifest(options.manifestPath);
  const installations = options.installations.map(toInstallation);
  const recorder = createRecorder(now, log);
  const database = openDatabase(dataDir, 'host');
  createTables(database);
  const uninstallGlobals = installGlobals();

  try {
    const exports = await runIn({ kind: 'loading' }, options.loadApp);
    await requireOwnFetch();
    const functions = bindFunctions(manifest, exports);
    return assemble({ functions });
  } catch (error) {
    uninstallGlobals();
    database.close();
    throw error;
  }

  function assemble({ functions }: { functions: ReturnType<typeof bindFunctions> }): Host {
    const { scopes } = manifest;
    const logs = createLogKeeper(recorder, log);
    const store = createEntryStore({
      database,
      entities: manifest.entities,
      box: createSecretBox(dataDir),
      now,
      expiredStayMs: options.expiredStayMs ?? 0,
      onSecret: (installation, text) => logs.guard(installation, text),
    });
    const rates = createStorageRates(now);
    const events = createEventStore(database);
    const recovered = events.recover(now());
    const product = createProductDoor({ scopes, gateway: options.products, recorder });
    const egress = createEgressDoor({
      allowed: manifest.backendEgress,
      origins: options.egressOrigins ?? {},
      native: nativeFetch(),
      clock,
      recorder,
    });
    const queue = createQueueEndpoint({
      database,
      events,
      manifest,
      recorder,
      now,
      onPush: () => background.poke(),
    });
    const router = createPlatformRouter({
      storage: createStorageEndpoint({ database, store, rates }),
      queue,
      product,
      personalData: createPersonalData({ scopes, recorder, report: options.reportAccounts }),
      scopes,
      recorder,
      onCall: (_invocation, meta, path, init) =>
        runOutside(() => options.onPlatformCall?.({ meta, path, init })),
      onAnswered: () => runOutside(() => options.onPlatformAnswer?.()),
    });
    const callCost = options.callCost ?? {};
    const platform = createPlatform({ manifest, router, egress, logs, recorder, clock, callCost });
    const invoker: Invoker = createInvoker({ manifest, functions, platform, clock });
    const resolve = createResolve({ manifest, invoker, clock, recorder });
    const byId = (installationId: string): Installation => {
      const found = installations.find((one) => one.installationId === installationId);
      if (!found) throw new Error(`There is no installation '${installationId}'.`);
      return found;
    };
    const worker = createQueueWorker({
      events,
      clock,
      recorder,
      random,
      knobs: delivery,
      run: (event, message) => {
        const module = findConsumer(manifest, event.queue);
        if (!module?.function) throw new NotEmulatedError(`the queue '${event.queue}' without a consumer`);
        const installation = byId(event.installation);
        return invoker.run({
          installation,
          functionKey: module.function,
          moduleType: module.type,
          moduleKey: module.key,
          chain: event.chain,
          args: [message, backendContext(installation)],
        });
      },
    });
    const scheduler = createScheduler({
      database,
      manifest,
      installations,
      clock,
      recorder,
      doubles: () => random() < (delivery.doubleTick ?? 0),
      run: (module, installation) =>
        invoker.run({
          installation,
          functionKey: module.function ?? '',
          moduleType: module.type,
          moduleKey: module.key,
          args: [
            { context: { cloudId: installation.cloudId, moduleKey: module.key } },
            backendContext(installation),
          ],
        }),
    });
    const nextEventAt = (): number | undefined => events.nextDueAt();
    const background = createBackground({ clock, scheduler, worker, nextEventAt, recorder });

    return {
      manifest,
      installations,
      clock,
      recorder,
      recovered,
      invoke: async (installationId, functionKey, payload, call) =>
        resolve(byId(installationId), functionKey, payload, call),
      runFunction: async (installationId, functionKey, run = {}) => {
        const installation = byId(installationId);
        const { accountId, event = {}, moduleType = 'function', moduleKey = functionKey } = run;
        return invoker.run({
          installation,
          functionKey,
          moduleType,
          moduleKey,
          ...(accountId === undefined ? {} : { accountId }),
          args: [event, backendContext(installation, accountId)],
        });
      },
      fireSchedule: async (moduleKey, installationId) => scheduler.fire(moduleKey, byId(installationId)),
      runDueSchedules: () => scheduler.runDue(),
      drainQueue: async (installationId, drain) => worker.drain(installationId, drain),
      queueStats: (installationId) => events.totals(installationId),
      runByItself: () => background.start(),
      inspect: (installationId) =>
        inspectInstallation(
          { database, rates, logs, recorder, invoker },
          byId(installationId).installationId,
        ),
      requestAsUser: async (installationId, accountId, call) => {
        const { product: name, path, init } = call;
        if (name !== 'jira' && name !== 'confluence') throw new NotEmulatedError(`the product '${name}'`);
        return product.send({
          product: name,
          installation: byId(installationId),
          as: { accountId },
          path,
          init,
        });
      },
      egressInMinute: () => egress.inMinute(),
      close: async () => {
        await background.stop();
        for (const invocation of invoker.running()) invocation.ended = true;
        uninstallGlobals();
        database.close();
      },
    };
  }
}
