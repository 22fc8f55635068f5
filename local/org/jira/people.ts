import type { Call, Endpoint, Reply } from '../http/endpoint';
import type { Pager } from '../http/pager';
import { Refusal } from '../http/refusal';
import { rolesByResource } from '../world/access';
import type { Account } from '../world/model';
import {
  appAccountId,
  automationAccountId,
  enter,
  isJiraAdmin,
  jiraResourcesOf,
  mayUseJira,
  refuseWithoutBrowse,
  type Visitor,
} from './auth';
import { issueTypes } from './model';
import { baseOf, on, readStart } from './route';
import type { Jira, JiraSite } from './state';

const readUsers = {
  classic: 'read:jira-user',
  granular: ['read:user:jira', 'read:application-role:jira', 'read:avatar:jira', 'read:group:jira'],
};
const readWork = { classic: 'read:jira-work', granular: ['read:permission:jira'] };

export function peopleEndpoints(jira: Jira, pager: Pager): Endpoint[] {
  return [
    on('GET', '/myself', (call) => {
      const visitor = enter(jira, call, readUsers);
      return { status: 200, body: showVisitor(jira, call, visitor) };
    }),
    on('GET', '/mypermissions', (call) => myPermissions(jira, call)),
    on('GET', '/user/search', (call) => findUsers(jira, pager, call)),
    on('GET', '/users/search', (call) => allUsers(jira, pager, call)),
    on('GET', '/user', (call) => oneUser(jira, call)),
  ];
}

function showVisitor(jira: Jira, call: Call, visitor: Visitor): unknown {
  const { account, site } = visitor;
  if (account !== null) return showPerson(call, account);
  return showById(jira, call, site, appAccountId(site));
}

/** A person as other people see it; of a closed account only the id is left. */
export function showPerson(call: Call, account: Account): Record<string, unknown> {
  const { facts } = account;
  const closed = facts.accountStatus === 'closed';
  return {
    self: `${baseOf(call)}/user?accountId=${encodeURIComponent(account.id)}`,
    accountId: account.id,
    accountType: facts.accountType === 'service' ? 'atlassian' : facts.accountType,
    ...(closed || facts.email === null || facts.email === '' ? {} : { emailAddress: facts.email }),
    avatarUrls: {},
    displayName: closed ? 'Former user' : facts.name,
    active: isActive(account),
    timeZone: 'Etc/UTC',
  };
}

/** By id; apps and accounts that are gone are shown too. */
export function showById(jira: Jira, call: Call, site: JiraSite, accountId: string): Record<string, unknown> {
  const account = jira.world.accounts.get(accountId);
  if (account !== undefined) return showPerson(call, account);
  const appName = appNames(site).get(accountId);
  return {
    self: `${baseOf(call)}/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    accountType: appName === undefined ? 'unknown' : 'app',
    avatarUrls: {},
    displayName: appName ?? 'Former user',
    active: appName !== undefined,
    timeZone: 'Etc/UTC',
  };
}

function appNames(site: JiraSite): Map<string, string> {
  return new Map([
    [appAccountId(site), 'Installed app'],
    [automationAccountId, 'Automation for Jira'],
  ]);
}

/** What Jira calls active: neither deactivated nor suspended. */
export function isActive(account: Account): boolean {
  return account.facts.accountStatus === 'active' && account.facts.membershipStatus === 'active';
}

const permissions: Readonly<
  Record<string, { id: string; name: string; type: 'GLOBAL' | 'PROJECT'; admin: boolean }>
> = {
  ADMINISTER: { id: '0', name: 'Administer Jira', type: 'GLOBAL', admin: true },
  USER_PICKER: { id: '27', name: 'Browse users and groups', type: 'GLOBAL', admin: false },
  BROWSE_PROJECTS: { id: '10', name: 'Browse Projects', type: 'PROJECT', admin: false },
  CREATE_ISSUES: { id: '11', name: 'Create Issues', type: 'PROJECT', admin: false },
  EDIT_ISSUES: { id: '12', name: 'Edit Issues', type: 'PROJECT', admin: false },
  TRANSITION_ISSUES: { id: '46', name: 'Transition Issues', type: 'PROJECT', admin: false },
  ADD_COMMENTS: { id: '15', name: 'Add Comments', type: 'PROJECT', admin: false },
  CREATE_ATTACHMENTS: { id: '19', name: 'Create Attachments', type: 'PROJECT', admin: false },
};

/** `permissions` has to be given; unknown keys are refused. */
function myPermissions(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, readWork);
  const asked = call.url.searchParams.get('permissions')?.split(',') ?? [];
  if (asked.length === 0) throw new Refusal(400, '', "The 'permissions' query parameter is required.");
  const shown: Record<string, unknown> = {};
  for (const key of asked.map((name) => name.trim())) {
    const permission = Object.hasOwn(permissions, key) ? permissions[key] : undefined;
    if (permission === undefined) throw new Refusal(400, '', `Unrecognized permission: ${key}`);
    const havePermission = permission.admin ? isJiraAdmin(jira, visitor) : mayUseJira(jira, visitor);
    shown[key] = {
      id: permission.id,
      key,
      name: permission.name,
      type: permission.type,
      description: permission.name,
      havePermission,
    };
  }
  return { status: 200, body: { permissions: shown } };
}

/** Accounts with any role on the site's Jira, active or not. */
function usersOf(jira: Jira, site: JiraSite): Account[] {
  const aris = jiraResourcesOf(jira.world, site.cloudId);
  return [...jira.world.accounts.values()].filter((account) => {
    const roles = rolesByResource(jira.world, account);
    return aris.some((ari) => roles.has(ari));
  });
}

function allUsers(jira: Jira, pager: Pager, call: Call): Reply {
  const visitor = enter(jira, call, readUsers);
  refuseWithoutBrowse(jira, visitor);
  const { startAt, maxResults } = readStart(call, 50, 1000);
  const users = pager
    .arrange(usersOf(jira, visitor.site), ({ id }) => id)
    .slice(startAt, startAt + maxResults);
  return { status: 200, body: users.map((account) => showPerson(call, account)) };
}

/** Active people whose name or address begins with the query; nothing to ask for is 400. */
function findUsers(jira: Jira, pager: Pager, call: Call): Reply {
  const visitor = enter(jira, call, readUsers);
  const query = call.url.searchParams.get('query')?.toLowerCase();
  const accountId = call.url.searchParams.get('accountId');
  if (query === undefined && accountId === null) {
    throw new Refusal(400, '', "One of the query parameters 'query', 'accountId' or 'property' is needed.");
  }
  if (!mayUseJira(jira, visitor)) return { status: 200, body: [] };
  const { startAt, maxResults } = readStart(call, 50, 1000);
  const found = usersOf(jira, visitor.site).filter((account) => {
    if (!isActive(account)) return false;
    if (accountId !== null) return account.id === accountId;
    const words = `${account.facts.name} ${account.facts.email ?? ''}`.toLowerCase().split(/[\s@.]+/);
    return (
      query === '' ||
      words.some((word) => word.startsWith(query ?? '')) ||
      account.facts.name.toLowerCase().startsWith(query ?? '')
    );
  });
  const page = pager.arrange(found, ({ id }) => id).slice(startAt, startAt + maxResults);
  return { status: 200, body: page.map((account) => showPerson(call, account)) };
}

function oneUser(jira: Jira, call: Call): Reply {
  const visitor = enter(jira, call, readUsers);
  refuseWithoutBrowse(jira, visitor);
  const accountId = call.url.searchParams.get('accountId') ?? '';
  if (accountId === '') throw new Refusal(400, '', 'The query parameter accountId is required.');
  if (appNames(visitor.site).has(accountId)) {
    return { status: 200, body: showById(jira, call, visitor.site, accountId) };
  }
  const account = jira.world.accounts.get(accountId);
  if (account === undefined)
    throw new Refusal(404, '', 'Specified user does not exist or you do not have required permissions');
  const expand = call.url.searchParams.get('expand')?.split(',') ?? [];
  const groups = [...account.groups].flatMap((id) => jira.world.groups.get(id) ?? []);
  const groupItems = groups.map(({ id, facts }) => ({
    name: facts.name,
    groupId: id,
    self: `${baseOf(call)}/group?groupId=${id}`,
  }));
  const roles = rolesByResource(jira.world, account);
  const keys = jiraResourcesOf(jira.world, visitor.site.cloudId).filter((ari) => roles.has(ari));
  const roleItems = keys.map((ari) => {
    const resource = jira.world.resources.get(ari);
    return { key: resource?.typeKey ?? '', name: resource?.name ?? '' };
  });
  return {
    status: 200,
    body: {
      ...showPerson(call, account),
      groups: { size: groupItems.length, items: expand.includes('groups') ? groupItems : [] },
      applicationRoles: {
        size: roleItems.length,
        items: expand.includes('applicationRoles') ? roleItems : [],
      },
      expand: 'groups,applicationRoles',
    },
  };
}

export function showIssueTypes(call: Call): unknown[] {
  return issueTypes.map((type) => ({ self: `${baseOf(call)}/issuetype/${type.id}`, ...type }));
}
