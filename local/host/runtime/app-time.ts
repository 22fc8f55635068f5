import type { HostClock } from '../clock';
import { currentScope } from './invocation';

type Timer = (handler: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => unknown;

/**
 * Lets the app live in the host's time: inside an invocation on this clock `Date` and `setTimeout` follow the
 * clock, elsewhere they are what they were. Forge has no such thing; without it a week could only be waited for.
 * @returns puts the time back as it was; several hosts may do so in any order.
 */
export function installAppTime(clock: HostClock): () => void {
  const dateBefore = globalThis.Date;
  const timeoutBefore = globalThis.setTimeout;
  const wait = timeoutBefore as unknown as Timer;
  let on = true;
  const inApp = (): boolean => {
    const scope = on ? currentScope() : undefined;
    return scope?.kind === 'invocation' && scope.invocation.clock === clock;
  };

  const AppDate = new Proxy(dateBefore, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 && inApp() ? [clock.now()] : args, newTarget) as object,
    get: (target, property, receiver) =>
      property === 'now'
        ? () => (inApp() ? clock.now() : target.now())
        : (Reflect.get(target, property, receiver) as unknown),
  });
  const appTimeout: Timer = (handler, ms = 0, ...args) => {
    if (!inApp() || !clock.movable) return wait(handler, ms, ...args);
    const due = clock.now() + ms;
    return wait(() => {
      void clock.reach(due).then(() => {
        handler(...args);
      });
    }, 0);
  };
  globalThis.Date = AppDate;
  globalThis.setTimeout = appTimeout as typeof setTimeout;
  return () => {
    on = false;
    if (globalThis.Date === AppDate) globalThis.Date = dateBefore;
    if (globalThis.setTimeout === appTimeout) globalThis.setTimeout = timeoutBefore;
  };
}
