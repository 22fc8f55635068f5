import { expect, test } from 'vitest';
import { INSTALLATION } from '../support/app';
import { who } from '../support/review-org';
import { EVERY_CASE, setUpAndScan, withApp } from '../support/set-up';

test('a defect is answered without its details, and the log says where it was and nothing of what was in it', async () => {
  const loadApp = async (): Promise<Record<string, unknown>> => ({
    ...(await import('../../src/index')),
    dailyTick: async () => {
      const { kvs } = await import('@forge/kvs');
      const body = { schema: 1, scope: 'canary-in-storage', orgId: 'canary@hidden.example' };
      await kvs.entity('document').set('settings', { version: 9, body });
    },
  });
  await withApp({ loadApp }, async (app) => {
    await setUpAndScan(app);
    await app.host.runFunction(INSTALLATION, 'daily-tick');
    for (const call of ['session/get', 'setup/get', 'scan/start'] as const) {
      expect(await app.reply(call, {})).toEqual({
        ok: false,
        error: { code: 'INTERNAL', message: 'Seatpath could not do this. The log of the app tells more.' },
      });
    }
    const logs = JSON.stringify(app.host.inspect(INSTALLATION).logs);
    expect(logs).toContain('ZodError');
    expect(logs).toContain('session/get');
    expect(logs).not.toMatch(/canary|hidden\.example/);
  });
});

test('while the organization does not answer the table is shown all the same, without names and in time', async () => {
  await withApp({}, async (app) => {
    await setUpAndScan(app);
    app.front.intercept(() => ({ status: 503 }));
    const before = app.clock.now();
    const list = await app.call('cases/list', EVERY_CASE, who.auditor);
    expect(list.lines.length).toBeGreaterThan(10);
    expect(list.lines.every((line) => line.person.name === null)).toBe(true);
    expect(app.clock.now() - before).toBeLessThan(25_000);
    const { accountId } = list.lines[0]!.person;
    const one = await app.call('cases/get', { accountId, ari: list.lines[0]!.ari });
    expect(one.rows[0]!.sentence).toContain('The account');
    const byName = { ...EVERY_CASE, filter: { ...EVERY_CASE.filter, text: 'Celatum' } };
    expect(await app.reply('cases/list', byName)).toMatchObject({
      ok: false,
      error: { code: 'ORG_UNREACHABLE' },
    });
  });
});
