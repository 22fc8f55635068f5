import type { FramePlace, FromFrame, ToFrame } from './messages';

type Listener = (payload: unknown) => void;
type PlaceListener = (place: FramePlace, action: string) => void;

const themeSheet = '/__host/theme.css';

/**
 * Runs in the app's frame before the app: defines `globalThis.__bridge`, the one thing `@forge/bridge` 7.2.0 needs. Calls
 * go to the product's page by postMessage; callbacks, events, history and theme come back the same way. Self-contained
 * on purpose: it is served as one classic script.
 */
export function start(): void {
  const parentOrigin = (document.currentScript as HTMLScriptElement).dataset['parent'] ?? '';
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const callbacks = new Map<number, (...args: unknown[]) => void>();
  const listeners = new Map<string, Set<Listener>>();
  const placeListeners = new Set<PlaceListener>();
  let last = 0;

  const send = (message: FromFrame): void => window.parent.postMessage(message, parentOrigin);

  const portable = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = (last += 1);
      callbacks.set(id, value as (...args: unknown[]) => void);
      return { __callback: id };
    }
    if (Array.isArray(value)) return value.map(portable);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, portable(part)]));
  };

  const ask = (op: string, payload?: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      send({ forge: 'call', id, op, payload: portable(payload) });
    });

  const setColor = (colorMode: string, names?: string): void => {
    const root = document.documentElement;
    if (names !== undefined) root.dataset['theme'] = names;
    if (root.dataset['theme'] !== undefined) root.dataset['colorMode'] = colorMode;
  };

  const enableTheming = async (): Promise<void> => {
    const { colorMode, names } = (await ask('enableTheming')) as { colorMode: string; names: string };
    if (!document.querySelector(`link[href="${themeSheet}"]`)) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = themeSheet;
      const loaded = new Promise((resolve) => {
        link.addEventListener('load', resolve, { once: true });
        link.addEventListener('error', resolve, { once: true });
      });
      document.head.append(link);
      await loaded;
    }
    setColor(colorMode, names);
  };

  const listen = (space: string, payload: unknown): { unsubscribe: () => void } => {
    const { event, callback } = payload as { event: string; callback: Listener };
    const name = `${space}:${event}`;
    const set = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, set.add(callback));
    return { unsubscribe: () => void set.delete(callback) };
  };

  const createHistory = async (): Promise<unknown> => {
    const place = (await ask('createHistory')) as FramePlace;
    const go = (move: 'PUSH' | 'REPLACE') => (to: unknown, state?: unknown) => {
      const next = toPlace(to, history.location, state);
      history.location = next;
      history.action = move;
      for (const listener of placeListeners) listener(next, move);
      void ask('moveHistory', { move, place: next });
    };
    const history = {
      location: place,
      action: 'POP',
      length: 1,
      push: go('PUSH'),
      replace: go('REPLACE'),
      go: (steps: number) => void ask('goHistory', { steps }),
      goBack: () => void ask('goHistory', { steps: -1 }),
      goForward: () => void ask('goHistory', { steps: 1 }),
      back: () => void ask('goHistory', { steps: -1 }),
      forward: () => void ask('goHistory', { steps: 1 }),
      createHref: (to: unknown) => hrefOf(toPlace(to, history.location)),
      block: () => () => undefined,
      listen: (listener: PlaceListener) => {
        placeListeners.add(listener);
        return () => void placeListeners.delete(listener);
      },
    };
    return history;
  };

  const own: Record<string, (payload: unknown) => unknown> = {
    enableTheming,
    createHistory,
    on: (payload) => listen('app', payload),
    onPublic: (payload) => listen('public', payload),
  };

  const bridge = {
    callBridge: async (op: string, payload?: unknown): Promise<unknown> =>
      Object.hasOwn(own, op) ? own[op]!(payload) : ask(op, payload),
  };
  Object.defineProperty(globalThis, '__bridge', { value: bridge });

  window.addEventListener('message', (message: MessageEvent<ToFrame>) => {
    if (message.source !== window.parent || message.origin !== parentOrigin) return;
    const { data } = message;
    if (data.forge === 'answer') {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error === undefined) one?.resolve(data.value);
      else one?.reject(new Error(data.error));
    } else if (data.forge === 'callback') callbacks.get(data.callback)?.(...data.args);
    else if (data.forge === 'color') setColor(data.colorMode);
    else if (data.forge === 'place') for (const listener of placeListeners) listener(data.place, data.action);
    else for (const listener of listeners.get(`${data.space}:${data.event}`) ?? []) listener(data.payload);
  });
}

/** A path, or the parts of one, seen from where the history stands. */
function toPlace(to: unknown, from: FramePlace, state?: unknown): FramePlace {
  const key = Math.floor(performance.now() * 1000).toString(36);
  if (typeof to !== 'string') {
    const parts = to as Partial<FramePlace>;
    const { pathname = from.pathname, search = '', hash = '' } = parts;
    return { pathname, search, hash, state: parts.state ?? state, key };
  }
  const { pathname, search, hash } = new URL(to, new URL(hrefOf(from), 'http://x'));
  return { pathname, search, hash, state, key };
}

function hrefOf({ pathname, search, hash }: FramePlace): string {
  return `${pathname}${search}${hash}`;
}
