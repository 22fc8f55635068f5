import { endpoints } from './endpoints';
import type { Client } from './http';
import { type Page, pageOf } from './pages';
import type { EventAnswer } from './schemas/events';
import type { GroupAnswer, UserAnswer, UserRoleAnswer } from './schemas/organization';

/** The most a page of the v2 searches may hold (default 50 for users, 20 for groups). */
export const ORG_PAGE = 100;
/** The most a page of the audit log may hold. Its calls are few: ten a minute. */
const EVENTS_PAGE = 500;
/** The path value that stands for every directory the key may manage. */
export const ALL_DIRECTORIES = '-';

/** What a search of users asks for besides the users: with these, memberships cost no request of their own. */
const USER_EXPAND = ['groups', 'productAccess', 'platformRoles', 'counts.resources'];
const GROUP_EXPAND = ['counts.resources', 'counts.users'];

export interface GroupRole {
  readonly resourceId: string;
  readonly resourceOwner: string | null;
  readonly defaultRole: string | null;
  readonly roles: readonly string[];
}

export interface WorkspaceFacts {
  readonly ari: string;
  readonly typeKey: string | null;
  readonly name: string | null;
  readonly sandbox: boolean | null;
}

/** The reads of the organization API, one function an endpoint. All throw `ApiError`. */
export function organizationApi(client: Client, orgId: string): OrganizationApi {
  const params = (more: Record<string, string> = {}): Record<string, string> => ({ orgId, ...more });
  const going = (cursor: string | null): { cursor?: string } => (cursor === null ? {} : { cursor });
  return {
    async org() {
      const { data } = await client.call(endpoints.org, { params: params() });
      return { id: data?.id ?? orgId, name: data?.attributes?.name ?? '' };
    },
    async listsOrganizations() {
      const { data } = await client.call(endpoints.orgs, {});
      return (data ?? []).length > 0;
    },
    async directories(cursor) {
      const query = cursor === null ? { limit: String(ORG_PAGE) } : { cursor };
      const answer = await client.call(endpoints.directories, { params: params(), query, ...going(cursor) });
      const page = pageOf(endpoints.directories, answer);
      return { items: page.items?.map((one) => one.directoryId) ?? null, next: page.next };
    },
    async workspaces(cursor) {
      // With a cursor the body may hold nothing else.
      const body = cursor === null ? { limit: ORG_PAGE } : { cursor };
      const answer = await client.call(endpoints.workspaces, { params: params(), body, ...going(cursor) });
      const page = pageOf(endpoints.workspaces, answer);
      return { items: page.items?.map(workspaceFacts) ?? null, next: page.next };
    },
    async countUsers() {
      const at = params({ directoryId: ALL_DIRECTORIES });
      return (await client.call(endpoints.usersCount, { params: at })).count ?? null;
    },
    async countGroups() {
      const at = params({ directoryId: ALL_DIRECTORIES });
      return (await client.call(endpoints.groupsCount, { params: at })).count ?? null;
    },
    async groups(directoryId, cursor, only) {
      const answer = await client.call(endpoints.groupsSearch, {
        params: params({ directoryId }),
        body: {
          ...(only
            ? { groupIds: only }
            : directoryId === ALL_DIRECTORIES
              ? {}
              : { directoryIds: [directoryId] }),
          expand: GROUP_EXPAND,
          limit: ORG_PAGE,
          ...going(cursor),
        },
        ...going(cursor),
      });
      return pageOf(endpoints.groupsSearch, answer);
    },
    async groupRoles(directoryId, groupId, cursor) {
      const answer = await client.call(endpoints.groupRoles, {
        params: params({ directoryId, groupId }),
        query: going(cursor),
        ...going(cursor),
      });
      const page = pageOf(endpoints.groupRoles, answer);
      const items = page.items?.map((one) => ({
        resourceId: one.resourceId,
        resourceOwner: one.resourceOwner ?? null,
        defaultRole: one.defaultRole ?? null,
        roles: one.roles ?? [],
      }));
      return { items: items ?? null, next: page.next };
    },
    async users(directoryId, cursor, only) {
      const answer = await client.call(endpoints.usersSearch, {
        params: params({ directoryId }),
        body: { ...only, expand: USER_EXPAND, limit: ORG_PAGE, ...going(cursor) },
        ...going(cursor),
      });
      return pageOf(endpoints.usersSearch, answer);
    },
    async userRoles(directoryId, accountId, cursor) {
      const answer = await client.call(endpoints.userRoles, {
        params: params({ directoryId, accountId }),
        query: going(cursor),
        ...going(cursor),
      });
      return pageOf(endpoints.userRoles, answer);
    },
    async events(cursor, fromMs) {
      const query =
        cursor === null
          ? { from: String(fromMs), limit: String(EVENTS_PAGE), sortOrder: 'desc' }
          : { cursor };
      const answer = await client.call(endpoints.events, { params: params(), query, ...going(cursor) });
      const page = pageOf(endpoints.events, answer, 'meta');
      // The stream gives a cursor at its end too, to ask later for what is new.
      return page.items?.length === 0 ? { items: [], next: null } : page;
    },
  };
}

export interface UserFilter {
  readonly groupIds?: readonly string[];
  readonly accountIds?: readonly string[];
  readonly roleIds?: readonly string[];
  readonly searchTerm?: string;
}

export interface OrganizationApi {
  org(): Promise<{ id: string; name: string }>;
  /** Whether the key sees a list of organizations: one without scopes does, one with scopes gets an empty list. */
  listsOrganizations(): Promise<boolean>;
  directories(cursor: string | null): Promise<Page<string>>;
  workspaces(cursor: string | null): Promise<Page<WorkspaceFacts>>;
  /** All members and all managed accounts, as users/search lists them; null where the API does not say. */
  countUsers(): Promise<number | null>;
  countGroups(): Promise<number | null>;
  groups(directoryId: string, cursor: string | null, only?: readonly string[]): Promise<Page<GroupAnswer>>;
  groupRoles(directoryId: string, groupId: string, cursor: string | null): Promise<Page<GroupRole>>;
  users(directoryId: string, cursor: string | null, only?: UserFilter): Promise<Page<UserAnswer>>;
  userRoles(directoryId: string, accountId: string, cursor: string | null): Promise<Page<UserRoleAnswer>>;
  /** The audit log back to a time (epoch ms), what was processed last first. Only with Atlassian Guard. */
  events(cursor: string | null, fromMs: number): Promise<Page<EventAnswer>>;
}

function workspaceFacts(one: {
  id: string;
  attributes?:
    | {
        name?: string | null | undefined;
        typeKey?: string | null | undefined;
        sandbox?: { type?: string | null | undefined } | null | undefined;
      }
    | null
    | undefined;
}): WorkspaceFacts {
  const sandbox = one.attributes?.sandbox?.type ?? null;
  return {
    ari: one.id,
    typeKey: one.attributes?.typeKey ?? null,
    name: one.attributes?.name ?? null,
    sandbox: sandbox === null ? null : sandbox === 'CHILD',
  };
}
