import { expect, test } from 'vitest';
import { defaultRow, exception, hold, keep, localRow, syncedRow } from '../support/decisions';
import {
  expectChainHolds,
  moveInput,
  moveRecord,
  newestOn,
  decisionsOf,
  refusal,
  registered,
  storedRecord,
  withRecords,
} from '../support/records';
import { accounts, jira, who } from '../support/review-org';
import { EVERY_CASE } from '../support/set-up';

test('another decision on the same row takes the place of the one before, whatever kinds they are, and the chain holds', async () => {
  await withRecords(async (app) => {
    const after = async (): Promise<string | null> => newestOn(app, defaultRow);
    const first = await app.call('holds/record', hold(app), who.reviewer);
    const second = await app.call('keeps/record', keep(app, { after: first.id }));
    const third = await app.call('exceptions/record', exception(app, { after: await after() }));
    const fourth = await app.call('local-actions/record', {
      row: defaultRow,
      after: await after(),
      reason: 'Moved.',
    });
    const ids = [first, second, third, fourth].map(({ id }) => id);
    expect([second, third, fourth].map(({ supersedes }) => supersedes)).toEqual(ids.slice(0, 3));
    for (const [i, id] of ids.slice(0, 3).entries()) {
      const next = [second, third, fourth][i]!;
      expect(storedRecord(app, id)).toMatchObject({
        state: 'superseded',
        steps: [
          { to: 'superseded', at: next.recordedAt, by: next.recordedBy, note: `Replaced by ${next.id}.` },
        ],
      });
    }
    const { rows } = await app.call('cases/get', { accountId: accounts.ada, ari: jira.ari });
    const row = rows.find((one) => one.groupId === 'group-jira-users')!;
    expect(row.records.map(({ id }) => id)).toEqual([...ids].reverse());
    expect(row.decided).toBe(true);
    const list = await app.call('cases/list', EVERY_CASE);
    const line = list.lines.find(({ person, ari }) => person.accountId === accounts.ada && ari === jira.ari);
    expect(line!.records).toEqual({ 'local-action': 1 });
    for (const kind of ['hold', 'keep', 'exception'] as const) {
      const { lines } = await app.call('registers/list', { kind });
      expect(lines).toMatchObject([{ inForce: false, moves: [] }]);
    }
    // Other rows of the same case are others' subjects.
    await app.call('keeps/record', keep(app, { row: syncedRow, after: null }));
    expectChainHolds(app);
  });
});

test('a decision that was made without the newest one in view is a conflict, and leaves everything as it is', async () => {
  await withRecords(async (app) => {
    const first = await app.call('holds/record', hold(app));
    const second = await app.call('keeps/record', keep(app, { after: first.id }));
    const before = decisionsOf(app);
    const elsewhere = await app.call('holds/record', hold(app, { row: localRow }));
    for (const after of [null, first.id, elsewhere.id, 'hold-of-nobody']) {
      expect(await app.reply('holds/record', hold(app, { after })), String(after)).toEqual(
        refusal('CONFLICT'),
      );
      expect(await app.reply('keeps/record', keep(app, { after }))).toEqual(refusal('CONFLICT'));
      expect(await app.reply('exceptions/record', exception(app, { after }))).toEqual(refusal('CONFLICT'));
      expect(await app.reply('local-actions/record', { row: defaultRow, after, reason: 'Moved.' })).toEqual(
        refusal('CONFLICT'),
      );
    }
    expect(decisionsOf(app).filter(({ id }) => id !== elsewhere.id)).toEqual(before);
    expect(await newestOn(app, defaultRow)).toBe(second.id);
    // One that was ended is still the newest: a new one follows it, and ends nothing again.
    await moveRecord(app, second, 'end', who.reviewer);
    expect(await app.reply('holds/record', hold(app))).toEqual(refusal('CONFLICT'));
    const third = await app.call('holds/record', hold(app, { after: second.id }));
    expect(storedRecord(app, second.id)).toMatchObject({ state: 'ended' });
    expect(await newestOn(app, defaultRow)).toBe(third.id);
    expectChainHolds(app);
  });
});

for (const still of [false, true]) {
  test(`two reviewers who decide the same row at the same moment${still ? ', by a clock that stands still,' : ''} end in one record and one conflict`, async () => {
    await withRecords(
      async (app) => {
        for (const after of [null, 'first'] as const) {
          const known = after === null ? null : await newestOn(app, defaultRow);
          const before = decisionsOf(app).length;
          const replies = await Promise.all([
            app.reply('holds/record', hold(app, { after: known }), who.owner),
            app.reply('keeps/record', keep(app, { after: known }), who.reviewer),
          ]);
          expect(replies.map((reply) => reply.ok).sort()).toEqual([false, true]);
          for (const reply of replies) if (!reply.ok) expect(reply).toEqual(refusal('CONFLICT'));
          expect(decisionsOf(app)).toHaveLength(before + 1);
          const standing = decisionsOf(app).filter(({ state }) => state === 'standing');
          expect(standing.map(({ id }) => id)).toEqual([await newestOn(app, defaultRow)]);
        }
        expectChainHolds(app);
      },
      still ? { callCost: {} } : {},
    );
  });
}

test('a record that somebody ended before its last day holds no more; a step from an older version is a conflict', async () => {
  await withRecords(async (app) => {
    const kept = await app.call('keeps/record', keep(app));
    const end = await moveInput(app, kept, 'end');
    for (const version of [0, 2, 7]) {
      expect(await app.reply('records/move', { ...end, version })).toEqual(refusal('CONFLICT'));
    }
    for (const move of ['approve', 'claim', 'return', 'withdraw'] as const) {
      expect(await app.reply('records/move', { ...end, move }), move).toEqual(refusal('MOVE_NOT_PERMITTED'));
    }
    expect(await app.reply('records/move', end, who.jiraAdmin)).toEqual(refusal('NOT_ALLOWED'));
    const both = await Promise.all([who.owner, who.reviewer].map((by) => app.reply('records/move', end, by)));
    expect(both.map((reply) => reply.ok).sort()).toEqual([false, true]);
    for (const reply of both) if (!reply.ok) expect(reply).toEqual(refusal('CONFLICT'));
    expect(await registered(app, 'keep')).toMatchObject([
      { state: 'ended', steps: [{ to: 'ended', note: 'Done: end.' }] },
    ]);
    expect(await app.reply('records/move', { ...end, version: 2 })).toEqual(refusal('MOVE_NOT_PERMITTED'));
    expect(await app.reply('records/move', { ...end, recordId: 'keep-of-nobody' })).toEqual(
      refusal('NOT_FOUND'),
    );
    const { rows } = await app.call('cases/get', { accountId: accounts.ada, ari: jira.ari });
    expect(rows.find((one) => one.groupId === 'group-jira-users')).toMatchObject({ decided: false });
    expectChainHolds(app);
  });
});
