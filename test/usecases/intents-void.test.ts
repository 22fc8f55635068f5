import { expect, test } from 'vitest';
import { aGroup } from '../support/org-builder';
import {
  dayIn,
  expectChainHolds,
  moveRecord,
  refusal,
  registered,
  storedRecord,
  withRecords,
} from '../support/records';
import { cycleOf, happen, nextWeek, peopleOf } from '../support/review';
import { accounts, jira, who } from '../support/review-org';
import { grantOf, intend, intentIn, members, of, reviewItem, withGroups } from '../support/sources';

test('a standing decision is void in the next review once what it rests on has changed, and says what', async () => {
  const groups = ['grown', 'synced', 'default', 'roles', 'gone', 'same', 'past', 'people'];
  const world = withGroups(
    groups.map((name) => aGroup(name, { grants: [grantOf(jira.ari)] })),
    groups.flatMap((name) => members(name, 2)),
  );
  await withRecords(
    async (app) => {
      const ids = new Map<string, string>();
      for (const name of groups) {
        const expiresOn = dayIn(app, name === 'past' ? 3 : 300);
        // Of the people there, one more than now may have another address; two of another kind are other people.
        const population = { claimStatuses: ['unmanaged'], domains: [] };
        const change = name === 'people' ? { expiresOn, population } : { expiresOn, cap: 2 };
        ids.set(name, (await app.call('sources/intend', await intend(app, name, change))).id);
      }
      for (const n of [1, 2])
        happen(app, { do: 'set-user', accountId: `712020:people-${n}`, set: { claimStatus: 'managed' } });
      happen(app, { do: 'add-member', groupId: 'group-grown', accountId: who.plain, by: 'somebody' });
      const synced = { externalSynced: true, managedBy: 'external' } as const;
      happen(app, { do: 'set-group', groupId: 'group-synced', set: synced });
      const grant = (group: string, roles: string[], defaultRole: string | null): void =>
        happen(app, { do: 'set-grant', ...of(group), roles, defaultRole });
      grant('default', ['atlassian/user'], 'atlassian/user');
      grant('roles', ['atlassian/user', 'atlassian/admin'], null);
      grant('gone', [], null);
      await nextWeek(app);

      const said: Record<string, RegExp> = {
        grown: /^It holds 3 seats; it was decided for 2 at most\.$/,
        synced: /^The owner of the group was local-group and is idp-owned now\.$/,
        default: /^The owner of the group was local-group and is default-group now\.$/,
        roles: /^It gave atlassian\/user and gives atlassian\/admin, atlassian\/user now\.$/,
        gone: /^The group no longer grants this product\.$/,
        past: /^It was to be reviewed by 2026-11-26\.$/,
        people: /^2 of its 2 seats are outside of the people it was decided for; there were 0 then\.$/,
      };
      const { opening } = await cycleOf(app);
      expect(opening!.voided.map(({ recordId }) => recordId).sort()).toEqual(
        Object.keys(said)
          .map((name) => ids.get(name)!)
          .sort(),
      );
      for (const [name, because] of Object.entries(said)) {
        const told = opening!.voided.find(({ recordId }) => recordId === ids.get(name))!;
        expect(told.because, name).toMatch(because);
        expect(storedRecord(app, ids.get(name)!), name).toMatchObject({
          state: 'void',
          steps: [{ to: 'void', by: 'seatpath', note: told.because }],
        });
        if (name === 'gone' || name === 'synced') continue;
        const line = await reviewItem(app, name);
        expect(line!.item, name).toMatchObject({ class: 'back', reason: told.because, inQueue: true });
      }
      expect(storedRecord(app, ids.get('same')!)).toMatchObject({ state: 'standing', steps: [] });
      expect(await intentIn(app, 'grown')).toBe('void');
      // Declared anew with the new number in view, it stands again.
      await app.call('sources/intend', await intend(app, 'grown'));
      expect(await intentIn(app, 'grown')).toBe('standing');
      expectChainHolds(app);
    },
    { world },
  );
});

test('the newest decision on a source counts: it replaces the one before, and a stale or simultaneous one is a conflict', async () => {
  await withRecords(async (app) => {
    const first = await app.call('sources/intend', await intend(app, 'legacy'));
    const stale = await intend(app, 'legacy', { after: null });
    expect(await app.reply('sources/intend', stale, who.reviewer)).toEqual(refusal('CONFLICT'));
    const next = await intend(app, 'legacy', { cap: 9 });
    const replies = await Promise.all(
      [who.owner, who.reviewer].map((by) => app.reply('sources/intend', next, by)),
    );
    expect(replies.map((reply) => reply.ok).sort()).toEqual([false, true]);
    for (const reply of replies) if (!reply.ok) expect(reply).toEqual(refusal('CONFLICT'));
    expect(storedRecord(app, first.id)).toMatchObject({ state: 'superseded' });
    const standing = (await registered(app, 'intent')).filter(({ state }) => state === 'standing');
    expect(standing).toHaveLength(1);
    await moveRecord(app, standing[0]!, 'withdraw', who.reviewer);
    expect(await intentIn(app, 'legacy')).toBe('none');
    await nextWeek(app);
    const line = await reviewItem(app, 'legacy');
    expect(await peopleOf(app, line!)).toEqual([accounts.cem]);
    expectChainHolds(app);
  });
});
