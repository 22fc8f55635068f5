import type { OrgFile, OrgFileGroup, OrgFileUser } from '../../../local/org/org-file';
import { OrgFile as orgFileSchema } from '../../../local/org/org-file';

export const aris = {
  jira: 'ari:cloud:jira-software::site/site-1',
  jsm: 'ari:cloud:jira-servicedesk::site/site-1',
  confluence: 'ari:cloud:confluence::site/site-1',
};

/** A user with everything ordinary but what is given. */
export function user(accountId: string, more: Partial<OrgFileUser> = {}): OrgFileUser {
  return {
    accountId,
    accountType: 'atlassian',
    name: `${accountId} Person`,
    email: `${accountId}@harbour.example`,
    accountStatus: 'active',
    membershipStatus: 'active',
    status: 'active',
    claimStatus: 'managed',
    managementSource: 'invited',
    addedToOrg: '2024-01-10T08:00:00Z',
    groups: [],
    ...more,
  };
}

/** A local group that grants nothing but what is given. */
export function group(id: string, more: Partial<OrgFileGroup> = {}): OrgFileGroup {
  return {
    id,
    directoryId: 'dir-1',
    name: id,
    externalSynced: false,
    managedBy: 'admins',
    grants: [],
    ...more,
  };
}

export function synced(id: string, more: Partial<OrgFileGroup> = {}): OrgFileGroup {
  return group(id, {
    externalSynced: true,
    managedBy: 'external',
    scim: { scimDirectoryId: 'okta', scimGroupId: `scim-${id}`, displayName: id },
    ...more,
  });
}

export function scimOf(
  accountId: string,
  groups: readonly string[],
  active = true,
): NonNullable<OrgFileUser['scim']> {
  return {
    scimDirectoryId: 'okta',
    scimUserId: `scim-${accountId}`,
    userName: `${accountId}@harbour.example`,
    externalId: `ext-${accountId}`,
    active,
    groups: groups.map((id) => `scim-${id}`),
  };
}

export const grantsJira = { ari: aris.jira, roles: ['atlassian/user'] };

/** An organization of a handful of people in which every kind of group exists once. */
export function smallOrg(more: Partial<OrgFile> = {}): OrgFile {
  const base: OrgFile = {
    format: 'seatpath-org/1',
    source: 'made up for tests',
    now: '2026-11-23T09:00:00Z',
    org: { id: 'org-1zz', name: 'Harbour', guard: 'standard' },
    directories: [{ id: 'dir-1', name: 'Main' }],
    identityProviders: [
      { scimDirectoryId: 'okta', name: 'Okta', kind: 'scim', syncIntervalMinutes: 40 },
      { scimDirectoryId: 'google', name: 'Google Workspace', kind: 'google', syncIntervalMinutes: 240 },
    ],
    sites: [{ cloudId: 'site-1', name: 'harbour', url: 'https://harbour.example.net' }],
    resources: [
      {
        ari: aris.jira,
        typeKey: 'jira-software',
        cloudId: 'site-1',
        name: 'Jira',
        plan: 'standard',
        seatLimit: 50,
      },
      {
        ari: aris.jsm,
        typeKey: 'jira-servicedesk',
        cloudId: 'site-1',
        name: 'Service desk',
        plan: 'standard',
      },
      {
        ari: aris.confluence,
        typeKey: 'confluence',
        cloudId: 'site-1',
        name: 'Wiki',
        plan: 'standard',
        sandbox: true,
      },
    ],
    groups: [
      group('jira-users', {
        grants: [
          { ...grantsJira, defaultRole: 'atlassian/user' },
          { ari: aris.confluence, roles: ['atlassian/user'] },
        ],
      }),
      group('jira-admins', { grants: [{ ari: aris.jira, roles: ['atlassian/admin'] }] }),
      group('legacy', { grants: [grantsJira] }),
      group('silent', { externalSynced: null, managedBy: null }),
      group('locked', { modifiable: false }),
      group('empty'),
      group('team', { managedBy: 'team-members' }),
      group('system-administrators', { grants: [{ ari: aris.jsm, roles: ['atlassian/admin'] }] }),
      synced('eng', { grants: [grantsJira] }),
      synced('soft', { modifiable: true }),
    ],
    users: [
      user('ann', {
        groups: ['jira-admins', 'jira-users'],
        platformRoles: ['atlassian/org-admin'],
        inferred: [{ ari: aris.jsm, role: 'atlassian/org-admin' }],
      }),
      user('bob', {
        groups: ['eng', 'jira-users', 'legacy'],
        lastActive: { [aris.jira]: '2026-11-20T10:00:00Z' },
        scim: scimOf('bob', ['eng', 'soft']),
        managementSource: 'synced',
      }),
      user('cai', { groups: ['eng', 'soft'], scim: scimOf('cai', ['eng', 'soft']) }),
      user('dee', { groups: ['jira-admins'], claimStatus: 'unmanaged', managementSource: null }),
      user('eve', { direct: [{ ari: aris.jira, role: 'atlassian/user' }] }),
      user('fay', { membershipStatus: 'no_membership', status: 'not_invited' }),
      user('gus', { accountType: 'service', email: 'gus@serviceaccount.atlassian.com' }),
      user('hal', { email: null, groups: ['system-administrators', 'silent'] }),
    ],
    domains: [
      { name: 'harbour.example', claimed: true },
      { name: 'other.example', claimed: false },
    ],
    auditLog: [
      {
        id: 'ev-1',
        at: '2026-11-01T08:00:00Z',
        action: 'user_added_to_group',
        actor: 'ann',
        accountId: 'bob',
        groupId: 'jira-users',
        ari: aris.jira,
        cause: 'invite',
      },
      { id: 'ev-2', at: '2026-11-02T08:00:00Z', action: 'api_token_used', actor: 'eve', accountId: 'eve' },
      { id: 'ev-3', at: '2026-03-01T08:00:00Z', action: 'user_invited', actor: 'ann', accountId: 'bob' },
    ],
    timeline: [],
    ...more,
  };
  return orgFileSchema.parse(base);
}
