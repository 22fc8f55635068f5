import { expect, test } from 'vitest';
import type { RowDecision } from '../../src/contracts/records';
import { bulkInput, decideInBulk, idleOrg, idsOf } from '../support/bulk';
import { hold, keep } from '../support/decisions';
import {
  dayIn,
  expectChainHolds,
  newestOn,
  decisionsOf,
  registered,
  storedRecord,
  withRecords,
} from '../support/records';
import { drain, happen, itemsOfClass, nextWeek } from '../support/review';
import { jira, who } from '../support/review-org';

const world = idleOrg();
const rowOf = (accountId: string, group: string): RowDecision['row'] => ({
  accountId,
  ari: jira.ari,
  via: 'group',
  groupId: `group-${group}`,
});

test('what somebody else decided on a row since the bulk began stays: its result is a conflict', async () => {
  await withRecords(
    async (app) => {
      const [first, second] = idsOf('old', 3);
      const ended = await app.call('holds/record', hold(app, { row: rowOf(second!, 'old') }));
      await app.call('records/move', { recordId: ended.id, version: 1, move: 'end', note: '' });
      const { id } = await app.call('queue/decide', await bulkInput(app, 'old'), who.reviewer);
      const kept = await app.call('keeps/record', keep(app, { row: rowOf(first!, 'old') }), who.owner);
      await drain(app);
      const batch = await app.call('batches/get', { batchId: id });
      expect(batch).toMatchObject({ state: 'done', recorded: 2, refused: 1 });
      expect(batch.results.find(({ person }) => person.accountId === first)).toMatchObject({
        recordId: null,
        code: 'CONFLICT',
      });
      expect(storedRecord(app, kept.id)).toEqual(kept);
      // One that had come to its end before is gone on from.
      expect(await newestOn(app, rowOf(second!, 'old'))).toBe(
        batch.results.find(({ person }) => person.accountId === second)!.recordId,
      );
      expectChainHolds(app);
    },
    { world },
  );
});

test('a row that is handed over already is not handed over again, by a bulk or after it', async () => {
  await withRecords(
    async (app) => {
      const [first] = idsOf('sales', 4);
      const { via, ...row } = rowOf(first!, 'sales');
      expect(via).toBe('group');
      const single = { ...row, groupId: row.groupId!, after: null, reason: 'Left.' };
      const known = await app.call('route-outs/record', single);
      const batch = await decideInBulk(app, 'sales');
      expect(batch).toMatchObject({ total: 3, recorded: 3 });
      // They join the issue that is with the identity owner.
      expect(app.org.world.issues()).toHaveLength(1);
      const sent = (await registered(app, 'route-out')).find((record) => record.row.accountId !== first)!;
      const again = { ...single, accountId: sent.row.accountId };
      expect(await app.call('route-outs/record', again)).toEqual(sent);
      expect(app.org.world.issues()).toHaveLength(1);
      expect(storedRecord(app, known.id)).toEqual(known);
      happen(app, { do: 'remove-member', accountId: first!, groupId: 'group-sales', by: 'okta' });
      await nextWeek(app);
      expect((await itemsOfClass(app, 'inactive-one-edit')).map(({ groupName }) => groupName)).toEqual([
        'old',
      ]);
      expectChainHolds(app);
    },
    { world },
  );
});

test('what is open again although its decision still stands is decided in bulk, and takes its place', async () => {
  await withRecords(
    async (app) => {
      const row = {
        accountId: idsOf('old', 1)[0]!,
        ari: jira.ari,
        via: 'group',
        groupId: 'group-old',
      } as const;
      const waiting = hold(app, { row, expiresOn: dayIn(app, 60), condition: 'complete-scan' });
      const held = await app.call('holds/record', waiting);
      const other = { ...row, accountId: idsOf('old', 2)[1]! };
      const kept = await app.call('keeps/record', keep(app, { row: other }));
      await nextWeek(app);
      const [line] = await itemsOfClass(app, 'back');
      expect(line).toMatchObject({ people: 1, decided: 0 });
      const { cycle } = await app.call('cycle/get', {});
      const { id } = await app.call(
        'queue/decide',
        {
          cycleId: cycle!.id,
          itemId: line!.item.id,
          outcome: { do: 'keep', expiresOn: dayIn(app, 300) },
          except: [],
          reason: 'Asked: it stays.',
        },
        who.reviewer,
      );
      await drain(app);
      const batch = await app.call('batches/get', { batchId: id });
      expect(batch).toMatchObject({ state: 'done', total: 1, recorded: 1 });
      expect(await newestOn(app, row)).toBe(batch.results[0]!.recordId);
      expect(decisionsOf(app).find((record) => record.id === held.id)).toMatchObject({ state: 'superseded' });
      expect(decisionsOf(app).find((record) => record.id === kept.id)).toEqual(kept);
      expectChainHolds(app);
    },
    { world },
  );
});
