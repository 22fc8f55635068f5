import type { HostClock } from '../clock';
import { currentScope } from './invocation';

type Timer = (handler: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => unknown;

/**
 * Lets the app live in the host's time: inside an invocation `Date` and `setTimeout` follow the clock,
 * outside they are the process's own. Forge has no such thing; without it a week could only be waited for.
 * @returns puts the process's own time back.
 */
export function installAppTime(clock: HostClock): () => void {
  const RealDate = globalThis.Date;
  const realTimeout = globalThis.setTimeout;
  const inApp = (): boolean => currentScope()?.kind === 'invocation';

  const AppDate = new Proxy(RealDate, {
    construct: (target, args: ConstructorParameters<typeof Date>, newTarget) =>
      Reflect.construct(target, args.length === 0 && inApp() ? [clock.now()] : args, newTarget) as object,
    get: (target, property, receiver) =>
      property === 'now'
        ? () => (inApp() ? clock.now() : target.now())
        : (Reflect.get(target, property, receiver) as unknown),
  });
  const appTimeout: Timer = (handler, ms = 0, ...args) => {
    if (!inApp() || !clock.movable) return (realTimeout as Timer)(handler, ms, ...args);
    return realTimeout(() => {
      void clock.reach(clock.now() + ms).then(() => {
        handler(...args);
      });
    }, 0);
  };
  globalThis.Date = AppDate;
  globalThis.setTimeout = appTimeout as typeof setTimeout;
  return () => {
    globalThis.Date = RealDate;
    globalThis.setTimeout = realTimeout;
  };
}
