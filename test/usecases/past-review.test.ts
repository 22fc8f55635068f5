import { expect, test } from 'vitest';
import type { Output } from '../../src/contracts/api';
import { INSTALLATION, type RunningApp } from '../support/app';
import { exception } from '../support/decisions';
import { refusal, withRecords } from '../support/records';
import { cycleOf, itemsOf, nextWeek } from '../support/review';
import { who } from '../support/review-org';

type Past = Output<'cycle/past'>;

async function close(app: RunningApp): Promise<string> {
  const { cycle, version } = await app.call('cycle/get', {});
  await app.call('cycle/close', { cycleId: cycle!.id, version }, who.reviewer);
  return cycle!.id;
}

const sum = (counts: Past['items'][number]['ends']): number =>
  Object.values(counts ?? {}).reduce((all, one) => all + one, 0);
const openIn = (counts: Past['items'][number]['ends']): number =>
  (counts?.queued ?? 0) + (counts?.backlog ?? 0);

test('a review that was closed tells who closed it, its figures, and what had become of each item; later weeks change nothing of it', async () => {
  await withRecords(async (app) => {
    await nextWeek(app);
    const before = (await itemsOf(app)).filter(({ item }) => item.inQueue);
    await app.call('exceptions/record', exception(app), who.reviewer);
    const now = await itemsOf(app);
    const cycleId = await close(app);
    const past = await app.call('cycle/past', { cycleId }, who.auditor);
    expect(past.cycle).toMatchObject({ id: cycleId, state: 'closed', ending: { by: who.reviewer } });
    expect(past.people).toMatchObject([{ accountId: who.reviewer, name: 'Rea Celatum' }]);
    expect(past.items.map(({ item }) => item.id)).toEqual(before.map(({ item }) => item.id));
    expect(past.items.map(({ groupName, product, site }) => ({ groupName, product, site }))).toEqual(
      before.map(({ groupName, product, site }) => ({ groupName, product, site })),
    );
    // What nobody decided is open at the end, what was decided is not; nothing else is an item's.
    expect(past.items.some(({ ends }) => (ends?.exception ?? 0) > 0)).toBe(true);
    for (const { item, ends } of past.items) {
      const line = now.find((one) => one.item.id === item.id)!;
      if (item.outcome === 'attest-settings') expect(ends).toBeNull();
      else {
        expect(sum(ends), item.id).toBeGreaterThanOrEqual(line.people);
        expect(openIn(ends) === 0, item.id).toBe(line.decided === line.people);
      }
    }
    await nextWeek(app);
    await app.call('exceptions/record', exception(app, { after: await newest(app) }));
    expect(await app.call('cycle/past', { cycleId }, who.auditor)).toEqual(past);
  });
});

const newest = async (app: RunningApp): Promise<string> =>
  (await app.call('registers/list', { kind: 'exception' })).lines[0]!.record.id;

test('a review that is open, or of which nobody knows, has no past', async () => {
  await withRecords(async (app) => {
    await nextWeek(app);
    const { id } = await cycleOf(app);
    for (const cycleId of [id, 'cycle-1999-W01'])
      expect(await app.reply('cycle/past', { cycleId })).toEqual(refusal('NOT_FOUND'));
  });
});

test('whoever sees one site is told of its items only', async () => {
  await withRecords(async (app) => {
    await nextWeek(app);
    const cycleId = await close(app);
    const items = async (by: string): Promise<Past['items']> =>
      (await app.call('cycle/past', { cycleId }, by)).items;
    const here = await items(who.jiraAdmin);
    const everywhere = await items(who.owner);
    expect(here.length).toBeGreaterThan(0);
    expect(here.length).toBeLessThan(everywhere.length);
    expect(JSON.stringify(here)).not.toContain('cloud-beta');
  });
});

test('a review whose ledger is gone tells its figures, and not how its items ended', async () => {
  const forgets = { ledgers: false };
  const loadApp = async (): Promise<Record<string, unknown>> => {
    const index = await import('../../src/index');
    const { kvs } = await import('@forge/kvs');
    const dailyTick: typeof index.dailyTick = async (...event) => {
      if (!forgets.ledgers) return index.dailyTick(...event);
      for (const key of keys.ledgers) await kvs.delete(key);
      return { statusCode: 204 };
    };
    return { ...index, dailyTick };
  };
  const keys: { ledgers: string[] } = { ledgers: [] };
  await withRecords(
    async (app) => {
      await nextWeek(app);
      const cycleId = await close(app);
      const stored = app.host.inspect(INSTALLATION).entries();
      keys.ledgers = stored.map(({ key }) => key).filter((key) => key.startsWith('blob:ledger:'));
      forgets.ledgers = true;
      await app.host.runFunction(INSTALLATION, 'daily-tick');
      const past = await app.call('cycle/past', { cycleId });
      expect(past).toMatchObject({ ledgerKept: false, cycle: { ending: { by: who.reviewer } } });
      expect(past.items.length).toBeGreaterThan(0);
      for (const { ends } of past.items) expect(ends).toBeNull();
    },
    { loadApp },
  );
});
