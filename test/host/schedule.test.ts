import { expect, test } from 'vitest';
import { acme, beta, noon, startFixture } from './fixture';

const hour = 3_600_000;

test('a trigger runs first 5 minutes after installation, then once per interval, for each installation', async () => {
  const at: { cloudId: string; hours: number }[] = [];
  const fixture = await startFixture({
    work: {
      tick: (event) => {
        const { cloudId } = (event as { context: { cloudId: string } }).context;
        at.push({ cloudId, hours: (fixture.clock.now() - noon) / hour });
        return { statusCode: 204 };
      },
    },
  });
  const { host, advance } = fixture;
  expect(await host.runDueSchedules()).toBe(0);
  await advance(5 * 60_000);
  await host.runDueSchedules();
  await host.runDueSchedules();
  await advance(24 * hour);
  await host.runDueSchedules();
  const first = 5 / 60;
  expect(at).toEqual([
    { cloudId: 'cloud-acme', hours: first },
    { cloudId: 'cloud-beta', hours: first },
    { cloudId: 'cloud-acme', hours: first + 24 },
    { cloudId: 'cloud-beta', hours: first + 24 },
  ]);
  await host.close();
});

test('missed intervals are not made up for: after a week there is one run', async () => {
  let runs = 0;
  const tick = (): object => {
    runs += 1;
    return { statusCode: 204 };
  };
  const { host, advance } = await startFixture({ installations: [acme], work: { tick } });
  await advance(7 * 24 * hour);
  await host.runDueSchedules();
  expect(runs).toBe(1);
  await host.close();
});

test('a trigger that throws is not retried and stops nothing', async () => {
  let runs = 0;
  const tick = (): never => {
    runs += 1;
    throw new Error('no');
  };
  const { host } = await startFixture({ work: { tick } });
  await host.fireSchedule('tick', acme.installationId);
  expect(runs).toBe(1);
  expect(host.recorder.list({ service: 'schedule' })[0]!.what).toBe('tick failed: no');
  await host.close();
});

test('a trigger may fire twice when the knob says so', async () => {
  let runs = 0;
  const tick = (): object => {
    runs += 1;
    return { statusCode: 204 };
  };
  const { host } = await startFixture({ work: { tick }, delivery: { doubleTick: 1 }, random: () => 0 });
  await host.fireSchedule('tick', acme.installationId);
  expect(runs).toBe(2);
  await host.close();
});

test('appIsLicensed leaves out an installation without an active license', async () => {
  const seen: string[] = [];
  const { createFixtureApp } = await import('./app/index');
  const { getAppContext } = await import('@forge/api');
  const { host } = await startFixture({
    loadApp: async () => ({
      ...createFixtureApp(),
      paidTick: () => {
        seen.push(getAppContext().installationAri.installationId);
        return { statusCode: 204 };
      },
    }),
  });
  await host.fireSchedule('paid-tick', acme.installationId);
  await host.fireSchedule('paid-tick', beta.installationId);
  expect(seen).toEqual([acme.installationId]);
  await host.close();
});

test('an answer without a statusCode is recorded, as Forge records 424', async () => {
  const { host } = await startFixture({ work: { tick: () => 'done' } });
  await host.fireSchedule('tick', acme.installationId);
  expect(host.recorder.list({ service: 'schedule' })[0]!.what).toContain('424');
  await host.close();
});

test('a host that runs by itself ticks when the clock is moved by a day', async () => {
  let runs = 0;
  const tick = (): object => {
    runs += 1;
    return { statusCode: 204 };
  };
  const { host, advance } = await startFixture({ installations: [acme], work: { tick } });
  host.runByItself();
  await advance(5 * 60_000);
  await expect.poll(() => runs).toBe(1);
  await advance(24 * hour);
  await expect.poll(() => runs).toBe(2);
  await host.close();
});
