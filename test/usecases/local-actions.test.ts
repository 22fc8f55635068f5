import { expect, test } from 'vitest';
import type { LocalAction } from '../../src/contracts/records';
import type { RoleGrant } from '../../src/contracts/settings';
import type { RunningApp } from '../support/app';
import { defaultRow, localAction, localRow, syncedRow, unknownRow } from '../support/decisions';
import {
  expectChainHolds,
  moveInput,
  moveRecord,
  newestOn,
  recordsOf,
  refusal,
  storedRecord,
  withRecords,
} from '../support/records';
import { drain, itemsOfClass, join, leave, nextWeek, PARTIAL, peopleOf, tick } from '../support/review';
import { accounts, jira, who } from '../support/review-org';
import { ROLES, scan } from '../support/set-up';

const stateOf = (app: RunningApp, { id }: Pick<LocalAction, 'id'>): string => storedRecord(app, id).state;

/** A local action on cem's local row that waits for somebody to do it. */
async function approved(app: RunningApp): Promise<LocalAction> {
  const after = await newestOn(app, localRow);
  const planned = await app.call('local-actions/record', localAction({ after }), who.reviewer);
  return (await moveRecord(app, planned, 'approve', who.owner)) as LocalAction;
}

async function claimed(app: RunningApp): Promise<LocalAction> {
  return (await moveRecord(app, await approved(app), 'claim', who.jiraAdmin)) as LocalAction;
}

test('a removal is planned by one person, approved by another, done by a site admin and confirmed by a complete scan', async () => {
  await withRecords(async (app) => {
    const planned = await app.call('local-actions/record', localAction(), who.reviewer);
    expect(planned).toMatchObject({ kind: 'local-action', state: 'planned', edit: 'membership', steps: [] });
    expect((await moveRecord(app, planned, 'approve', who.owner)).state).toBe('approved');
    expect((await moveRecord(app, planned, 'claim', who.jiraAdmin)).state).toBe('claimed');
    leave(app, accounts.cem, 'group-legacy');
    await scan(app);
    const confirmed = storedRecord(app, planned.id);
    expect(confirmed.state).toBe('confirmed');
    expect(confirmed.steps.map(({ to, by }) => [to, by])).toEqual([
      ['approved', who.owner],
      ['claimed', who.jiraAdmin],
      ['confirmed', 'seatpath'],
    ]);
    const { scanId } = await app.call('sources/list', {
      ari: null,
      text: '',
      sort: 'seats',
      offset: 0,
      limit: 1,
    });
    expect(confirmed.steps.at(-1)!.note).toContain(scanId);
    // Another look at the same scan adds nothing.
    await tick(app);
    expect(storedRecord(app, planned.id)).toEqual(confirmed);
    expect(app.org.requests.writes()).toEqual([]);
    expectChainHolds(app);
  });
});

test('nobody approves what he asked for, what is about himself, or without deciding; nothing skips the approval', async () => {
  await withRecords(async (app) => {
    const more: RoleGrant[] = [...ROLES, { accountId: who.jiraAdmin, role: 'reviewer', idpId: null }];
    await app.call('setup/save-roles', { roles: more });
    const ofOwner = { ...localRow, accountId: who.owner, groupId: 'group-jira-admins' };
    const planned = await app.call('local-actions/record', localAction({ row: ofOwner }), who.reviewer);
    const approve = await moveInput(app, planned, 'approve');
    for (const [by, code] of [
      [who.reviewer, 'SECOND_PERSON'],
      [who.owner, 'SECOND_PERSON'],
      [who.finance, 'NOT_ALLOWED'],
      [who.auditor, 'NOT_ALLOWED'],
    ] as const) {
      expect(await app.reply('records/move', approve, by), by).toEqual(refusal(code));
      const { lines } = await app.call('registers/list', { kind: 'local-action' }, by);
      expect(lines[0]!.moves, by).not.toContain('approve');
    }
    for (const move of ['claim', 'return', 'end'] as const) {
      expect(await app.reply('records/move', { ...approve, move }), move).toEqual(
        refusal('MOVE_NOT_PERMITTED'),
      );
    }
    expect(stateOf(app, planned)).toBe('planned');
    const { lines } = await app.call('registers/list', { kind: 'local-action' }, who.jiraAdmin);
    expect(lines[0]!.moves).toEqual(['approve', 'withdraw']);
    await app.call('records/move', approve, who.jiraAdmin);
    expect(stateOf(app, planned)).toBe('approved');
    expect(await app.reply('records/move', approve, who.jiraAdmin)).toEqual(refusal('MOVE_NOT_PERMITTED'));
    expectChainHolds(app);
  });
});

test('still there in a scan that began after the claim, it goes back; in one that began before, nothing is said', async () => {
  await withRecords(async (app) => {
    const action = await approved(app);
    await scan(app);
    expect(stateOf(app, action)).toBe('approved');
    await app.call('scan/start', {});
    await moveRecord(app, action, 'claim', who.jiraAdmin);
    await drain(app);
    expect(stateOf(app, action)).toBe('claimed');
    await scan(app);
    expect(storedRecord(app, action.id)).toMatchObject({ state: 'returned' });
    expect(storedRecord(app, action.id).steps.at(-1)).toMatchObject({ to: 'returned', by: 'seatpath' });
    await nextWeek(app);
    const [line, ...others] = await itemsOfClass(app, 'back');
    expect(others).toEqual([]);
    expect(line!.item).toMatchObject({ groupId: 'group-legacy', recordId: action.id, inQueue: true });
    expect(line!.item.reason).toMatch(/still there/);
    // It can be asked for again: the returned one is at its end, and stays as it was.
    const again = await app.call('local-actions/record', localAction({ after: action.id }), who.reviewer);
    expect(again.supersedes).toBe(action.id);
    expect(stateOf(app, action)).toBe('returned');
    expectChainHolds(app);
  });
});

test('a partial scan confirms nothing; it still sends back what it shows', async () => {
  await withRecords(async (app) => {
    const action = await claimed(app);
    leave(app, accounts.cem, 'group-legacy');
    app.org.setFaults(PARTIAL);
    expect(await scan(app)).toMatchObject({ verdict: 'partial' });
    expect(stateOf(app, action)).toBe('claimed');
    app.org.setFaults({});
    expect(await scan(app)).toMatchObject({ verdict: 'complete' });
    expect(stateOf(app, action)).toBe('confirmed');

    join(app, accounts.cem, 'group-legacy');
    await scan(app);
    const second = await claimed(app);
    app.org.setFaults(PARTIAL);
    await scan(app);
    expect(stateOf(app, second)).toBe('returned');
    expectChainHolds(app);
  });
});

test('what was confirmed gone and is there again comes back into the queue', async () => {
  await withRecords(async (app) => {
    const action = await claimed(app);
    leave(app, accounts.cem, 'group-legacy');
    await nextWeek(app);
    expect(stateOf(app, action)).toBe('confirmed');
    expect(await itemsOfClass(app, 'back')).toEqual([]);
    join(app, accounts.cem, 'group-legacy');
    await nextWeek(app);
    const [line, ...others] = await itemsOfClass(app, 'back');
    expect(others).toEqual([]);
    expect(line!.item).toMatchObject({
      groupId: 'group-legacy',
      ari: jira.ari,
      recordId: action.id,
      reason: 'It was confirmed gone, and is here again.',
      inQueue: true,
    });
    expect(await peopleOf(app, line!)).toEqual([accounts.cem]);
    expect(stateOf(app, action)).toBe('confirmed');
  });
});

test('gone before anybody said that he had done it, planned or approved, it is confirmed all the same', async () => {
  await withRecords(async (app) => {
    const first = await approved(app);
    const row = { ...localRow, accountId: accounts.dot, via: 'direct' as const, groupId: null };
    const second = await app.call('local-actions/record', localAction({ row }));
    expect(second).toMatchObject({ edit: 'direct-role' });
    leave(app, accounts.cem, 'group-legacy');
    app.org.world.apply({
      do: 'set-user',
      at: new Date(app.clock.now()).toISOString(),
      accountId: accounts.dot,
      set: { direct: [] },
    });
    await scan(app);
    expect([stateOf(app, first), stateOf(app, second)]).toEqual(['confirmed', 'confirmed']);
    expectChainHolds(app);
  });
});

test('it can be taken back before it is done, given back after, and not twice', async () => {
  await withRecords(async (app) => {
    const first = await approved(app);
    await moveRecord(app, first, 'withdraw', who.reviewer);
    expect(stateOf(app, first)).toBe('withdrawn');
    const second = await claimed(app);
    expect(await app.reply('records/move', await moveInput(app, second, 'withdraw'))).toEqual(
      refusal('MOVE_NOT_PERMITTED'),
    );
    await moveRecord(app, second, 'return', who.jiraAdmin);
    expect(stateOf(app, second)).toBe('returned');
    expect(await app.reply('records/move', await moveInput(app, second, 'return'))).toEqual(
      refusal('MOVE_NOT_PERMITTED'),
    );
    // Two site admins who claim at once: one has it.
    const third = await approved(app);
    const claim = await moveInput(app, third, 'claim');
    const both = await Promise.all(
      [who.jiraAdmin, who.auditor].map((by) => app.reply('records/move', claim, by)),
    );
    expect(both.map((reply) => reply.ok).sort()).toEqual([false, true]);
    for (const reply of both) if (!reply.ok) expect(reply).toEqual(refusal('CONFLICT'));
    expectChainHolds(app);
  });
});

test('only a path that this organization owns is removed here, and a default group is one', async () => {
  await withRecords(async (app) => {
    for (const row of [syncedRow, unknownRow]) {
      expect(await app.reply('local-actions/record', localAction({ row })), row.groupId!).toEqual(
        refusal('OUTCOME_NOT_PERMITTED', /this organization owns/),
      );
    }
    const kinds = recordsOf(app).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'override-attempt')).toEqual([]);
    expect(await app.call('local-actions/record', localAction({ row: defaultRow }))).toMatchObject({
      edit: 'membership',
      evidence: { owner: 'default-group' },
    });
  });
});
