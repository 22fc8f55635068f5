import { expect, test } from 'vitest';
import type { Output } from '../../src/contracts/api';
import type { RowDecision } from '../../src/contracts/records';
import { INSTALLATION, type RunningApp } from '../support/app';
import { bulkInput, decideInBulk, idleOrg, idsOf, itemOf } from '../support/bulk';
import { keep } from '../support/decisions';
import {
  dayIn,
  decisionsOf,
  expectChainHolds,
  moveRecord,
  refusal,
  registered,
  storedRecord,
  withRecords,
} from '../support/records';
import { drain, tick } from '../support/review';
import { jira, who } from '../support/review-org';
import { ROLES } from '../support/set-up';

const REASON = 'This was meant for another team.';
const world = idleOrg();
type Batch = Output<'batches/get'>;

/** Takes a bulk back and lets that be worked off. */
async function takeBack(app: RunningApp, batchId: string, accountId: string = who.reviewer): Promise<Batch> {
  const begun = await app.call('batches/take-back', { batchId, reason: REASON }, accountId);
  expect(begun).toMatchObject({ state: 'running', takesBack: true, recorded: 0, results: [] });
  await drain(app);
  return app.call('batches/get', { batchId: begun.id });
}
const idsIn = (batch: Batch): string[] => batch.results.map(({ recordId }) => recordId!).sort();
const holdAll = (app: RunningApp) =>
  ({
    outcome: { do: 'hold', ownedBy: who.finance, expiresOn: dayIn(app, 30), condition: null },
  }) as const;
const stepsIn = (app: RunningApp, batch: Batch): RowDecision['steps'] =>
  decisionsOf(app).flatMap(({ steps }) => steps.filter(({ batchId }) => batchId === batch.id));

test('what a bulk recorded is taken back with one note, each record down its own lane, and its rows are decided anew', async () => {
  await withRecords(
    async (app) => {
      const batch = await decideInBulk(app, 'both');
      expect(batch).toMatchObject({ takesBack: false, recorded: 4 });
      const taken = await takeBack(app, batch.id);
      expect(taken).toMatchObject({ state: 'done', itemId: batch.itemId, total: 4, recorded: 4, refused: 0 });
      expect(idsIn(taken)).toEqual(idsIn(batch));
      for (const id of idsIn(batch)) {
        const { steps, ...record } = storedRecord(app, id);
        expect(record).toMatchObject({ state: 'withdrawn' });
        expect(steps.at(-1)).toMatchObject({
          ...{ to: 'withdrawn', by: who.reviewer, note: REASON, batchId: taken.id },
        });
      }
      // What is with the identity owner already is no longer asked for.
      expect((await registered(app, 'route-out')).map(({ steps }) => steps.map(({ to }) => to))).toEqual([
        ['sent', 'withdrawn'],
        ['sent', 'withdrawn'],
      ]);
      const held = await decideInBulk(app, 'both', holdAll(app));
      expect(held).toMatchObject({ recorded: 4, refused: 0 });
      await takeBack(app, held.id);
      for (const id of idsIn(held)) expect(storedRecord(app, id)).toMatchObject({ state: 'ended' });
      expectChainHolds(app);
    },
    { world },
  );
});

test('its people are open in the item again', async () => {
  await withRecords(
    async (app) => {
      const { id } = await decideInBulk(app, 'old', holdAll(app));
      expect(await itemOf(app, 'inactive-one-edit', 'old')).toMatchObject({ people: 3, decided: 3 });
      await takeBack(app, id);
      expect(await itemOf(app, 'inactive-one-edit', 'old')).toMatchObject({ people: 3, decided: 0 });
    },
    { world },
  );
});

test('a review counts a path once, however often it was decided, and none of which the decision was taken back', async () => {
  await withRecords(
    async (app) => {
      await takeBack(app, (await decideInBulk(app, 'old', holdAll(app))).id);
      await decideInBulk(app, 'old', holdAll(app));
      await takeBack(app, (await decideInBulk(app, 'sales')).id);
      const { cycle, version } = await app.call('cycle/get', {});
      const closed = await app.call('cycle/close', { cycleId: cycle!.id, version });
      expect(closed.cycle!.ending).toMatchObject({ decidedRows: 3, decisions: 3, rows: { hold: 3 } });
    },
    { world },
  );
});

test('what somebody decided anew, or has carried out since, stays: the result names the row and why', async () => {
  await withRecords(
    async (app) => {
      const batch = await decideInBulk(app, 'old', {}, who.reviewer);
      const [anew, claimed, left] = idsOf('old', 3);
      const recordOf = (accountId: string): RowDecision =>
        decisionsOf(app).find(
          (one): one is RowDecision => 'row' in one && 'batchId' in one && one.row.accountId === accountId,
        )!;
      const row = { accountId: anew!, ari: jira.ari, via: 'group', groupId: 'group-old' } as const;
      const after = recordOf(anew!).id;
      const kept = await app.call('keeps/record', keep(app, { row, after }));
      await moveRecord(app, recordOf(claimed!), 'approve', who.owner);
      await moveRecord(app, recordOf(claimed!), 'claim', who.jiraAdmin);
      const taken = await takeBack(app, batch.id);
      expect(taken).toMatchObject({ state: 'done', total: 3, recorded: 1, refused: 2 });
      const told = new Map(taken.results.map(({ person, ...result }) => [person.accountId, result]));
      expect(told.get(anew!)).toMatchObject({
        ...{ recordId: null, code: 'CONFLICT', message: 'Somebody else decided this row meanwhile.' },
      });
      expect(told.get(claimed!)).toMatchObject({
        ...{ recordId: null, code: 'MOVE_NOT_PERMITTED' },
        message: 'In its present state the record knows no such step.',
      });
      expect(told.get(left!)).toMatchObject({ code: null });
      expect(storedRecord(app, kept.id)).toEqual(kept);
      expect(recordOf(claimed!)).toMatchObject({ state: 'claimed' });
      expect(recordOf(left!)).toMatchObject({ state: 'withdrawn' });
      // Once more, only what stayed is asked for, and stays.
      expect(await app.call('batches/get', { batchId: batch.id })).toMatchObject({ recorded: 3, left: 2 });
      expect(await takeBack(app, batch.id)).toMatchObject({ total: 2, recorded: 0, refused: 2 });
      expectChainHolds(app);
    },
    { world },
  );
});

test('a bulk knows by what it was taken back and how many of its records are left; nobody begins that twice', async () => {
  await withRecords(
    async (app) => {
      const batch = await decideInBulk(app, 'old', holdAll(app));
      expect(batch).toMatchObject({ recorded: 3, left: 3, takenBackBy: null });
      const ask = () => app.reply('batches/take-back', { batchId: batch.id, reason: REASON });
      const [first, second] = await Promise.all([ask(), ask()]);
      expect([first, second].filter(({ ok }) => !ok)).toEqual([refusal('CONFLICT')]);
      expect(await ask()).toEqual(refusal('CONFLICT'));
      expect(await app.call('batches/get', { batchId: batch.id })).toMatchObject({ recorded: 3, left: 0 });
      await drain(app);
      const { takenBackBy, left } = await app.call('batches/get', { batchId: batch.id });
      expect(left).toBe(0);
      expect(await app.call('batches/get', { batchId: takenBackBy! })).toMatchObject({
        ...{ takesBack: true, recorded: 3, refused: 0, left: 0, takenBackBy: null },
      });
      expect(await ask()).toEqual(refusal('NOT_FOUND', /Nothing is left/));
      expect(app.host.queueStats(INSTALLATION).pending).toBe(0);
    },
    { world },
  );
});

test('a decision that a bulk found and did not make is not taken back with it', async () => {
  await withRecords(
    async (app) => {
      const [first] = idsOf('sales', 4);
      const begun = await app.call('queue/decide', await bulkInput(app, 'sales'));
      const single = {
        accountId: first!,
        ari: jira.ari,
        groupId: 'group-sales',
        after: null,
        reason: 'Left.',
      };
      const known = await app.call('route-outs/record', single);
      await drain(app);
      const batch = await app.call('batches/get', { batchId: begun.id });
      expect(idsIn(batch)).toContain(known.id);
      expect(await takeBack(app, batch.id)).toMatchObject({ recorded: 3, refused: 1 });
      expect(storedRecord(app, known.id)).toMatchObject({ state: 'sent' });
    },
    { world },
  );
});

test('a bulk that took back, is under way, recorded nothing or was never begun is refused, with nothing begun', async () => {
  await withRecords(
    async (app) => {
      const ask = (batchId: string) => app.reply('batches/take-back', { batchId, reason: REASON });
      const { id: running } = await app.call('queue/decide', await bulkInput(app, 'old'));
      expect(await ask(running)).toEqual(refusal('CONFLICT'));
      await drain(app);
      const taken = await takeBack(app, running);
      expect(await ask(taken.id)).toEqual(refusal('MOVE_NOT_PERMITTED', /took decisions back/));
      const late = keep(app, { row: { ...taken.results[0]!.row }, after: taken.results[0]!.recordId });
      const others = idsOf('old', 3).filter((id) => id !== late.row.accountId);
      const begun = await app.call('queue/decide', await bulkInput(app, 'old', { except: others }));
      await app.call('keeps/record', late);
      await drain(app);
      expect(await app.call('batches/get', { batchId: begun.id })).toMatchObject({ recorded: 0, refused: 1 });
      expect(await ask(begun.id)).toEqual(refusal('NOT_FOUND', /Nothing is left/));
      expect(await ask('batch-none')).toEqual(refusal('NOT_FOUND'));
      expect(app.host.queueStats(INSTALLATION).pending).toBe(0);
    },
    { world },
  );
});

test('who may not decide may not take back, and who may no longer when it is worked off takes back nothing', async () => {
  await withRecords(
    async (app) => {
      const batch = await decideInBulk(app, 'old', holdAll(app));
      const input = { batchId: batch.id, reason: REASON };
      for (const other of [who.finance, who.auditor, who.identityOwner, who.jiraAdmin]) {
        expect(await app.reply('batches/take-back', input, other)).toEqual(refusal('NOT_ALLOWED'));
      }
      const begun = await app.call('batches/take-back', input, who.reviewer);
      await app.call('setup/save-roles', { roles: ROLES.filter(({ role }) => role !== 'reviewer') });
      await drain(app);
      const { results } = await app.call('batches/get', { batchId: begun.id });
      expect(results.map(({ code }) => code)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED']);
      for (const id of idsIn(batch)) expect(storedRecord(app, id)).toMatchObject({ state: 'standing' });
    },
    { world },
  );
});

test('events delivered twice, and several runs at once, take each record back once', async () => {
  await withRecords(
    async (app) => {
      const batch = await decideInBulk(app, 'sales');
      const { id } = await app.call('batches/take-back', { batchId: batch.id, reason: REASON });
      const event = { body: { batchId: id }, queueName: 'batch-steps', jobId: 'job', eventId: 'event' };
      await Promise.all([1, 2, 3].map(() => app.host.runFunction(INSTALLATION, 'batch-step', { event })));
      await drain(app);
      const taken = await app.call('batches/get', { batchId: id });
      expect(taken).toMatchObject({ state: 'done', recorded: 14, refused: 0 });
      expect(stepsIn(app, taken)).toHaveLength(14);
      expectChainHolds(app);
    },
    { world: idleOrg(14) },
  );
});

for (const effect of ['before', 'after'] as const) {
  test(`a taking back that breaks off ${effect} any call to the platform records each step once when it is repeated`, async () => {
    let at = 0;
    let calls = 0;
    const count = (when: 'before' | 'after'): void => {
      if (when === 'before') calls += 1;
      if (when !== effect || calls !== at) return;
      at = 0;
      throw new Error(`the process is gone ${when} call ${calls}`);
    };
    await withRecords(
      async (app) => {
        let broke = 0;
        for (let call = 1; call <= 24; call += 1) {
          const batch = await decideInBulk(app, 'old', holdAll(app));
          const { id } = await app.call('batches/take-back', { batchId: batch.id, reason: REASON });
          [at, calls] = [call, 0];
          await drain(app).catch(() => undefined);
          broke += at === 0 ? 1 : 0;
          at = 0;
          await tick(app);
          const taken = await app.call('batches/get', { batchId: id });
          expect(taken, `call ${call}`).toMatchObject({ state: 'done', recorded: 3, refused: 0 });
          expect(idsIn(taken)).toEqual(idsIn(batch));
          expect(stepsIn(app, taken), `call ${call}`).toHaveLength(3);
        }
        expect(broke).toBeGreaterThan(10);
        expectChainHolds(app);
      },
      { world, onPlatformCall: () => count('before'), onPlatformAnswer: () => count('after') },
    );
  }, 120_000);
}
