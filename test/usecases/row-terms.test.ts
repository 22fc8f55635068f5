import { expect, test } from 'vitest';
import { defaultRow, exception, hold, keep, localRow, syncedRow, unknownRow } from '../support/decisions';
import { dayIn, expectChainHolds, recordsOf, refusal, storedRecord, withRecords } from '../support/records';
import { cycleOf, happen, itemsOfClass, nextWeek, PARTIAL, peopleOf } from '../support/review';
import { accounts, who, wiki } from '../support/review-org';

test('a hold keeps its owner, its condition and the evidence, in the review it was made in, and asks Jira for nothing', async () => {
  await withRecords(async (app) => {
    for (const row of [defaultRow, localRow, syncedRow, unknownRow]) {
      const input = hold(app, { row, condition: 'owner-known' });
      const { after, ...terms } = input;
      const record = await app.call('holds/record', input, who.reviewer);
      expect(record).toMatchObject({
        ...terms,
        kind: 'hold',
        state: 'standing',
        supersedes: after,
        recordedBy: who.reviewer,
        cycleId: (await cycleOf(app)).id,
        batchId: null,
        steps: [],
      });
      expect(record.evidence).toMatchObject({ verdict: 'complete', billable: true });
      expect(record.evidence.findings.length).toBeGreaterThan(0);
      expect(JSON.parse(record.evidence.roleAssignments)).toMatchObject([{ resource: row.ari }]);
      expect(storedRecord(app, record.id)).toEqual(record);
    }
    expect(app.org.world.issues()).toEqual([]);
    expectChainHolds(app);
  });
});

test('a hold ends within 60 days and a decision to keep within 365, each after today', async () => {
  await withRecords(async (app) => {
    for (const [days, last] of [
      [0, /after today/],
      [-1, /after today/],
      [61, /60 days at most/],
      [4_000, /60 days at most/],
    ] as const) {
      const expiresOn = dayIn(app, days);
      expect(await app.reply('holds/record', hold(app, { expiresOn })), String(days)).toEqual(
        refusal('BAD_INPUT', last),
      );
    }
    for (const [days, last] of [
      [0, /after today/],
      [366, /365 days at most/],
    ] as const) {
      const expiresOn = dayIn(app, days);
      expect(await app.reply('keeps/record', keep(app, { expiresOn })), String(days)).toEqual(
        refusal('BAD_INPUT', last),
      );
    }
    expect(recordsOf(app)).toEqual([]);
    const [one, two] = [hold(app, { expiresOn: dayIn(app, 1) }), keep(app, { expiresOn: dayIn(app, 1) })];
    await app.call('holds/record', one);
    await app.call('holds/record', { ...one, row: localRow, expiresOn: dayIn(app, 60) });
    await app.call('keeps/record', { ...two, row: syncedRow });
    const legacy = { ...localRow, accountId: accounts.cem, ari: wiki.ari, groupId: 'group-wiki' };
    await app.call('keeps/record', { ...two, row: legacy, expiresOn: dayIn(app, 365) });
    expect(recordsOf(app)).toHaveLength(4);
  });
});

test('what is held, kept or excepted leaves the queue, and is back in it when its last day is over, with the reason', async () => {
  await withRecords(async (app) => {
    const expiresOn = dayIn(app, 8);
    await app.call('holds/record', hold(app, { row: localRow, expiresOn }));
    const wikiRow = { ...localRow, ari: wiki.ari, groupId: 'group-wiki' };
    await app.call('keeps/record', keep(app, { row: wikiRow, expiresOn }));
    await app.call('exceptions/record', exception(app, { row: defaultRow, expiresOn }));
    await nextWeek(app);
    expect(await itemsOfClass(app, 'back')).toEqual([]);
    await nextWeek(app);
    const back = await itemsOfClass(app, 'back');
    const reasons = await Promise.all(
      back.map(async (line) => [line.item.groupId, line.item.reason, await peopleOf(app, line)]),
    );
    expect(reasons.sort()).toEqual([
      ['group-jira-users', 'The exception has ended.', [accounts.ada]],
      ['group-legacy', 'The hold has ended.', [accounts.cem]],
      ['group-wiki', 'The decision to keep it is due for review.', [accounts.cem]],
    ]);
    for (const { item } of back) {
      expect(item.recordId).toMatch(/^(hold|keep|exception)-/);
      expect(item.inQueue).toBe(true);
    }
    for (const kind of ['hold', 'keep', 'exception'] as const) {
      const { lines } = await app.call('registers/list', { kind });
      expect(lines.map((line) => line.inForce)).toEqual([false]);
    }
  });
});

test('a hold that waits for something is back as soon as a scan shows that it has come, and not before', async () => {
  await withRecords(async (app) => {
    const users = 'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search';
    const unreadable = {
      wrongShape: [
        { endpoint: users, path: 'data.*.productAccess.*.lastActiveTimestamp', value: 'not a time' },
      ],
    };
    const expiresOn = dayIn(app, 60);
    app.org.setFaults(unreadable);
    await nextWeek(app);
    await app.call('holds/record', hold(app, { row: unknownRow, expiresOn, condition: 'owner-known' }));
    await app.call('holds/record', hold(app, { row: localRow, expiresOn, condition: 'activity-known' }));
    await nextWeek(app);
    expect(await itemsOfClass(app, 'back')).toEqual([]);

    app.org.setFaults({});
    const local = { externalSynced: false, managedBy: 'admins' } as const;
    happen(app, { do: 'set-group', groupId: 'group-unsaid', set: local });
    await nextWeek(app);
    const back = await itemsOfClass(app, 'back');
    expect(back.map(({ item }) => [item.groupId, item.reason]).sort()).toEqual([
      ['group-legacy', 'What the hold waited for has come.'],
      ['group-unsaid', 'What the hold waited for has come.'],
    ]);
  });
});

test('a hold that waits for a complete scan is not back after a partial one', async () => {
  await withRecords(async (app) => {
    app.org.setFaults(PARTIAL);
    await nextWeek(app);
    expect((await cycleOf(app)).opening).toMatchObject({ verdict: 'partial' });
    await app.call('holds/record', hold(app, { expiresOn: dayIn(app, 60), condition: 'complete-scan' }));
    await nextWeek(app);
    expect(await itemsOfClass(app, 'back')).toEqual([]);
    app.org.setFaults({});
    await nextWeek(app);
    expect((await cycleOf(app)).opening).toMatchObject({ verdict: 'complete' });
    expect((await itemsOfClass(app, 'back')).map(({ item }) => item.groupId)).toEqual(['group-jira-users']);
  });
});
