import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { readLimit } from '../http/pager';
import { readBody, readList } from '../http/read-body';
import { homesOf, roleEntriesOf, rolesByResource } from '../world/access';
import type { Account } from '../world/model';
import { pageOfGetList } from './get-list';
import { showListedUser, showUser, userExpansions } from './show-user';
import { authorize, directoryOf, findAccount, type OrgSide } from './side';
import { listAccounts, userFilters, type UserFilters } from './user-list';

const users = '/admin/v2/orgs/{orgId}/directories/{directoryId}/users';

export function userEndpoints(side: OrgSide): Endpoint[] {
  return [
    {
      method: 'POST',
      template: `${users}/search`,
      family: 'admin',
      answer: (call) => searchUsers(side, call),
    },
    { method: 'GET', template: `${users}/count`, family: 'admin', answer: (call) => countUsers(side, call) },
    { method: 'GET', template: `${users}/stats`, family: 'admin', answer: (call) => userStats(side, call) },
    { method: 'GET', template: users, family: 'admin', answer: (call) => listUsers(side, call) },
    {
      method: 'GET',
      template: `${users}/{accountId}`,
      family: 'admin',
      answer: (call) => oneUser(side, call),
    },
    {
      method: 'GET',
      template: `${users}/{accountId}/role-assignments`,
      family: 'admin',
      answer: (call) => userRoles(side, call),
    },
  ];
}

const sortBy = z
  .array(z.object({ field: z.literal('nick_name'), direction: z.enum(['asc', 'desc']) }))
  .max(1)
  .optional();
const userSearch = userFilters.extend({
  cursor: z.string().optional(),
  limit: z.number().optional(),
  expand: z.array(z.enum(userExpansions, { error: 'INVALID_PARAM: unknown value of expand' })).optional(),
  sortBy,
});

function searchUsers(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  const directoryId = directoryOf(side, call);
  const { cursor, limit, expand, sortBy: sorting, ...filters } = readBody(call, userSearch);
  const items = sortByNickname(side, listAccounts(side, directoryId, filters), sorting?.[0]?.direction);
  const name = `users/search ${call.url.pathname}`;
  const page = side.pager.cut(
    { name, items, idOf: (account) => account.id },
    { cursor, limit: readLimit(limit, 50), hit: call.hit },
  );
  const asked = new Set(expand);
  const data = page.items.map((account) => showListedUser(side, account, directoryId, asked));
  return { status: 200, body: { data, links: page.next === undefined ? {} : { next: page.next } } };
}

function sortByNickname(
  side: OrgSide,
  accounts: readonly Account[],
  direction: 'asc' | 'desc' | undefined,
): readonly Account[] {
  if (direction === undefined) return accounts;
  const sorted = [...accounts].sort((a, b) =>
    a.facts.name < b.facts.name ? -1 : a.facts.name > b.facts.name ? 1 : 0,
  );
  return direction === 'asc' ? sorted : sorted.reverse();
}

/** Filters as the GET calls carry them; a value outside the documented ones is refused. */
function filtersOf(side: OrgSide, query: URLSearchParams): UserFilters {
  const mfa = query.get('mfaEnabled');
  const text = Object.fromEntries(
    (['claimStatus', 'searchTerm'] as const).flatMap((key) =>
      query.has(key) ? [[key, query.get(key)]] : [],
    ),
  );
  const lists = Object.fromEntries(
    (
      [
        'accountIds',
        'directoryIds',
        'resourceIds',
        'groupIds',
        'status',
        'accountStatus',
        'membershipStatus',
        'roleIds',
        'emailDomains',
      ] as const
    ).flatMap((key) => {
      const values = readList(query, key);
      return values === undefined ? [] : [[key, values]];
    }),
  );
  const asBody = JSON.stringify({
    ...text,
    ...lists,
    ...(mfa === null ? {} : { mfaEnabled: mfa === 'true' }),
  });
  return readBody({ text: asBody }, userFilters);
}

function listUsers(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:directories:admin' });
  const directoryId = directoryOf(side, call);
  const page = pageOfGetList(side, call, {
    idOf: (account: Account) => account.id,
    items: (query) => listAccounts(side, directoryId, filtersOf(side, query)),
    fallback: 50,
    arranged: true,
  });
  const data = page.items.map((account) => showListedUser(side, account, directoryId, new Set()));
  return { status: 200, body: { data, links: { next: page.next ?? null } } };
}

function oneUser(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  directoryOf(side, call);
  const account = findAccount(side, call.param('accountId'));
  const platformRoles = account.facts.platformRoles ?? [];
  const counts = { resources: rolesByResource(side.world, account).size };
  return { status: 200, body: { data: { ...showUser(side, account), platformRoles, counts } } };
}

/** By default all directories' users and the managed accounts in no directory; directoryIds: members only. */
function countUsers(side: OrgSide, call: Call): Reply {
  authorize(side, call, {});
  directoryOf(side, call);
  return {
    status: 200,
    body: { count: listAccounts(side, null, filtersOf(side, call.url.searchParams)).length },
  };
}

function userStats(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:directories:admin' });
  const roles = new Map<string, number>();
  const statuses = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string): unknown =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const account of listAccounts(side, directoryOf(side, call), {})) {
    add(statuses, account.facts.accountStatus);
    const onResources = [...rolesByResource(side.world, account).values()].flatMap((all) => [...all]);
    for (const role of new Set([...onResources, ...(account.facts.platformRoles ?? [])])) add(roles, role);
  }
  return {
    status: 200,
    body: {
      roles: [...roles].map(([roleId, count]) => ({ roleId, count })),
      accountStatus: [...statuses].map(([status, count]) => ({ status, count })),
    },
  };
}

interface ShownAssignment {
  readonly resourceId: string;
  readonly resourceOwner: string;
  readonly roles: readonly string[];
  readonly roleAssignments: readonly {
    readonly role: string;
    readonly roleAssignmentMethods: readonly string[];
  }[];
  readonly directoryId: string | null;
  readonly userDirectoryStatus: string | null;
}

/** Tells that a group gave a role, never which; platform roles stand on the organization, in no directory. */
function userRoles(side: OrgSide, call: Call): Reply {
  authorize(side, call, { scope: 'read:directories:admin' });
  directoryOf(side, call);
  const account = findAccount(side, call.param('accountId'));
  const page = pageOfGetList(side, call, {
    idOf: (entry: ShownAssignment) => `${entry.resourceId} ${entry.directoryId ?? ''}`,
    items: (query) => assignmentsOf(side, account).filter((entry) => isWanted(entry, query)),
    fallback: 50,
  });
  return { status: 200, body: { data: page.items, links: { next: page.next ?? null } } };
}

function assignmentsOf(side: OrgSide, account: Account): ShownAssignment[] {
  const homes = homesOf(side.world, account);
  const entries = roleEntriesOf(side.world, account).map((entry) => ({
    resourceId: entry.ari,
    resourceOwner: side.world.resources.get(entry.ari)?.typeKey ?? '',
    roles: [...entry.roles.keys()],
    roleAssignments: [...entry.roles].map(([role, methods]) => ({
      role,
      roleAssignmentMethods: [...methods].sort(),
    })),
    directoryId: entry.directoryId,
    userDirectoryStatus:
      entry.directoryId === null ? null : (homes.get(entry.directoryId) ?? account.facts.membershipStatus),
  }));
  const platform = account.facts.platformRoles ?? [];
  if (platform.length === 0) return entries;
  return [
    ...entries,
    {
      resourceId: `ari:cloud:platform::org/${side.world.org.id}`,
      resourceOwner: 'platform',
      roles: [...platform],
      roleAssignments: platform.map((role) => ({ role, roleAssignmentMethods: ['direct'] })),
      directoryId: null,
      userDirectoryStatus: null,
    },
  ];
}

function isWanted(entry: ShownAssignment, query: URLSearchParams): boolean {
  const owners = readList(query, 'resourceOwners');
  const resources = readList(query, 'resourceIds');
  const roles = readList(query, 'roleIds');
  const directories = readList(query, 'directoryIds');
  return (
    (owners === undefined || owners.includes(entry.resourceOwner)) &&
    (resources === undefined || resources.includes(entry.resourceId)) &&
    (roles === undefined || entry.roles.some((role) => roles.includes(role))) &&
    (directories === undefined || (entry.directoryId !== null && directories.includes(entry.directoryId)))
  );
}
