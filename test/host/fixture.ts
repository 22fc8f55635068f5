import { join } from 'node:path';
import { createHostClock, handClock, type HostClock } from '../../local/host/clock';
import { startHost, type Host, type HostOptions } from '../../local/host/host';
import type { FixtureWork } from './app/index';

export const fixtureManifest = join(import.meta.dirname, 'app', 'manifest.yml');
export const noon = Date.parse('2026-11-23T12:00:00Z');

export const acme = {
  installationId: 'install-acme',
  cloudId: 'cloud-acme',
  siteUrl: 'https://acme.atlassian.net',
  license: { active: true },
};
export const beta = {
  installationId: 'install-beta',
  cloudId: 'cloud-beta',
  siteUrl: 'https://beta.atlassian.net',
  license: { active: false },
};

export interface Who {
  installationId?: string;
  accountId?: string;
}

export interface Fixture {
  host: Host;
  clock: HostClock;
  advance: (ms: number) => Promise<void>;
  /** Runs code of the test inside a resolver invocation of the app. */
  inside: <Result>(work: () => Result | Promise<Result>, who?: Who) => Promise<Result>;
}

/**
 * A host with the fixture app on a clock that stands still. `inside` hands back the very value, not its JSON, and the
 * very error the app met.
 */
export async function startFixture(
  options: Partial<HostOptions> & { work?: FixtureWork } = {},
): Promise<Fixture> {
  const { work = {}, ...rest } = options;
  const source = handClock(noon);
  const clock = createHostClock(source);
  let current: () => unknown = () => undefined;
  const host = await startHost({
    manifestPath: fixtureManifest,
    // A dynamic import on purpose: the app and @forge/api may be loaded only once the globals are in place.
    loadApp: async () => {
      const { createFixtureApp } = await import('./app/index');
      return createFixtureApp({ resolve: () => current(), ...work });
    },
    dataDir: ':memory:',
    clock,
    installations: [acme, beta],
    products: async () => new Response('{}', { status: 200 }),
    ...rest,
  });
  return {
    host,
    clock,
    advance: async (ms) => {
      source.advance(ms);
      await clock.settle();
    },
    inside: async <Result>(
      task: () => Result | Promise<Result>,
      who: { installationId?: string; accountId?: string } = {},
    ) => {
      const seen: { outcome?: { value: Result } | { error: unknown } } = {};
      current = async () => {
        try {
          seen.outcome = { value: await task() };
        } catch (error) {
          seen.outcome = { error };
        }
      };
      await host.invoke(
        who.installationId ?? acme.installationId,
        'run',
        {},
        { accountId: who.accountId ?? 'ann', moduleKey: 'page' },
      );
      if (!seen.outcome) throw new Error('The work did not run.');
      if ('error' in seen.outcome) throw seen.outcome.error;
      return seen.outcome.value;
    },
  };
}
