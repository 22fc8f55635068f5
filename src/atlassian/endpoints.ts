import type { z } from 'zod';
import { EventsAnswer } from './schemas/events';
import {
  CountAnswer,
  DirectoriesAnswer,
  GroupRolesAnswer,
  GroupsAnswer,
  OrgAnswer,
  OrgsAnswer,
  UserRolesAnswer,
  UsersAnswer,
  WorkspacesAnswer,
} from './schemas/organization';
import { ScimGroupsAnswer, ScimUsersAnswer } from './schemas/scim';

export interface Endpoint<T> {
  /** Method and path template: how requests are counted, reported and allowed. */
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The scope that Atlassian's documents name for it; null where they name none. */
  readonly scope: string | null;
  readonly mediaType: string;
  readonly answer: z.ZodType<T>;
}

const JSON_TYPE = 'application/json';
const SCIM_TYPE = 'application/scim+json';

function read<T>(id: string, answer: z.ZodType<T>, scope: string | null = null): Endpoint<T> {
  const [method, path] = id.split(' ') as ['GET' | 'POST', string];
  return { id, method, path, scope, mediaType: path.startsWith('/scim/') ? SCIM_TYPE : JSON_TYPE, answer };
}

/**
 * Every request that Seatpath may send to the organization and SCIM APIs. All of them read: the POSTs
 * are searches. A test holds what is sent to this list, and the list to what must never be on it.
 */
export const endpoints = {
  orgs: read('GET /admin/v1/orgs', OrgsAnswer),
  org: read('GET /admin/v1/orgs/{orgId}', OrgAnswer, 'read:orgs:admin'),
  directories: read('GET /admin/v2/orgs/{orgId}/directories', DirectoriesAnswer, 'read:directories:admin'),
  workspaces: read('POST /admin/v2/orgs/{orgId}/workspaces', WorkspacesAnswer, 'read:workspaces:admin'),
  usersCount: read('GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/count', CountAnswer),
  groupsCount: read('GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/count', CountAnswer),
  usersSearch: read('POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search', UsersAnswer),
  groupsSearch: read('POST /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/search', GroupsAnswer),
  groupRoles: read(
    'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments',
    GroupRolesAnswer,
    'read:groups:admin',
  ),
  userRoles: read(
    'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments',
    UserRolesAnswer,
    'read:directories:admin',
  ),
  events: read('GET /admin/v1/orgs/{orgId}/events-stream', EventsAnswer, 'read:events:admin'),
  scimUsers: read('GET /scim/directory/{scimDirectoryId}/Users', ScimUsersAnswer),
  scimGroups: read('GET /scim/directory/{scimDirectoryId}/Groups', ScimGroupsAnswer),
} as const;
