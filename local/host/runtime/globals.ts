import { currentScope, runIn, sharedRuntime, type Invocation } from './invocation';

const consoleLevels = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** The running invocation; throws when there is none or when it is over (a frozen function cannot act either). */
function running(what: string): Invocation {
  const scope = currentScope();
  if (scope?.kind !== 'invocation') {
    throw new Error(`${what} was called outside an invocation. Forge runtime not found.`);
  }
  const { invocation } = scope;
  if (invocation.ended) throw invocation.platform.refuseAfterEnd(invocation, what);
  return invocation;
}

/**
 * Puts in place what the `@forge/*` packages read: `__forge_runtime__` (at each call), `__forge_fetch__` (at each call)
 * and the global `fetch` (`@forge/api` 8.3.0 keeps it at import: install before the app is loaded). Several hosts of a
 * process share them; each call is led to the host of the invocation it comes from. Outside an invocation `fetch` and
 * `console` are the process's own.
 * @returns takes the globals away again when the last user is gone.
 */
export function installGlobals(): () => void {
  const shared = sharedRuntime();
  shared.users += 1;
  shared.restore ??= replaceGlobals();
  let mine = true;
  return () => {
    if (!mine) return;
    mine = false;
    shared.users -= 1;
    if (shared.users > 0) return;
    shared.restore?.();
    delete shared.restore;
  };
}

function replaceGlobals(): () => void {
  const native = globalThis.fetch;
  sharedRuntime().native = native;
  const door: typeof fetch = (input, init) => {
    const scope = currentScope();
    if (!scope) return native(input, init);
    try {
      const invocation = running('fetch');
      return invocation.platform.egress(invocation, input, init);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const forgeFetch = async (meta: unknown, path: string, init?: RequestInit): Promise<Response> => {
    const invocation = running('__forge_fetch__');
    return invocation.platform.request(invocation, meta, path, init);
  };
  globalThis.fetch = door;
  Object.defineProperty(globalThis, '__forge_fetch__', {
    value: forgeFetch,
    configurable: true,
    writable: true,
  });
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => {
      const scope = currentScope();
      return scope?.kind === 'invocation' ? scope.invocation.platform.runtime(scope.invocation) : undefined;
    },
  });
  const restoreConsole = captureConsole();
  return () => {
    globalThis.fetch = native;
    delete sharedRuntime().native;
    Reflect.deleteProperty(globalThis, '__forge_fetch__');
    Reflect.deleteProperty(globalThis, '__forge_runtime__');
    restoreConsole();
  };
}

function captureConsole(): () => void {
  const before = { ...console };
  for (const level of consoleLevels) {
    const own = console[level].bind(console);
    console[level] = (...parts: unknown[]) => {
      const scope = currentScope();
      if (scope?.kind === 'invocation') scope.invocation.platform.log(scope.invocation, level, parts);
      else own(...parts);
    };
  }
  return () => void Object.assign(console, before);
}

/** The fetch with which the host itself goes out; the global one may be the app's door already. */
export function nativeFetch(): typeof fetch {
  return sharedRuntime().native ?? globalThis.fetch;
}

/** Answered by the process's own fetch without leaving it, and refused by the app's door. */
const probe = 'data:,probe';

/**
 * Makes sure that `@forge/api` goes out through the app's door. It keeps the global `fetch` it finds at its first import;
 * imported before the host it would reach the real world, past the egress list.
 * @throws when it was imported too early.
 */
export async function requireOwnFetch(): Promise<void> {
  const api = await import('@forge/api');
  const early = await runIn({ kind: 'loading' }, () => api.fetch(probe)).then(
    () => true,
    () => false,
  );
  if (early) {
    throw new Error(
      '@forge/api was imported before the local Forge host was started; its fetch would bypass the egress list. ' +
        'Import the app inside loadApp, and @forge/* in tests after startHost.',
    );
  }
}
