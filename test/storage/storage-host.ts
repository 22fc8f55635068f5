import { createHostClock, handClock, type HostClock } from '../../local/host/clock';
import { type Host, startHost } from '../../local/host/host';
import { anyWork } from '../support/any-work';
import { INSTALLATION } from '../support/app';

export interface StorageHost {
  readonly host: Host;
  readonly clock: HostClock;
  /** Runs a piece of work as the app, in an invocation of its own. */
  asApp<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The storage of one installation, with an app that does whatever it is given. */
export async function startStorage(): Promise<StorageHost> {
  const works = new Map<string, () => Promise<unknown>>();
  const clock = createHostClock(handClock(Date.parse('2026-11-23T09:00:00Z')));
  const host = await startHost({
    manifestPath: 'manifest.yml',
    loadApp: () =>
      Promise.resolve(anyWork('manifest.yml', (event) => works.get((event as { work: string }).work)!())),
    dataDir: ':memory:',
    clock,
    installations: [
      { installationId: INSTALLATION, cloudId: 'cloud-acme', siteUrl: 'https://acme.example.net' },
    ],
    products: () => Promise.resolve(new Response('{}')),
    callCost: { storage: 10 },
  });
  let count = 0;
  return {
    host,
    clock,
    async asApp<T>(work: () => Promise<T>): Promise<T> {
      const result: { value?: T; error?: unknown } = {};
      const name = `work-${(count += 1)}`;
      works.set(name, async () => {
        try {
          result.value = await work();
        } catch (error) {
          result.error = error;
        }
      });
      await host.runFunction(INSTALLATION, 'scan-step', { event: { work: name } });
      works.delete(name);
      if ('error' in result) throw result.error;
      return result.value as T;
    },
    close: () => host.close(),
  };
}
