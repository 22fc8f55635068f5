import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createHostClock, handClock, type HostClock } from '../../local/host/clock';
import { type Host, type HostOptions, startHost } from '../../local/host/host';
import { installAppTime } from '../../local/host/runtime/app-time';
import { anyWork } from '../support/any-work';

/** Taken before any clock is installed. */
const hostTimeout = globalThis.setTimeout;
const START = Date.parse('2030-01-01T00:00:00Z');

async function hostOn(
  clock: HostClock,
  work: () => Promise<unknown>,
  change: Partial<HostOptions> = {},
): Promise<Host> {
  return startHost({
    manifestPath: 'manifest.yml',
    loadApp: () => Promise.resolve(anyWork('manifest.yml', work)),
    dataDir: ':memory:',
    clock,
    installations: [{ installationId: 'i', cloudId: 'c', siteUrl: 'https://acme.example.net' }],
    products: () => Promise.resolve(new Response('{}')),
    ...change,
  });
}

test('two hosts in one process each live in their own time, and nothing is left of it afterwards', async () => {
  const realDate = globalThis.Date;
  const realTimeout = globalThis.setTimeout;
  const [one, two] = [START, START + 86_400_000].map((at) => createHostClock(handClock(at))) as [
    HostClock,
    HostClock,
  ];
  const tell = (): Promise<unknown> =>
    Promise.resolve([Date.now(), new Date().getTime(), new Date(5).getTime()]);
  const hosts = [await hostOn(one, tell), await hostOn(two, tell)] as const;
  const restores = [installAppTime(one), installAppTime(two)] as const;
  try {
    expect(await hosts[0].runFunction('i', 'scan-step')).toEqual([START, START, 5]);
    expect(await hosts[1].runFunction('i', 'scan-step')).toEqual([START + 86_400_000, START + 86_400_000, 5]);
    expect(Math.abs(Date.now() - realDate.now())).toBeLessThan(1_000);
    // In the order in which they came, which is not the one in which they would nest.
    restores[0]();
    expect(await hosts[1].runFunction('i', 'scan-step')).toEqual([START + 86_400_000, START + 86_400_000, 5]);
    restores[1]();
    expect(
      Math.abs(((await hosts[1].runFunction('i', 'scan-step')) as number[])[0]! - realDate.now()),
    ).toBeLessThan(1_000);
  } finally {
    for (const restore of restores) restore();
    for (const host of hosts) await host.close();
  }
  globalThis.Date = realDate;
  globalThis.setTimeout = realTimeout;
});

/** What the work of one invocation answers that lives in the time of a clock moved by hand. */
async function inAppTime(
  work: (clock: HostClock) => Promise<unknown>,
  change: Partial<HostOptions> = {},
): Promise<unknown> {
  const clock = createHostClock(handClock(START));
  const host = await hostOn(clock, () => work(clock), change);
  const restore = installAppTime(clock);
  try {
    return await host.runFunction('i', 'scan-step');
  } finally {
    restore();
    await host.close();
  }
}

test('two waits that begin together end together, at the later of their times', async () => {
  const wait = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
  const passed = await inAppTime(async () => {
    await Promise.all([wait(600), wait(1_000), wait(300)]);
    return Date.now() - START;
  });
  expect(passed).toBe(1_000);
});

test('what the host itself waits for, begun while the app runs, does not move the time of the app', async () => {
  const passed = await inAppTime(async (clock) => {
    const takeBack = clock.at(START + 60_000, () => undefined);
    // Long enough for a timer that is due at once, too short for a look of the clock.
    await new Promise((wake) => hostTimeout(wake, 20));
    takeBack();
    return Date.now() - START;
  });
  expect(passed).toBe(0);
});

test('a connection that waits for its next request is not the app’s: it neither moves the time nor ends a request', async () => {
  // Too much to have arrived before it is read: the rest comes while the app reads.
  const body = 'x'.repeat(4_000_000);
  const server = createServer((_, answer) => answer.end(body));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (send: () => Promise<Response>): Promise<void> => {
    for (let n = 0; n < 3; n += 1) {
      expect((await (await send()).text()).length).toBe(body.length);
      await new Promise((wake) => hostTimeout(wake, 20));
    }
  };
  try {
    const passed = await inAppTime(
      async () => {
        // Only now: it keeps the fetch that it finds when it is loaded.
        const { default: api, route } = await import('@forge/api');
        await ask(() => fetch('https://api.atlassian.com/admin/v1/orgs'));
        await ask(
          () => api.asApp().requestJira(route`/rest/api/3/mypermissions`) as unknown as Promise<Response>,
        );
        return Date.now() - START;
      },
      {
        callCost: {},
        egressOrigins: { 'https://api.atlassian.com': origin },
        products: () => fetch(origin),
      },
    );
    expect(passed).toBe(0);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});
