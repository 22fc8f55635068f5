import type { Call, Endpoint, Reply } from '../http/endpoint';
import type { Pager } from '../http/pager';
import { Refusal } from '../http/refusal';
import type { Group } from '../world/model';
import { enter, isJiraAdmin, jiraResourcesOf, refuseWithoutBrowse } from './auth';
import { isActive, showPerson } from './people';
import { baseOf, on, readStart } from './route';
import type { Jira, JiraSite } from './state';

const readGroups = { classic: 'read:jira-user', granular: ['read:group:jira'] };
/** More than reading groups: the classic scope is the one of configuration. */
const readMembers = {
  classic: 'manage:jira-configuration',
  granular: ['read:group:jira', 'read:user:jira', 'read:avatar:jira'],
};

export function groupEndpoints(jira: Jira, pager: Pager): Endpoint[] {
  return [
    on('GET', '/groups/picker', (call) => pickGroups(jira, pager, call)),
    on('GET', '/group/bulk', (call) => bulkGroups(jira, pager, call)),
    on('GET', '/group/member', (call) => groupMembers(jira, pager, call)),
    on('GET', '/applicationrole', (call) => ({ status: 200, body: applicationRoles(jira, call) })),
    on('GET', '/applicationrole/{key}', (call) => {
      const found = applicationRoles(jira, call).find(({ key }) => key === call.param('key'));
      if (found === undefined) throw new Refusal(404, '', 'The application role was not found.');
      return { status: 200, body: found };
    }),
  ];
}

/** Jira lists every group, those that the organization API hides too. */
function pickGroups(jira: Jira, pager: Pager, call: Call): Reply {
  const visitor = enter(jira, call, readGroups);
  refuseWithoutBrowse(jira, visitor);
  const query = (call.url.searchParams.get('query') ?? '').toLowerCase();
  const { maxResults } = readStart(call, 20, 1000);
  const found = [...jira.world.groups.values()].filter(({ facts }) =>
    facts.name.toLowerCase().includes(query),
  );
  const groups = pager
    .arrange(found, ({ id }) => id)
    .slice(0, maxResults)
    .map(({ id, facts }) => ({ name: facts.name, html: facts.name, groupId: id, labels: [] }));
  const header = `Showing ${String(groups.length)} of ${String(found.length)} matching groups`;
  return { status: 200, body: { header, total: found.length, groups } };
}

function bulkGroups(jira: Jira, pager: Pager, call: Call): Reply {
  const visitor = enter(jira, call, readGroups);
  refuseWithoutBrowse(jira, visitor);
  const query = call.url.searchParams;
  const ids = query.getAll('groupId');
  const names = query.getAll('groupName');
  const application = query.get('applicationKey');
  const access = query.get('accessType');
  const found = [...jira.world.groups.values()].filter(
    (group) =>
      (ids.length === 0 || ids.includes(group.id)) &&
      (names.length === 0 || names.includes(group.facts.name)) &&
      grantsAccess(jira, visitor.site, group, { application, access }),
  );
  return page(
    call,
    pager.arrange(found, ({ id }) => id),
    ({ id, facts }) => ({ name: facts.name, groupId: id }),
  );
}

function grantsAccess(
  jira: Jira,
  site: JiraSite,
  group: Group,
  wanted: { application: string | null; access: string | null },
): boolean {
  if (wanted.application === null && wanted.access === null) return true;
  const role =
    wanted.access === 'user' ? 'atlassian/user' : wanted.access === null ? undefined : 'atlassian/admin';
  const aris = jiraResourcesOf(jira.world, site.cloudId).filter(
    (ari) => wanted.application === null || jira.world.resources.get(ari)?.typeKey === wanted.application,
  );
  return group.grants.some(
    ({ ari, roles }) => aris.includes(ari) && (role === undefined || roles.includes(role)),
  );
}

/** One page by position, with the address of the next one. */
function page<Item>(call: Call, items: readonly Item[], show: (item: Item) => unknown): Reply {
  const { startAt, maxResults } = readStart(call, 50, 50);
  const values = items.slice(startAt, startAt + maxResults);
  const next = startAt + values.length;
  const isLast = next >= items.length || values.length === 0;
  const address = (at: number): string => {
    const url = new URL(call.url);
    url.searchParams.set('startAt', String(at));
    url.searchParams.set('maxResults', String(maxResults));
    return url.href;
  };
  return {
    status: 200,
    body: {
      self: address(startAt),
      ...(isLast ? {} : { nextPage: address(next) }),
      maxResults,
      startAt,
      total: items.length,
      isLast,
      values: values.map(show),
    },
  };
}

function groupMembers(jira: Jira, pager: Pager, call: Call): Reply {
  const visitor = enter(jira, call, readMembers);
  refuseWithoutBrowse(jira, visitor);
  const query = call.url.searchParams;
  const group =
    jira.world.groups.get(query.get('groupId') ?? '') ??
    [...jira.world.groups.values()].find(({ facts }) => facts.name === query.get('groupname'));
  if (group === undefined) throw new Refusal(404, '', 'The group was not found.');
  const all = query.get('includeInactiveUsers') === 'true';
  const members = [...group.members]
    .flatMap((id) => jira.world.accounts.get(id) ?? [])
    .filter((account) => all || isActive(account));
  return page(
    call,
    pager.arrange(members, ({ id }) => id),
    (account) => showPerson(call, account),
  );
}

interface ApplicationRole {
  readonly key: string;
  readonly [field: string]: unknown;
}

/** Closed to apps and to anything with a bearer token: the operation knows no OAuth scope. */
function applicationRoles(jira: Jira, call: Call): ApplicationRole[] {
  const visitor = enter(jira, call, {});
  if (!visitor.basic) throw new Refusal(401, '', 'Unauthorized; scope does not match');
  if (!isJiraAdmin(jira, visitor))
    throw new Refusal(403, '', 'Administer Jira global permission is required.');
  return jiraResourcesOf(jira.world, visitor.site.cloudId).map((ari) => {
    const resource = jira.world.resources.get(ari);
    const granting = [...jira.world.groups.values()].filter(({ grants }) =>
      grants.some((grant) => grant.ari === ari),
    );
    const defaults = granting.filter(({ grants }) =>
      grants.some((grant) => grant.ari === ari && grant.defaultRole != null),
    );
    const detail = ({ id, facts }: Group): unknown => ({
      name: facts.name,
      groupId: id,
      self: `${baseOf(call)}/group?groupId=${id}`,
    });
    const limit = resource?.seatLimit;
    return {
      key: resource?.typeKey ?? '',
      name: resource?.name ?? '',
      groups: [...new Set(granting.map(({ facts }) => facts.name))],
      groupDetails: granting.map(detail),
      defaultGroups: [...new Set(defaults.map(({ facts }) => facts.name))],
      defaultGroupsDetails: defaults.map(detail),
      selectedByDefault: true,
      defined: true,
      numberOfSeats: limit ?? -1,
      hasUnlimitedSeats: limit === undefined,
      platform: false,
    };
  });
}
