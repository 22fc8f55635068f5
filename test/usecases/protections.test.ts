import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { ProtectionRule } from '../../src/contracts/records';
import type { RunningApp } from '../support/app';
import { byAccount, hold, localRow, protect } from '../support/decisions';
import { aGroup, daysBefore } from '../support/org-builder';
import {
  DAY,
  dayIn,
  expectChainHolds,
  moveInput,
  moveRecord,
  recordsOf,
  refusal,
  registered,
  storedRecord,
  withRecords,
} from '../support/records';
import { cycleOf, drain, itemsOf, itemsOfClass, nextWeek, peopleOf } from '../support/review';
import { accounts, jira, who } from '../support/review-org';
import { grantOf, members, withGroups } from '../support/sources';

const idle = { lastActive: { [jira.ari]: daysBefore(200) } };
/** `idle` holds five seats that nobody has used for 200 days; one of its people is in `keepers` too. */
const world = withGroups(
  [
    aGroup('idle', { grants: [grantOf(jira.ari)] }),
    aGroup('keepers', { grants: [grantOf('ari:cloud:confluence::site/cloud-acme', ['atlassian/guest'])] }),
  ],
  members('idle', 5, idle).map((user, i) => ({
    ...user,
    ...(i === 1 ? { email: 'Robot-2@hidden.example' } : {}),
    ...(i === 2 ? { groups: ['group-idle', 'group-keepers'] } : {}),
  })),
);
const idleId = (n: number): string => `712020:idle-${n}`;

async function idleItem(app: RunningApp): Promise<string[]> {
  const lines = await itemsOfClass(app, 'inactive-one-edit');
  const line = lines.find(({ item }) => item.groupId === 'group-idle');
  return line === undefined ? [] : peopleOf(app, line);
}

test('whom a rule names by account, group, direct role or address pattern leaves the queue of the next review, and comes back when it is ended', async () => {
  await withRecords(
    async (app) => {
      const direct = async (): Promise<string[]> => {
        const lines = (await itemsOf(app)).filter(
          ({ item }) => item.groupId === null && item.ari === jira.ari,
        );
        return (await Promise.all(lines.map((line) => peopleOf(app, line)))).flat();
      };
      expect(await idleItem(app)).toEqual([1, 2, 3, 4, 5].map(idleId));
      expect(await direct()).toEqual([accounts.dot]);
      const rules: ProtectionRule[] = [
        byAccount(idleId(1)),
        { by: 'email-pattern', pattern: 'ROBOT-*@hidden.example' },
        { by: 'group', groupId: 'group-keepers' },
        { by: 'direct-role', ari: jira.ari, role: 'atlassian/user' },
      ];
      const made = [];
      for (const rule of rules)
        made.push(await app.call('protections/record', protect(app, rule), who.reviewer));
      expect(made[0]).toMatchObject({ kind: 'protection', state: 'standing', steward: who.finance });
      expect(made[1]!.rule).toEqual({ by: 'email-pattern', pattern: 'robot-*@hidden.example' });

      await nextWeek(app);
      expect(await idleItem(app)).toEqual([4, 5].map(idleId));
      expect(await direct()).toEqual([]);
      expect((await cycleOf(app)).opening!.rows.protected).toBe(4);

      await moveRecord(app, made[1]!, 'end', who.owner);
      await moveRecord(app, made[3]!, 'end', who.owner);
      await nextWeek(app);
      expect(await idleItem(app)).toEqual([2, 4, 5].map(idleId));
      expect(await direct()).toEqual([accounts.dot]);
      expectChainHolds(app);
    },
    { world },
  );
});

test('a bulk never touches whom a protection in force names, says so row by row, and a pattern counts from the next scan on', async () => {
  await withRecords(
    async (app) => {
      const rules: ProtectionRule[] = [
        byAccount(idleId(1)),
        { by: 'email-pattern', pattern: 'robot-*@hidden.example' },
        { by: 'group', groupId: 'group-keepers' },
      ];
      const made = [];
      for (const rule of rules) made.push(await app.call('protections/record', protect(app, rule)));
      const ended = await app.call('protections/record', protect(app, byAccount(idleId(4))));
      await moveRecord(app, ended, 'end');
      await app.call('protections/record', protect(app, byAccount(idleId(5)), { expiresOn: dayIn(app, 1) }));

      const decide = async (except: readonly string[]): Promise<Map<string, string | null>> => {
        const lines = await itemsOfClass(app, 'inactive-one-edit');
        const { item } = lines.find((line) => line.item.groupId === 'group-idle')!;
        const batch = await app.call('queue/decide', {
          cycleId: (await cycleOf(app)).id,
          itemId: item.id,
          outcome: { do: 'hold', ownedBy: who.finance, expiresOn: dayIn(app, 30), condition: null },
          except: [...except],
          reason: 'Asked the team.',
        });
        await drain(app);
        const { results } = await app.call('batches/get', { batchId: batch.id });
        return new Map(results.map(({ person, code }) => [person.accountId, code]));
      };
      expect(await decide([idleId(2)])).toEqual(
        new Map([
          [idleId(1), 'PROTECTED'],
          [idleId(3), 'PROTECTED'],
          [idleId(4), null],
          [idleId(5), 'PROTECTED'],
        ]),
      );
      // Not matched by any scan yet, the pattern names nobody.
      expect((await registered(app, 'hold')).map(({ row }) => row.accountId)).toEqual([idleId(4)]);
      await nextWeek(app);
      expect(await idleItem(app)).toEqual([idleId(5)]);
      // On its own a protected account is decided like any other.
      const row = { ...localRow, accountId: idleId(2), groupId: 'group-idle' };
      await app.call('holds/record', hold(app, { row }));
      expectChainHolds(app);
    },
    { world },
  );
});

test('a rule that names an id or a pattern no storage could hold is bad input, and so is an end that is too far', async () => {
  await withRecords(async (app) => {
    const patterns = [
      '',
      'no-at',
      '@hidden.example@x',
      'a b@hidden.example',
      '*',
      `${'x'.repeat(300)}@y.example`,
    ];
    for (const pattern of patterns) {
      const input = protect(app, { by: 'email-pattern', pattern });
      expect(await app.reply('protections/record', input), pattern).toEqual(refusal('BAD_INPUT'));
    }
    for (const days of [0, 366]) {
      const input = protect(app, byAccount(accounts.dot), { expiresOn: dayIn(app, days) });
      expect(await app.reply('protections/record', input)).toEqual(
        refusal('BAD_INPUT', days > 0 ? /365 days at most/ : /after today/),
      );
    }
    expect(recordsOf(app)).toEqual([]);
    const made = [];
    for (let n = 1; n <= 32; n += 1) {
      const rule = { by: 'email-pattern', pattern: `robot-${n}-*@hidden.example` } as const;
      made.push(await app.call('protections/record', protect(app, rule)));
    }
    const more = protect(app, { by: 'email-pattern', pattern: 'one-more@hidden.example' });
    expect(await app.reply('protections/record', more)).toEqual(refusal('BAD_INPUT', /32 address patterns/));
    // A rule that is there already may be decided anew, and one that was ended makes room.
    const again = protect(app, made[0]!.rule, { after: made[0]!.id, class: 'service' });
    await app.call('protections/record', again);
    await moveRecord(app, made[1]!, 'end');
    expect(await app.reply('protections/record', more)).toMatchObject({ ok: true });
    // Nobody takes a place by going on from one that has ended: another pattern would go unmatched for it.
    const back = protect(app, made[1]!.rule, { after: made[1]!.id });
    expect(await app.reply('protections/record', back)).toEqual(refusal('BAD_INPUT', /32 address patterns/));
    // A last day that is over makes room too.
    await app.advance(301 * DAY);
    expect(await app.reply('protections/record', { ...back, expiresOn: dayIn(app, 9) })).toMatchObject({
      ok: true,
    });
    expect(await app.reply('protections/record', protect(app, byAccount(accounts.dot)))).toMatchObject({
      ok: true,
    });
  });
});

test('decided anew at the same moment, by a clock that stands still, the later protection counts', async () => {
  await withRecords(
    async (app) => {
      const first = await app.call('protections/record', protect(app, byAccount(accounts.dot)));
      const input = protect(app, byAccount(accounts.dot), { after: first.id, expiresOn: dayIn(app, 1) });
      // One after the other: two at once may have to wait for each other, and a wait moves the clock.
      await app.call('protections/record', input, who.owner);
      expect(await app.reply('protections/record', input, who.reviewer)).toEqual(refusal('CONFLICT'));
      const [one, other, ...more] = recordsOf(app);
      expect(more).toEqual([]);
      expect(one!.recordedAt).toBe(other!.recordedAt);
      expect(storedRecord(app, first.id)).toMatchObject({ state: 'superseded' });
      await nextWeek(app);
      // The one that counts has ended: the account is in the queue.
      const people = await Promise.all((await itemsOf(app)).map((line) => peopleOf(app, line)));
      expect(people.flat()).toContain(accounts.dot);
      expectChainHolds(app);
    },
    { callCost: {} },
  );
});

test('whom a protection names by account or whole address is told on a site only where the account holds something there; the others are counted', async () => {
  await withRecords(async (app) => {
    const rules: ProtectionRule[] = [
      byAccount(accounts.dot),
      byAccount(who.beta),
      byAccount('712020:nobody-here'),
      { by: 'email-pattern', pattern: 'bea@hidden.example' },
      { by: 'email-pattern', pattern: 'dot@hidden.example' },
      { by: 'email-pattern', pattern: '*@bots.hidden.example' },
    ];
    const made = [];
    for (const rule of rules) made.push(await app.call('protections/record', protect(app, rule)));
    await nextWeek(app); // Patterns are matched from the next scan on.
    const seen = async (by: string): Promise<{ rules: ProtectionRule[]; elsewhere: number }> => {
      const { lines, elsewhere } = await app.call('registers/list', { kind: 'protection' }, by);
      const told = lines.flatMap(({ record }) => (record.kind === 'protection' ? [record.rule] : []));
      return { rules: rules.filter((rule) => told.some((one) => isDeepStrictEqual(one, rule))), elsewhere };
    };
    expect(await seen(who.auditor)).toEqual({ rules, elsewhere: 0 });
    expect(await seen(who.jiraAdmin)).toEqual({ rules: [rules[0], rules[4], rules[5]], elsewhere: 3 });
    // Not by the id of its record either.
    const ofBeta = await moveInput(app, made[1]!, 'end');
    expect(await app.reply('records/move', ofBeta, who.jiraAdmin)).toEqual(refusal('NOT_FOUND'));

    // In a review of one site whoever decides ends what is of no site; what is of another one stays away from him too.
    await app.call('setup/save-scope', { scope: 'site' });
    expect(await seen(who.reviewer)).toEqual({
      rules: [rules[0], rules[2], rules[4], rules[5]],
      elsewhere: 2,
    });
    await moveRecord(app, made[2]!, 'end', who.reviewer);
  });
});
