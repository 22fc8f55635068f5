import type { OrgFile, OrgFileUser } from '../../local/org/org-file';
import { aGroup, anIdp, anOrg, aResource, aScimRecord, aUser, daysBefore, syncedBy } from './org-builder';

export const jira = aResource('jira');
export const wiki = aResource('confluence');
export const betaJira = aResource('jira@beta');
const user = ['atlassian/user'];

/** Whoever plays a part in Seatpath. All but `plain` and `beta` administer the Jira of the first site. */
export const who = {
  owner: '712020:olga',
  reviewer: '712020:rea',
  finance: '712020:fin',
  auditor: '712020:aud',
  identityOwner: '712020:ido',
  jiraAdmin: '712020:jad',
  plain: '712020:pat',
  /** Jira admin of the second site only. */
  beta: '712020:bea',
} as const;

/** Words that stand only in names and addresses: whoever finds them in storage has found a person. A domain is none. */
export const PERSONAL = ['Celatum', '@hidden.example'] as const;

function person(name: string, change: Partial<OrgFileUser> = {}): OrgFileUser {
  return aUser(name, {
    name: `${name[0]!.toUpperCase()}${name.slice(1)} Celatum`,
    email: `${name}@hidden.example`,
    ...change,
  });
}

const admins = ['group-jira-admins'];

/**
 * Two sites and one account for every part that people play in Seatpath, beside those whose access is
 * reviewed: `ada` holds Jira by a synced and by the default group, `ben` by the synced one alone, `dot` by
 * herself, `cem` by a local group.
 */
export function reviewOrg(change: Partial<OrgFile> = {}): OrgFile {
  const seen = { lastActive: { [jira.ari]: daysBefore(3) } };
  const synced = { userName: 'ada@hidden.example', groups: ['scim-okta-engineering'] };
  return anOrg({
    identityProviders: [anIdp('okta')],
    resources: [jira, wiki, betaJira],
    groups: [
      aGroup('engineering', {
        ...syncedBy('okta', 'engineering'),
        grants: [{ ari: jira.ari, roles: user }],
      }),
      aGroup('jira-users', {
        grants: [{ ari: jira.ari, roles: user, defaultRole: 'atlassian/user' }],
      }),
      aGroup('wiki', { grants: [{ ari: wiki.ari, roles: user }] }),
      aGroup('legacy', { grants: [{ ari: jira.ari, roles: user }] }),
      aGroup('beta-users', { grants: [{ ari: betaJira.ari, roles: user }] }),
      aGroup('jira-admins', { grants: [{ ari: jira.ari, roles: ['atlassian/admin'] }] }),
      aGroup('beta-admins', { grants: [{ ari: betaJira.ari, roles: ['atlassian/admin'] }] }),
      aGroup('unsaid', {
        externalSynced: null,
        managedBy: null,
        grants: [{ ari: wiki.ari, roles: user }],
      }),
    ],
    users: [
      person('olga', { groups: admins, platformRoles: ['atlassian/org-admin'] }),
      ...['rea', 'fin', 'aud', 'ido', 'jad'].map((name) => person(name, { groups: admins })),
      person('pat', { groups: ['group-engineering'], ...seen }),
      person('bea', { groups: ['group-beta-admins'] }),
      person('ada', {
        groups: ['group-engineering', 'group-jira-users'],
        ...seen,
        scim: aScimRecord('okta', 'ada', synced),
      }),
      person('ben', {
        groups: ['group-engineering'],
        scim: aScimRecord('okta', 'ben', { ...synced, userName: 'ben@hidden.example', active: false }),
      }),
      person('cem', { groups: ['group-legacy', 'group-wiki', 'group-beta-users'], ...seen }),
      person('dot', { direct: [{ ari: jira.ari, role: 'atlassian/user' }] }),
      person('eve', { groups: ['group-unsaid', 'group-jira-users'] }),
    ],
    ...change,
  });
}

export const accounts = {
  ada: '712020:ada',
  ben: '712020:ben',
  cem: '712020:cem',
  dot: '712020:dot',
  eve: '712020:eve',
} as const;
