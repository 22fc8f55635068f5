import { expect, test } from 'vitest';
import type { Input } from '../../src/contracts/api';
import type { Redesign, SourceChange } from '../../src/contracts/records';
import type { RunningApp } from '../support/app';
import { aGroup, syncedBy } from '../support/org-builder';
import {
  expectChainHolds,
  moveInput,
  moveRecord,
  recordsOf,
  refusal,
  sha256,
  storedRecord,
  withRecords,
} from '../support/records';
import { cycleOf, happen, join, nextWeek, PARTIAL } from '../support/review';
import { accounts, jira, who, wiki } from '../support/review-org';
import { scan } from '../support/set-up';
import { grantOf, intend, intentIn, members, of, reviewItem, withGroups } from '../support/sources';

const REVOKE: SourceChange = { do: 'revoke-grant' };
const USER = 'atlassian/user';

/** The input that redesigns a source, with the list of who loses access as it is shown now. */
async function redesign(
  app: RunningApp,
  source: { groupId: string; ari: string },
  change: SourceChange,
): Promise<Input<'sources/redesign'>> {
  const { losesAccess } = await app.call('sources/simulate', { source, change });
  const { decision } = await app.call('sources/get', source);
  const after = decision?.record.id ?? null;
  return { source, after, reason: 'Not wanted any more.', change, losesAccessHash: losesAccess.hash };
}

async function planned(app: RunningApp, group: string, change: SourceChange): Promise<Redesign> {
  return app.call('sources/redesign', await redesign(app, of(group), change), who.reviewer);
}

async function claimed(app: RunningApp, record: Redesign): Promise<void> {
  await moveRecord(app, record, 'approve', who.owner);
  await moveRecord(app, record, 'claim', who.jiraAdmin);
}

/** Two defaults, a synced group, an agent group, and a group without a default that could be one. */
const world = withGroups(
  [
    aGroup('second', { grants: [grantOf(jira.ari, [USER], USER)] }),
    aGroup('agents', { grants: [grantOf(jira.ari), grantOf(wiki.ari)] }),
    aGroup('sales', { ...syncedBy('okta', 'sales'), grants: [grantOf(jira.ari)] }),
  ],
  [...members('second', 2), ...members('agents', 3), ...members('sales', 2)],
);

test('a redesign is decided only with the list of who loses access in view: with another list, nothing is stored', async () => {
  await withRecords(
    async (app) => {
      const input = await redesign(app, of('agents'), REVOKE);
      const ids = members('agents', 3).map(({ accountId }) => accountId);
      expect(input.losesAccessHash).toBe(sha256(ids.sort().join('\n')));
      for (const losesAccessHash of ['', sha256(''), sha256(ids.slice(1).join('\n'))]) {
        expect(await app.reply('sources/redesign', { ...input, losesAccessHash })).toEqual(
          refusal('CONFLICT'),
        );
      }
      // Of another change the same people do not lose the same.
      const kept = { ...input, change: { do: 'change-role', from: USER, to: 'atlassian/customer' } as const };
      expect(await app.reply('sources/redesign', kept)).toEqual(refusal('CONFLICT'));
      join(app, '712020:second-1', 'group-agents');
      join(app, who.plain, 'group-agents');
      happen(app, {
        do: 'remove-member',
        accountId: '712020:agents-1',
        groupId: 'group-agents',
        by: 'somebody',
      });
      await scan(app);
      expect(await app.reply('sources/redesign', input)).toEqual(refusal('CONFLICT'));
      expect(recordsOf(app)).toEqual([]);

      const record = await planned(app, 'agents', REVOKE);
      expect(record).toMatchObject({
        kind: 'redesign',
        state: 'planned',
        change: REVOKE,
        recordedBy: who.reviewer,
        evidence: { groupName: 'agents', people: 4, grants: [wiki.ari, jira.ari] },
        losesAccess: { count: 2, hash: sha256(ids.slice(1).join('\n')) },
        losesSeat: { count: 2 },
      });
      expectChainHolds(app);
    },
    { world },
  );
});

test('what Atlassian would not accept, or what is not this organization’s to do, is refused with the reason, and the preview says the same', async () => {
  await withRecords(
    async (app) => {
      const refused: [string, SourceChange, RegExp][] = [
        ['legacy', { do: 'unset-default' }, /is no default here/],
        ['legacy', { do: 'move-default', toGroupId: 'group-second' }, /is no default here/],
        ['second', { do: 'move-default', toGroupId: 'group-second' }, /the same group/],
        ['second', { do: 'move-default', toGroupId: 'group-wiki' }, /does not grant this product/],
        ['second', { do: 'move-default', toGroupId: 'group-engineering' }, /cannot be synced/],
        ['second', { do: 'move-default', toGroupId: 'group-jira-admins' }, /does not give the role/],
        ['engineering', { do: 'split-group', keep: { claimStatuses: [], domains: ['x'] } }, /identity owner/],
        ['jira-admins', REVOKE, /No other group would administer/],
        [
          'agents',
          { do: 'change-role', from: 'atlassian/admin', to: 'atlassian/guest' },
          /does not give atlassian\/admin/,
        ],
        ['agents', { do: 'change-role', from: USER, to: 'atlassian/mystery' }, /is not known/],
      ];
      for (const [group, change, because] of refused) {
        const preview = await app.call('sources/simulate', { source: of(group), change });
        expect(preview.refused, `${group} ${change.do}`).toMatch(because);
        expect(preview.warnings.join('\n')).not.toContain('no longer');
        expect(await app.reply('sources/redesign', await redesign(app, of(group), change))).toEqual(
          refusal('OUTCOME_NOT_PERMITTED', because),
        );
      }
      expect(recordsOf(app)).toEqual([]);
    },
    { world },
  );
});

test('the only default group of a role keeps its flag and its grant; where there is a second one, either may go', async () => {
  await withRecords(async (app) => {
    for (const change of [{ do: 'unset-default' }, REVOKE] as const) {
      const input = await redesign(app, of('jira-users'), change);
      expect(await app.reply('sources/redesign', input)).toEqual(
        refusal('OUTCOME_NOT_PERMITTED', /only default group for its role/),
      );
    }
    const target = { do: 'move-default', toGroupId: 'group-legacy' } as const;
    expect((await planned(app, 'jira-users', target)).change).toEqual(target);
    // The group that it moves to is told by its name.
    const { lines } = await app.call('registers/list', { kind: 'redesign' });
    expect(lines[0]!.subject.toGroupName).toBe('legacy');
    const { decision } = await app.call('sources/get', of('jira-users'));
    expect(decision!.toGroupName).toBe('legacy');
  });
  await withRecords(
    async (app) => {
      for (const change of [{ do: 'unset-default' }, REVOKE] as const) {
        const { refused } = await app.call('sources/simulate', { source: of('jira-users'), change });
        expect(refused, change.do).toBeNull();
      }
    },
    { world },
  );
});

test('a default does not move onto a group that is the only default for another role; with a second one there, it is said which default it replaces', async () => {
  const admin = 'atlassian/user-access-admin';
  const keeper = aGroup('access-keepers', { grants: [grantOf(jira.ari, [USER, admin], admin)] });
  const second = aGroup('second-keepers', { grants: [grantOf(jira.ari, [admin], admin)] });
  const change = { do: 'move-default', toGroupId: 'group-access-keepers' } as const;
  const only = 'The other group is the only default group for atlassian/user-access-admin';
  const replaced = 'The other group is default for atlassian/user-access-admin no longer';
  for (const [groups, refused, warned] of [
    [[keeper], only, true],
    [[keeper, second], null, true],
    // It is default for the same role, or for none: nothing is replaced.
    [[aGroup('access-keepers', { grants: [grantOf(jira.ari, [USER], USER)] })], null, false],
    [[aGroup('access-keepers', { grants: [grantOf(jira.ari, [USER])] })], null, false],
  ] as const) {
    await withRecords(
      async (app) => {
        const preview = await app.call('sources/simulate', { source: of('jira-users'), change });
        expect(preview.refused).toEqual(refused && expect.stringContaining(refused));
        expect(preview.warnings.some((warning) => warning.startsWith(replaced))).toBe(warned);
      },
      { world: withGroups(groups, []) },
    );
  }
});

test('the grant of a synced group is this organization’s: it may be revoked, approved by a second person, and confirmed by a complete scan', async () => {
  await withRecords(
    async (app) => {
      const record = await planned(app, 'sales', REVOKE);
      expect(record.evidence.owner).toBe('idp-owned');
      const approve = await moveInput(app, record, 'approve');
      expect(await app.reply('records/move', approve, who.reviewer)).toEqual(refusal('SECOND_PERSON'));
      await claimed(app, record);
      expect(await intentIn(app, 'sales')).toBe('redesign');
      happen(app, { do: 'set-grant', ...of('sales'), roles: [] });
      app.org.setFaults(PARTIAL);
      await scan(app);
      expect(storedRecord(app, record.id).state).toBe('claimed');
      app.org.setFaults({});
      await scan(app);
      expect(storedRecord(app, record.id)).toMatchObject({
        state: 'confirmed',
        steps: [{ by: who.owner }, { by: who.jiraAdmin }, { to: 'confirmed', by: 'seatpath' }],
      });
      expectChainHolds(app);
    },
    { world },
  );
});

test('each kind of change is confirmed by what a scan shows of it, and goes back where the source is as it was', async () => {
  await withRecords(
    async (app) => {
      const split = { claimStatuses: [], domains: ['hidden.example'] };
      const changes: Record<string, SourceChange> = {
        second: { do: 'unset-default' },
        agents: { do: 'change-role', from: USER, to: 'atlassian/customer' },
        legacy: { do: 'split-group', keep: { ...split, domains: ['partner.example'] } },
        sales: REVOKE,
      };
      const records = new Map<string, Redesign>();
      for (const [group, change] of Object.entries(changes)) {
        const record = await planned(app, group, change);
        await claimed(app, record);
        records.set(group, record);
      }
      const states = (): string[] => [...records.values()].map(({ id }) => storedRecord(app, id).state);
      happen(app, { do: 'set-grant', ...of('second'), roles: [USER] });
      happen(app, { do: 'set-grant', ...of('agents'), roles: ['atlassian/customer'] });
      happen(app, { do: 'remove-member', accountId: accounts.cem, groupId: 'group-legacy', by: 'somebody' });
      await nextWeek(app);
      expect(states()).toEqual(['confirmed', 'confirmed', 'confirmed', 'returned']);
      expectChainHolds(app);
    },
    { world },
  );
});

test('a default flag has been moved only when the other group has it: gone from the old one alone is not what was planned', async () => {
  await withRecords(
    async (app) => {
      const move = { do: 'move-default', toGroupId: 'group-agents' } as const;
      const half = await planned(app, 'second', move);
      await claimed(app, half);
      happen(app, { do: 'set-grant', ...of('second'), roles: [USER] });
      await scan(app);
      expect(storedRecord(app, half.id).state).toBe('returned');

      const whole = await planned(app, 'jira-users', { do: 'move-default', toGroupId: 'group-agents' });
      await claimed(app, whole);
      happen(app, { do: 'set-grant', ...of('jira-users'), roles: [USER] });
      happen(app, { do: 'set-grant', ...of('agents'), roles: [USER], defaultRole: USER });
      await scan(app);
      expect(storedRecord(app, whole.id).state).toBe('confirmed');
    },
    { world },
  );
});

test('while a redesign is under way nobody asks about its source; given back, the source is open again and says so', async () => {
  await withRecords(
    async (app) => {
      const record = await planned(app, 'agents', REVOKE);
      await claimed(app, record);
      // The claim is newer than the scan of the week, and older than that of the next.
      expect(await intentIn(app, 'agents')).toBe('redesign');
      await moveRecord(app, record, 'return', who.jiraAdmin);
      const second = await planned(app, 'agents', REVOKE);
      await nextWeek(app);
      expect(await reviewItem(app, 'agents')).toBeUndefined();
      expect((await cycleOf(app)).opening!.rows.covered).toBe(3);
      await claimed(app, second);
      await nextWeek(app);
      expect(storedRecord(app, second.id).state).toBe('returned');
      const line = await reviewItem(app, 'agents');
      expect(line!.item).toMatchObject({ class: 'back', recordId: second.id, inQueue: true });
      expect(line!.item.reason).toMatch(/does not show it in full/);
      // Declared intended after all: that replaces nothing, the returned one has come to its end.
      await app.call('sources/intend', await intend(app, 'agents'));
      expect(storedRecord(app, second.id).state).toBe('returned');
      expect(await intentIn(app, 'agents')).toBe('standing');
      expectChainHolds(app);
    },
    { world },
  );
});
