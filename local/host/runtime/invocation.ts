import { AsyncLocalStorage } from 'node:async_hooks';
import type { HostClock } from '../clock';
import type { Installation } from '../installation';

/** What the platform does for a running function; one per host, reached through the running invocation. */
export interface Platform {
  /** `__forge_fetch__`. */
  request(invocation: Invocation, meta: unknown, path: string, init?: RequestInit): Promise<Response>;
  /** The global `fetch` of the app. */
  egress(invocation: Invocation, input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** `__forge_runtime__`. */
  runtime(invocation: Invocation): unknown;
  log(invocation: Invocation, level: string, parts: unknown[]): void;
  refuseAfterEnd(invocation: Invocation, what: string): Error;
}

/** One run of one function for one installation. */
export interface Invocation {
  readonly id: string;
  readonly installation: Installation;
  readonly functionKey: string;
  readonly moduleType: string;
  readonly moduleKey: string;
  /** The person on whose behalf it runs; absent for consumers, schedules and triggers. */
  readonly accountId?: string;
  readonly startedAt: number;
  readonly timeoutSeconds: number;
  /** The first invocation of the chain of queue pushes this one belongs to. */
  readonly chain: string;
  readonly platform: Platform;
  /** The clock of the host it runs on. */
  readonly clock: HostClock;
  ended: boolean;
  egressCalls: number;
  logLines: number;
  logBytes: number;
}

/** While the app's modules load there is no invocation yet, and nothing may be asked of the platform. */
export type Scope = { kind: 'loading' } | { kind: 'invocation'; invocation: Invocation };

interface Shared {
  scopes: AsyncLocalStorage<Scope>;
  users: number;
  /** The process's own fetch, from before the globals were replaced. */
  native?: typeof fetch;
  restore?: () => void;
}

const sharedKey = Symbol.for('seatpath.local-host.runtime');

/**
 * The part of the host that is one per process because the globals are: kept on `globalThis`, so that two copies of
 * this module (a test runner that reloads modules) still see one another's invocations.
 */
export function sharedRuntime(): Shared {
  const holder = globalThis as { [sharedKey]?: Shared };
  const known = holder[sharedKey];
  if (known) return known;
  return (holder[sharedKey] = { scopes: new AsyncLocalStorage<Scope>(), users: 0 });
}

export function currentScope(): Scope | undefined {
  return sharedRuntime().scopes.getStore();
}

export function runIn<Result>(scope: Scope, work: () => Result): Result {
  return sharedRuntime().scopes.run(scope, work);
}

/** For what the caller of the host supplies: it is not the app, and the globals it sees are the process's own. */
export function runOutside<Result>(work: () => Result): Result {
  return sharedRuntime().scopes.exit(work);
}

/**
 * What somebody outside answers, read to its end out there: whoever reads a body drives the connection, and the timers
 * that Node then sets for its next request would be set in the app's time, which moves when they fire.
 */
export function answerFromOutside(ask: () => Promise<Response>): Promise<Response> {
  return runOutside(async () => {
    const response = await ask();
    const { status, statusText, headers } = response;
    const body = response.body === null ? null : await response.arrayBuffer();
    return new Response(body, { status, statusText, headers });
  });
}
