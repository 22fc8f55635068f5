import { expect, test } from 'vitest';
import { INSTALLATION, type RunningApp } from '../support/app';
import { bulkInput, dieInBulk, idleOrg, idsOf } from '../support/bulk';
import { expectChainHolds, decisionsOf, registered, withFolder, withRecords } from '../support/records';
import { drain } from '../support/review';

const world = idleOrg();
const PEOPLE = 3;

/** Each local row has one removal that is planned, and a result that names it. */
async function expectPlannedOnce(app: RunningApp, batchId: string): Promise<void> {
  const batch = await app.call('batches/get', { batchId });
  expect(batch).toMatchObject({ state: 'done', total: PEOPLE, recorded: PEOPLE, refused: 0 });
  const records = await registered(app, 'local-action');
  expect(records.map(({ row, state }) => `${row.accountId} ${state}`).sort()).toEqual(
    idsOf('old', PEOPLE).map((id) => `${id} planned`),
  );
  expect(batch.results.map(({ recordId }) => recordId).sort()).toEqual(records.map(({ id }) => id).sort());
  expect(decisionsOf(app)).toHaveLength(PEOPLE);
  expectChainHolds(app);
}

for (const at of [2, 3, 4, 6]) {
  test(`a host that dies at request ${at} of a bulk of removals finds what it had planned, and plans it once`, async () => {
    await withFolder(async (dataDir) => {
      await withRecords(
        async (app) => {
          const id = await dieInBulk(app, 'old', at);
          await drain(app);
          await expectPlannedOnce(app, id);
        },
        { world, dataDir },
      );
    });
  });
}

test('of two runs that are at the same row at the same moment, the one that comes second tells the record of the first', async () => {
  await withRecords(
    async (app) => {
      const { id } = await app.call('queue/decide', await bulkInput(app, 'old'));
      const [first, second] = idsOf('old', PEOPLE);
      const reads = (path: string, accountId: string): boolean =>
        path.includes('/role-assignments') && decodeURIComponent(path).includes(accountId);
      // Both have seen that nothing is decided on the first row before either stores it; whoever stores it is then
      // kept waiting at the second row until the other one has gone through them all.
      let bothThere: () => void = () => undefined;
      const both = new Promise<void>((resolve) => (bothThere = resolve));
      let goOn: () => void = () => undefined;
      const overtaken = new Promise<void>((resolve) => (goOn = resolve));
      const arrived = { first: 0, second: 0 };
      app.front.intercept(async ({ path }) => {
        if (reads(path, first!)) {
          arrived.first += 1;
          if (arrived.first === 2) bothThere();
          await both;
        }
        if (reads(path, second!)) {
          arrived.second += 1;
          if (arrived.second === 1) await overtaken;
        }
        return null;
      });
      const event = { body: { batchId: id }, queueName: 'batch-steps', jobId: 'job', eventId: 'event' };
      const runs = [1, 2].map(() => app.host.runFunction(INSTALLATION, 'batch-step', { event }));
      await Promise.race(runs);
      await expectPlannedOnce(app, id);
      goOn();
      await Promise.all(runs);
      expect(arrived).toEqual({ first: 2, second: 2 });
      app.front.intercept(null);
      await drain(app);
      await expectPlannedOnce(app, id);
    },
    { world },
  );
});
