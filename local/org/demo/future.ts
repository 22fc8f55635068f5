import type { OrgFileUser, TimelineEvent } from '../org-file';
import type { AccountMaker } from './account-maker';
import { daysAfter } from './ids';
import { people, situations } from './people';
import { aris, groupIdOf, providers, scimGroupIdOf } from './structure';

/** What happens in the weeks after the start: joiners, leavers, edits that the sync undoes, a lapse. */
export function timelineOf(maker: AccountMaker, users: readonly OrgFileUser[]): TimelineEvent[] {
  const events = [
    ...joiners(maker),
    ...leavers(users),
    ...undoneEdit(),
    ...comingsAndGoings(),
    ...lapse(),
    ...redesign(),
  ];
  return events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function joiners(maker: AccountMaker): TimelineEvent[] {
  return [2, 4, 9, 11, 16, 23, 30].flatMap((day, nth) => {
    const groups = ['okta-everyone', nth % 2 === 0 ? 'okta-eng-apps' : 'okta-product'];
    // Every third newcomer opens Jira before Okta has written the team: first access puts him into the default group.
    const user = maker.make({
      groups: nth % 3 === 0 ? [...groups, 'jira-users-harbourline'] : groups,
      age: -day,
      scim: 'active',
    });
    return [
      { at: daysAfter(day), do: 'add-user', user },
      {
        at: daysAfter(day + 1),
        do: 'set-user',
        accountId: user.accountId,
        set: { lastActive: { [aris.jira]: daysAfter(day + 1) } },
      },
    ] as const;
  });
}

/** People leave: Okta says so at once; of the second half only Okta says so. */
function leavers(users: readonly OrgFileUser[]): TimelineEvent[] {
  const own = new Set<string>([...Object.values(people), ...Object.values(situations)]);
  const leaving = users
    .filter(({ accountId, scim }) => !own.has(accountId) && scim?.active === true)
    .slice(40, 48);
  return leaving.flatMap(({ accountId, scim }, nth) => {
    if (scim === undefined) return [];
    const at = daysAfter(3 + nth * 4);
    const gone = { ...scim, active: false, groups: [] };
    const deactivated = nth % 2 === 0 ? ({ accountStatus: 'inactive', status: 'deactivated' } as const) : {};
    return [
      { at, do: 'set-user', accountId, set: { scim: gone, ...deactivated } },
      { at: daysAfter(3 + nth * 4, 1), do: 'scim-sync', scimDirectoryId: providers.okta },
    ] as const;
  });
}

/** A local edit of a synced group, and the sync that undoes it. */
function undoneEdit(): TimelineEvent[] {
  const edit = { groupId: groupIdOf('okta-eng-apps'), accountId: people.threePaths };
  return [
    { at: daysAfter(8, 0.1), do: 'remove-member', ...edit, by: people.jiraAdmin },
    { at: daysAfter(8, 1), do: 'scim-sync', scimDirectoryId: providers.okta },
  ];
}

function comingsAndGoings(): TimelineEvent[] {
  const member = { groupId: groupIdOf('jira-users-harbourline'), accountId: situations.comesBackByDomain };
  const moved = situations.movesDuringScan;
  return [
    { at: daysAfter(10), do: 'remove-member', ...member, by: people.jiraAdmin },
    { at: daysAfter(13), do: 'add-member', ...member, by: 'approved-domain' },
    {
      at: daysAfter(0, 1),
      do: 'remove-member',
      groupId: groupIdOf('okta-eng-platform'),
      accountId: moved,
      by: 'Okta',
    },
    {
      at: daysAfter(0, 1),
      do: 'add-member',
      groupId: groupIdOf('okta-eng-apps'),
      accountId: moved,
      by: 'Okta',
    },
    {
      at: daysAfter(18),
      do: 'remove-member',
      groupId: groupIdOf('legacy-jira-2017'),
      accountId: people.threePaths,
      by: people.jiraAdmin,
    },
  ];
}

/** The subscription behind a sync ends: its group stays, as a local one that anybody may edit. */
function lapse(): TimelineEvent[] {
  const group = 'okta-marketing';
  return [
    {
      at: daysAfter(20),
      do: 'set-group',
      groupId: groupIdOf(group),
      set: {
        externalSynced: false,
        managedBy: 'admins',
        modifiable: true,
        scim: { scimDirectoryId: providers.okta, scimGroupId: scimGroupIdOf(group), displayName: group },
      },
    },
  ];
}

/** A default is moved to another group. */
function redesign(): TimelineEvent[] {
  return [
    {
      at: daysAfter(25),
      do: 'set-grant',
      groupId: groupIdOf('project-lighthouse'),
      ari: aris.jira,
      roles: ['atlassian/user'],
      defaultRole: 'atlassian/user',
    },
    {
      at: daysAfter(26),
      do: 'set-grant',
      groupId: groupIdOf('jira-users-harbourline'),
      ari: aris.jira,
      roles: ['atlassian/user'],
      defaultRole: null,
    },
  ];
}
