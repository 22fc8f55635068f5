import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { readLimit } from '../http/pager';
import { readBody, readList } from '../http/read-body';
import type { OrgFileGrant } from '../org-file';
import type { Group } from '../world/model';
import { pageOfGetList } from './get-list';
import {
  groupExpansions,
  groupFilters,
  listGroups,
  showGroup,
  type GroupExpansion,
  type GroupFilters,
} from './group-list';
import { authorize, directoryOf, findGroup, type OrgSide } from './side';

const groups = '/admin/v2/orgs/{orgId}/directories/{directoryId}/groups';

export function groupEndpoints(side: OrgSide): Endpoint[] {
  return [
    {
      method: 'POST',
      template: `${groups}/search`,
      family: 'admin',
      answer: (call) => searchGroups(side, call),
    },
    {
      method: 'GET',
      template: `${groups}/count`,
      family: 'admin',
      answer: (call) => countGroups(side, call),
    },
    { method: 'GET', template: `${groups}/stats`, family: 'admin', answer: (call) => groupStats(side, call) },
    { method: 'GET', template: groups, family: 'admin', answer: (call) => listGroupsOldWay(side, call) },
    {
      method: 'GET',
      template: `${groups}/{groupId}`,
      family: 'admin',
      answer: (call) => oneGroup(side, call),
    },
    {
      method: 'GET',
      template: `${groups}/{groupId}/role-assignments`,
      family: 'admin',
      answer: (call) => groupRoles(side, call),
    },
  ];
}

const groupSearch = groupFilters.extend({
  cursor: z.string().optional(),
  limit: z.number().optional(),
  expand: z.array(z.enum(groupExpansions, { error: 'INVALID_PARAM: unknown value of expand' })).optional(),
  sortBy: z
    .array(z.object({ field: z.literal('name'), direction: z.enum(['asc', 'desc']) }))
    .max(1)
    .optional(),
});

function searchGroups(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  const directoryId = directoryOf(side, call);
  const { cursor, limit, expand, sortBy, ...filters } = readBody(call, groupSearch);
  const found = listGroups(side, directoryId, filters);
  const direction = sortBy?.[0]?.direction;
  const items = direction === undefined ? found : sortByName(found, direction);
  const name = `groups/search ${call.url.pathname}`;
  const page = side.pager.cut(
    { name, items, idOf: (group) => group.id },
    { cursor, limit: readLimit(limit, 20), hit: call.hit },
  );
  const asked = new Set(expand);
  return {
    status: 200,
    body: { data: page.items.map((group) => showGroup(group, asked)), links: { next: page.next ?? null } },
  };
}

function sortByName(groups: readonly Group[], direction: 'asc' | 'desc'): readonly Group[] {
  const sorted = [...groups].sort((a, b) =>
    a.facts.name < b.facts.name ? -1 : a.facts.name > b.facts.name ? 1 : 0,
  );
  return direction === 'asc' ? sorted : sorted.reverse();
}

function filtersOf(query: URLSearchParams): GroupFilters {
  const keys = [
    'directoryIds',
    'accountIds',
    'groupIds',
    'resourceOwners',
    'resourceIds',
    'roleIds',
  ] as const;
  const lists = keys.flatMap((key) => {
    const values = readList(query, key);
    return values === undefined ? [] : [[key, values]];
  });
  const term = query.get('searchTerm');
  return groupFilters.parse({ ...Object.fromEntries(lists), ...(term === null ? {} : { searchTerm: term }) });
}

function listGroupsOldWay(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:groups:admin' });
  const directoryId = directoryOf(side, call);
  const expand = new Set<GroupExpansion>();
  const page = pageOfGetList(side, call, {
    idOf: (group: Group) => group.id,
    fallback: 20,
    arranged: true,
    items: (query) => {
      // How the object is spelled in a query string is not stated: both usual ways are read.
      const wants = (key: string): boolean =>
        query.get(`counts.${key}`) === 'true' || query.get(`counts[${key}]`) === 'true';
      if (wants('includeUsers')) expand.add('counts.users');
      if (wants('includeResources')) expand.add('counts.resources');
      return listGroups(side, directoryId, filtersOf(query));
    },
  });
  const data = page.items.map((group) => showGroup(group, expand));
  return { status: 200, body: { data, links: page.next === undefined ? {} : { next: page.next } } };
}

function oneGroup(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  return { status: 200, body: { data: showGroup(findGroup(side, call), new Set()) } };
}

function countGroups(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  const found = listGroups(side, directoryOf(side, call), filtersOf(call.url.searchParams));
  return { status: 200, body: { count: found.length } };
}

function groupStats(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  const all = listGroups(side, directoryOf(side, call), {});
  const isTeam = (group: Group): boolean => ['team-members', 'open'].includes(group.facts.managedBy ?? '');
  const teams = all.filter(isTeam).length;
  return {
    status: 200,
    body: {
      types: [
        { type: 'TEAM', count: teams },
        { type: 'USERBASE_GROUP', count: all.length - teams },
      ],
      totals: {
        all: all.length,
        synced: all.filter((group) => group.facts.externalSynced === true).length,
        managed: all.filter((group) => group.facts.managedBy === 'external').length,
      },
    },
  };
}

/** `defaultRole` is one role or null for each resource of the group. */
function groupRoles(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:groups:admin' });
  const group = findGroup(side, call);
  const page = pageOfGetList(side, call, {
    idOf: (grant: OrgFileGrant) => grant.ari,
    fallback: 50,
    items: (query) => {
      const owners = readList(query, 'resourceOwners');
      const resources = readList(query, 'resourceIds');
      const roles = readList(query, 'roleIds');
      return group.grants.filter(
        (grant) =>
          (owners === undefined || owners.includes(ownerOf(side, grant))) &&
          (resources === undefined || resources.includes(grant.ari)) &&
          (roles === undefined || grant.roles.some((role) => roles.includes(role))),
      );
    },
  });
  const data = page.items.map((grant) => ({
    resourceId: grant.ari,
    resourceOwner: ownerOf(side, grant),
    defaultRole: grant.defaultRole ?? null,
    roles: grant.roles,
  }));
  // The end of a list is told in three ways by this API: no next, null, or empty.
  return { status: 200, body: { data, links: { next: page.next ?? '' } } };
}

function ownerOf(side: OrgSide, grant: OrgFileGrant): string {
  return side.world.resources.get(grant.ari)?.typeKey ?? '';
}
