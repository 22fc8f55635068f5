import type { AuditEntry, OrgFileUser } from '../org-file';
import type { AccountMaker } from './account-maker';
import { daysBefore } from './ids';
import { people, situations } from './people';
import { aris, groupIdOf } from './structure';

const causes = ['admin', 'app-access', 'invite', 'approved-domain', 'first-access', 'import'] as const;

/** The audit log: how people came into the default and local groups, and what else was done. */
export function auditLogOf(maker: AccountMaker, users: readonly OrgFileUser[]): AuditEntry[] {
  const entries: Omit<AuditEntry, 'id'>[] = [...entriesOfNote(), ...tokenUse()];
  const traced = [
    'jira-users-harbourline',
    'legacy-jira-2017',
    'confluence-users-harbourline',
    'agency-dockside',
  ].map(groupIdOf);
  for (const user of users) {
    for (const groupId of user.groups) {
      // Half of the memberships are older than what the log keeps: their cause is lost.
      if (!traced.includes(groupId) || maker.between(0, 1) === 0) continue;
      const cause = maker.pick(causes);
      entries.push({
        at: daysBefore(maker.between(3, 240), maker.between(0, 10)),
        action: 'user_added_to_group',
        actor: cause === 'admin' || cause === 'invite' ? people.jiraAdmin : 'system',
        accountId: user.accountId,
        groupId,
        cause,
      });
    }
  }
  entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return entries.map((entry, at) => ({ id: `demo-event-${String(at + 1).padStart(5, '0')}`, ...entry }));
}

function entriesOfNote(): Omit<AuditEntry, 'id'>[] {
  const defaultGroup = groupIdOf('jira-users-harbourline');
  const returning = { accountId: situations.comesBackByDomain, groupId: defaultGroup };
  return [
    {
      at: daysBefore(44),
      action: 'user_removed_from_group',
      actor: people.jiraAdmin,
      ...returning,
      cause: 'admin',
    },
    {
      at: daysBefore(41),
      action: 'user_added_to_group',
      actor: 'system',
      ...returning,
      cause: 'approved-domain',
    },
    {
      at: daysBefore(60),
      action: 'group_taken_over_by_sync',
      actor: people.orgAdmin,
      groupId: groupIdOf('design-guild'),
      cause: 'sync',
    },
    {
      at: daysBefore(150),
      action: 'default_group_changed',
      actor: people.orgAdmin,
      groupId: groupIdOf('legacy-jira-2017'),
      ari: aris.jira,
      cause: 'admin',
    },
    {
      at: daysBefore(90),
      action: 'product_access_granted',
      actor: people.orgAdmin,
      accountId: situations.directRole,
      ari: aris.jira,
      cause: 'app-access',
    },
    {
      at: daysBefore(17),
      action: 'user_added_to_group',
      actor: 'system',
      accountId: people.threePaths,
      groupId: defaultGroup,
      cause: 'first-access',
    },
    {
      at: daysBefore(120),
      action: 'user_added_to_group',
      actor: people.jiraAdmin,
      accountId: people.threePaths,
      groupId: groupIdOf('legacy-jira-2017'),
      cause: 'import',
    },
  ];
}

/** Integrations work with tokens: the log knows them, page views do not. */
function tokenUse(): Omit<AuditEntry, 'id'>[] {
  return [situations.integrationReports, situations.integrationBuild].flatMap((actor) =>
    [1, 2, 3, 5, 8].map((days) => ({
      at: daysBefore(days, 3),
      action: 'api_token_used',
      actor,
      accountId: actor,
      ari: aris.jira,
    })),
  );
}
