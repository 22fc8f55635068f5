import { expect, test } from 'vitest';
import type { OrgFile } from '../../local/org/org-file';
import { smallOrg, synced, user, scimOf, group } from './support/small-org';
import { masterKey, v2, withOrg } from './support/org-client';

const at = (minutes: number): string =>
  new Date(Date.parse('2026-11-23T09:00:00Z') + minutes * 60_000).toISOString();
const members = (
  client: { org: { world: { membersOf(id: string): ReadonlySet<string> } } },
  id: string,
): string[] => [...client.org.world.membersOf(id)].sort();
const minute = 60_000;

test('a local edit of a synced group is undone by the next sync', () =>
  withOrg(async (client) => {
    await client.send('DELETE', `${v2}/groups/soft/memberships/cai`, { key: masterKey(client) });
    expect(members(client, 'soft')).toEqual([]);
    client.org.clock.advanceBy(39 * minute);
    expect(members(client, 'soft')).toEqual([]);
    client.org.clock.advanceBy(minute);
    expect(members(client, 'soft')).toEqual(['bob', 'cai']);
    expect(client.org.world.auditLog().at(-1)).toMatchObject({ actor: 'Okta', cause: 'sync', at: at(40) });
  }));

test('what the provider wants and Atlassian does not have yet comes with the sync, and the other way round', () =>
  withOrg(async (client) => {
    // bob's SCIM record names "soft" though he is no member yet.
    expect(members(client, 'soft')).toEqual(['cai']);
    client.org.world.changeInProvider('eng', 'cai', false);
    expect(members(client, 'eng')).toEqual(['bob', 'cai']);
    client.org.clock.advanceBy(40 * minute);
    expect(members(client, 'soft')).toEqual(['bob', 'cai']);
    expect(members(client, 'eng')).toEqual(['bob']);
  }));

test('a group that no SCIM record names keeps its members: the file does not say that the provider wants otherwise', () => {
  const file = smallOrg({
    groups: [synced('eng'), group('legacy')],
    users: [
      user('a', { groups: ['eng'], scim: { ...scimOf('a', []), groups: [] } }),
      user('b', { groups: ['eng'] }),
    ],
  });
  return withOrg(
    async (client) => {
      client.org.clock.advanceBy(40 * minute);
      expect(members(client, 'eng')).toEqual(['a', 'b']);
    },
    { file },
  );
});

test('only synced groups are written: a name conflict and a lapsed group stay as they are', () => {
  const file = smallOrg({
    groups: [synced('eng', { externalSynced: false, managedBy: 'admins' })],
    users: [user('a', { groups: ['eng'] }), user('b', { scim: scimOf('b', ['eng']) })],
  });
  return withOrg(
    async (client) => {
      client.org.clock.advanceBy(24 * 60 * minute);
      expect(members(client, 'eng')).toEqual(['a']);
    },
    { file },
  );
});

test('a provider whose subscription lapsed writes nothing', () => {
  const [okta, google] = smallOrg().identityProviders;
  return withOrg(
    async (client) => {
      client.org.clock.advanceBy(24 * 60 * minute);
      expect(members(client, 'soft')).toEqual(['cai']);
    },
    { file: smallOrg({ identityProviders: [{ ...okta!, lapsed: true }, google!] }) },
  );
});

test('Google writes over local edits too, at its own interval', () => {
  const base = smallOrg();
  const everybody = { ...group('everybody'), externalSynced: true, managedBy: 'external' } as const;
  return withOrg(
    async (client) => {
      client.org.world.apply({
        do: 'remove-member',
        at: at(0),
        groupId: 'everybody',
        accountId: 'bob',
        by: 'ann',
      });
      client.org.clock.advanceBy(239 * minute);
      expect(members(client, 'everybody')).toEqual([]);
      client.org.clock.advanceBy(minute);
      expect(members(client, 'everybody')).toEqual(['bob']);
    },
    {
      file: smallOrg({
        groups: [...base.groups, everybody],
        users: base.users.map((one) =>
          one.accountId === 'bob' ? { ...one, groups: [...one.groups, 'everybody'] } : one,
        ),
      }),
    },
  );
});

const story: OrgFile['timeline'] = [
  { at: at(5), do: 'add-user', user: user('new', { groups: ['legacy'] }) },
  { at: at(10), do: 'add-member', groupId: 'eng', accountId: 'eve', by: 'ann' },
  { at: at(11), do: 'add-member', groupId: 'eng', accountId: 'dee', by: 'Okta' },
  { at: at(12), do: 'remove-member', groupId: 'legacy', accountId: 'bob', by: 'ann' },
  {
    at: at(15),
    do: 'set-user',
    accountId: 'bob',
    set: { accountStatus: 'inactive', status: 'deactivated', groups: ['eng'] },
  },
  { at: at(16), do: 'set-group', groupId: 'legacy', set: { name: 'older' } },
  {
    at: at(17),
    do: 'set-grant',
    groupId: 'legacy',
    ari: smallOrg().resources[0]!.ari,
    roles: ['atlassian/user'],
    defaultRole: 'atlassian/user',
  },
  { at: at(20), do: 'scim-sync', scimDirectoryId: 'okta' },
];

test('the timeline happens when the clock passes, and a sync keeps only what the provider did', () =>
  withOrg(
    async (client) => {
      const { clock, world } = client.org;
      clock.advanceTo(Date.parse(at(5)) - 1);
      expect(world.account('new')).toBeUndefined();
      clock.advanceTo(Date.parse(at(5)));
      expect(world.account('new')?.groups).toEqual(new Set(['legacy']));
      clock.advanceTo(Date.parse(at(19)));
      expect(members(client, 'eng')).toEqual(['bob', 'cai', 'dee', 'eve']);
      expect([...world.account('bob')!.groups]).toEqual(['eng']);
      expect(world.account('bob')?.deactivatedOn).toBe(at(15));
      expect(world.group('legacy')).toMatchObject({
        facts: { name: 'older' },
        grants: [{ defaultRole: 'atlassian/user' }],
      });
      clock.advanceTo(Date.parse(at(20)));
      expect(members(client, 'eng')).toEqual(['bob', 'cai', 'dee']);
      const actions = world.auditLog().filter((entry) => Date.parse(entry.at) > Date.parse(at(0)));
      expect(actions.map(({ at: when, action }) => [when, action])).toContainEqual([
        at(17),
        'default_group_changed',
      ]);
    },
    { file: smallOrg({ timeline: story }) },
  ));

test('one leap of the clock does the same as many small steps', async () => {
  const states: string[] = [];
  for (const steps of [1, 97]) {
    await withOrg(
      async (client) => {
        for (let step = 1; step <= steps; step += 1)
          client.org.clock.advanceTo(Date.parse(at(0)) + (step * 600 * minute) / steps);
        const { world } = client.org;
        states.push(
          JSON.stringify([
            world.groups().map(({ id, members: all }) => [id, [...all].sort()]),
            world.auditLog(),
          ]),
        );
      },
      { file: smallOrg({ timeline: story }) },
    );
  }
  expect(states[1]).toBe(states[0]);
});
