import type { HostClock } from '../clock';
import type { CallKind } from '../host-types';
import type { Manifest } from '../manifest';
import type { Recorder } from '../recorder';
import type { EgressDoor } from './egress';
import type { Invocation, Platform } from './invocation';
import type { LogKeeper } from './log-keeper';
import type { PlatformRouter } from './platform-router';
import { buildRuntimeObject } from './runtime-object';

/** Binds the parts of the platform to what the globals ask for; each call may take time on a clock that can be moved. */
export function createPlatform(parts: {
  manifest: Manifest;
  router: PlatformRouter;
  egress: EgressDoor;
  logs: LogKeeper;
  recorder: Recorder;
  clock: HostClock;
  callCost: Partial<Record<CallKind, number>>;
}): Platform {
  const { manifest, router, egress, logs, recorder, clock, callCost } = parts;

  const spend = async (kind: CallKind): Promise<void> => {
    const cost = callCost[kind] ?? 0;
    if (cost > 0 && clock.movable) await clock.reach(clock.now() + cost);
  };

  return {
    request: async (invocation, meta, path, init) => {
      await spend(kindOf(meta));
      return router.route(invocation, meta, path, init);
    },
    egress: async (invocation, input, init) => {
      await spend('egress');
      return egress.send(invocation, input, init);
    },
    runtime: (invocation) => buildRuntimeObject({ invocation, manifest, now: () => clock.now() }),
    log: (invocation, level, parts) => logs.take(invocation, level, parts),
    refuseAfterEnd: (invocation: Invocation, what: string) => {
      const { installationId } = invocation.installation;
      const said = `${what} was called by ${invocation.functionKey} after its invocation had ended`;
      recorder.note({ kind: 'refused', service: 'runtime', what: said, installationId });
      return new Error(said);
    },
  };
}

function kindOf(meta: unknown): CallKind {
  const { type, remote } = (meta ?? {}) as { type?: unknown; remote?: unknown };
  if (type === 'kvs') return 'storage';
  return remote === 'stargate' ? 'queue' : 'product';
}
