import { randomUUID } from 'node:crypto';
import type { HostClock } from '../clock';
import { InvocationFailedError, messageOf } from '../errors';
import type { Installation } from '../installation';
import type { Manifest } from '../manifest';
import { runIn, type Invocation, type Platform } from './invocation';
import { defaultTimeoutSeconds, longestTimeoutSeconds } from './limits';

/** A function to run, and for whom. */
export interface Run {
  installation: Installation;
  functionKey: string;
  moduleType: string;
  moduleKey: string;
  accountId?: string;
  /** Seconds; the module decides, for a resolver it is shorter. */
  timeoutSeconds?: number;
  /** The chain of queue pushes it continues; its own id when it begins one. */
  chain?: string;
  args: unknown[];
}

/** What an invocation that is over has used; times in epoch milliseconds of the host's clock. */
export interface InvocationRecord {
  id: string;
  installationId: string;
  functionKey: string;
  startedAt: number;
  endedAt: number;
  /** External requests; product requests do not count. */
  egressCalls: number;
  failed: boolean;
}

export interface Invoker {
  run(run: Run): Promise<unknown>;
  /** Invocations that are running now. */
  running(): Invocation[];
  /** The last invocations that are over, oldest first. */
  records(installationId: string): InvocationRecord[];
}

/** Invocations remembered: enough for a long scan, bounded for a host that runs for days. */
const recordsKept = 5_000;

export type AppFunction = (...args: unknown[]) => unknown;

/** The functions of the manifest, found among the exports of the app's entry. @throws naming those that are missing. */
export function bindFunctions(
  manifest: Manifest,
  exports: Record<string, unknown>,
): Map<string, AppFunction> {
  const bound = new Map<string, AppFunction>();
  const absent: string[] = [];
  for (const { key, handler } of manifest.functions.values()) {
    const [file, name, ...rest] = handler.split('.');
    const found = name !== undefined && Object.hasOwn(exports, name) ? exports[name] : undefined;
    if (file !== 'index' || rest.length > 0 || typeof found !== 'function')
      absent.push(`${key} (${handler})`);
    else bound.set(key, found as AppFunction);
  }
  if (absent.length > 0) {
    throw new Error(
      `The app's entry exports no function for: ${absent.join(', ')}. Handlers are index.<export>.`,
    );
  }
  return bound;
}

/**
 * Runs functions in their own invocation scope, with the platform's time limit on the host's clock. When the time is
 * over the invocation fails; what the function still tries is refused, as a frozen function could not do it.
 */
export function createInvoker(options: {
  manifest: Manifest;
  functions: Map<string, AppFunction>;
  platform: Platform;
  clock: HostClock;
}): Invoker {
  const { manifest, functions, platform, clock } = options;
  const active = new Set<Invocation>();
  const over: InvocationRecord[] = [];

  const end = (invocation: Invocation, failed: boolean): void => {
    invocation.ended = true;
    active.delete(invocation);
    const { id, installation, functionKey, startedAt, egressCalls } = invocation;
    const { installationId } = installation;
    over.push({ id, installationId, functionKey, startedAt, endedAt: clock.now(), egressCalls, failed });
    if (over.length > recordsKept) over.shift();
  };

  const begin = (run: Run): Invocation => {
    const id = randomUUID();
    const own = manifest.functions.get(run.functionKey)?.timeoutSeconds;
    const timeoutSeconds =
      run.timeoutSeconds ?? Math.min(own ?? defaultTimeoutSeconds, longestTimeoutSeconds);
    return {
      id,
      installation: run.installation,
      functionKey: run.functionKey,
      moduleType: run.moduleType,
      moduleKey: run.moduleKey,
      ...(run.accountId === undefined ? {} : { accountId: run.accountId }),
      startedAt: clock.now(),
      timeoutSeconds,
      chain: run.chain ?? id,
      platform,
      clock,
      ended: false,
      egressCalls: 0,
      logLines: 0,
      logBytes: 0,
    };
  };

  return {
    running: () => [...active],
    records: (installationId) => over.filter((record) => record.installationId === installationId),
    run: async (run) => {
      const call = functions.get(run.functionKey);
      if (!call) throw new Error(`The manifest has no function '${run.functionKey}'.`);
      const invocation = begin(run);
      active.add(invocation);
      const limit = timeLimit(clock, invocation);
      let failed = true;
      try {
        const work = runIn({ kind: 'invocation', invocation }, async () => call(...run.args));
        const result = await Promise.race([work, limit.over]);
        limit.check();
        failed = false;
        return result;
      } catch (error) {
        if (error instanceof InvocationFailedError) throw error;
        throw new InvocationFailedError('FUNCTION_ERROR', messageOf(error), error);
      } finally {
        limit.clear();
        end(invocation, failed);
      }
    },
  };
}

/** A function that never yields can only be found late when it comes back: `check` looks at the clock once more. */
function timeLimit(
  clock: HostClock,
  invocation: Invocation,
): { over: Promise<never>; check: () => void; clear: () => void } {
  const deadline = invocation.startedAt + invocation.timeoutSeconds * 1000;
  const failure = (): InvocationFailedError =>
    new InvocationFailedError(
      'FUNCTION_TIME_OUT',
      `${invocation.functionKey} did not end within ${invocation.timeoutSeconds} s.`,
    );
  let clear: () => void = () => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    clear = clock.at(deadline, () => {
      invocation.ended = true;
      reject(failure());
    });
  });
  over.catch(() => undefined);
  return {
    over,
    check: () => {
      if (clock.now() > deadline) throw failure();
    },
    clear: () => clear(),
  };
}
