import type { HttpRequest } from '../../../src/contracts/ports';
import { endpoints } from '../../../src/atlassian/endpoints';

const jira = 'ari:cloud:jira-software::site/c1';
const wiki = 'ari:cloud:confluence::site/c1';
const user = (accountId: string, more: object): object => ({
  accountId,
  accountType: 'atlassian',
  status: 'active',
  accountStatus: 'active',
  membershipStatus: 'active',
  claimStatus: 'managed',
  managementSource: 'invited',
  addedToOrg: '2024-01-01T00:00:00Z',
  name: 'A Person',
  nickname: 'person',
  email: `${accountId}@example.com`,
  platformRoles: [],
  productAccess: [{ key: 'jira', id: jira, lastActiveTimestamp: '2026-11-20T08:00:00Z' }],
  ...more,
});

/** One good answer of each endpoint that a scan asks; together they are an organization that adds up. */
export const goodAnswers = {
  org: { data: { id: 'org-1', type: 'orgs', attributes: { name: 'Acme' } } },
  directories: { data: [{ directoryId: 'd1', name: 'main' }], links: {} },
  workspaces: {
    data: [
      { id: jira, attributes: { name: 'Jira', typeKey: 'jira-software', sandbox: { type: 'NONE' } } },
      { id: wiki, attributes: { name: 'Wiki', typeKey: 'confluence', sandbox: { type: 'NONE' } } },
    ],
    links: { next: null },
  },
  usersCount: { count: 2 },
  groupsCount: { count: 1 },
  usersSearch: {
    data: [
      user('u1', { counts: { resources: 1 }, groups: [{ id: 'g1', name: 'devs' }] }),
      user('u2', { counts: { resources: 1 }, groups: [] }),
    ],
    links: {},
  },
  groupsSearch: {
    data: [
      {
        id: 'g1',
        name: 'devs',
        directoryId: 'd1',
        externalSynced: false,
        managedBy: 'admins',
        managementAccess: { modifiable: true },
        counts: { users: 1, resources: 1 },
      },
    ],
    links: { next: '' },
  },
  groupRoles: {
    data: [
      {
        resourceId: jira,
        resourceOwner: 'jira-software',
        defaultRole: 'atlassian/user',
        roles: ['atlassian/user'],
      },
    ],
    links: {},
  },
  userRoles: {
    data: [
      {
        resourceId: wiki,
        resourceOwner: 'confluence',
        directoryId: 'd1',
        userDirectoryStatus: 'active',
        roles: ['atlassian/user'],
        roleAssignments: [{ role: 'atlassian/user', roleAssignmentMethods: ['direct'] }],
      },
    ],
    links: {},
  },
  events: {
    data: [
      {
        id: 'e1',
        type: 'events',
        attributes: {
          time: '2026-10-01T08:00:00Z',
          processedAt: '2026-10-01T08:00:01Z',
          action: 'user_added_to_group',
          actor: { id: 'u2', auth: { authType: 'api-token' } },
          context: [
            { id: 'u1', type: 'users', attributes: { cause: 'invite' } },
            { id: 'g1', type: 'groups', attributes: { cause: 'invite' } },
          ],
        },
      },
    ],
    meta: {},
  },
  scimUsers: {
    totalResults: 1,
    startIndex: 1,
    itemsPerPage: 1,
    Resources: [
      {
        id: 's1',
        userName: 'u1',
        externalId: 'e1',
        active: true,
        'urn:scim:schemas:extension:atlassian-external:1.0': { atlassianAccountId: 'u1' },
      },
    ],
  },
  scimGroups: {
    totalResults: 1,
    startIndex: 1,
    itemsPerPage: 1,
    Resources: [{ id: 'sg1', displayName: 'devs' }],
  },
} satisfies Partial<Record<keyof typeof endpoints, object>>;
export type EndpointName = keyof typeof goodAnswers;

/** Which endpoint of the list a request is for. */
export function endpointOf({ method, url }: HttpRequest): EndpointName {
  const { pathname } = new URL(url);
  const names = Object.keys(goodAnswers) as EndpointName[];
  const found = names.find((name) => {
    const endpoint = endpoints[name];
    const shape = endpoint.path.replace(/\{\w+\}/g, '[^/]+');
    return endpoint.method === method && new RegExp(`^${shape}$`).test(pathname);
  });
  if (found === undefined) throw new Error(`${method} ${pathname} is none that a scan asks`);
  return found;
}
