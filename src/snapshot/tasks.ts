import type { ApiError, ApiFailure } from '../atlassian/errors';
import { ALL_DIRECTORIES, type OrganizationApi } from '../atlassian/organization';
import type { Page } from '../atlassian/pages';
import type { UserAnswer } from '../atlassian/schemas/organization';
import type { ScimApi } from '../atlassian/scim';
import type { PersonSink } from './people';
import { type Collected, mayGrant } from './collected';
import { emailMatcher } from './email-patterns';
import { fingerprint } from './fingerprint';
import { accountFacts, assignmentFacts, groupFacts } from './normalise';
import { type AccountFacts, note, type Part } from './parts';

/** One list to read, page by page. */
export interface Task {
  /** What it reads, for messages. */
  readonly name: string;
  /** What a failure leaves behind where the scan can go on without this list; null where it cannot. */
  onFailure(error: ApiError): Part | null;
  /** Set where a restart makes what was read of this directory's accounts void. */
  readonly directory?: string;
  /** Set where the beginning of the list is enough: after so many pages it is left, and it is never begun anew. */
  readonly enough?: { readonly pages: number; readonly cutShort: (because: string) => Part };
  page(cursor: string | null): Promise<{ parts: Part[]; next: string | null; empty: boolean }>;
}

export interface Sources {
  readonly organization: OrganizationApi;
  /** One for each SCIM directory whose key is at hand. */
  readonly scim: ReadonlyMap<string, ScimApi>;
  /** Takes names and addresses where a run may keep them (never in Forge storage). */
  readonly people: PersonSink | null;
}

type OnFailure = Task['onFailure'];

/** The whole scan rests on this list. */
const stop: OnFailure = () => null;

/** Goes on after the failures named; what cannot be reached or read at all always stops the scan. */
function survive(failures: readonly ApiFailure[], leave: (because: string) => Part): OnFailure {
  return (error) => (failures.includes(error.failure) ? leave(error.detail) : null);
}

const DENIED = ['refused', 'not-found', 'rejected'] as const;
const VANISHED = ['not-found', 'rejected'] as const;

interface ListTraits extends Pick<Task, 'onFailure' | 'directory'> {
  /** What else is not whole where the API leaves the list out of an answer. */
  readonly leavesOut?: Parameters<typeof note>[1];
}

function listTask<T>(
  name: string,
  { leavesOut, ...more }: ListTraits,
  read: (cursor: string | null) => Promise<Page<T>>,
  toParts: (items: readonly T[]) => Part[],
): Task {
  return {
    name,
    ...more,
    async page(cursor) {
      const { items, next } = await read(cursor);
      const parts =
        items === null
          ? [note(`${name}: the API left the list out of its answer`, leavesOut)]
          : toParts(items);
      return { parts, next, empty: items === null || items.length === 0 };
    },
  };
}

/** A call that answers once, without pages. */
function oneCall(name: string, onFailure: OnFailure, read: () => Promise<Part>): Task {
  return { name, onFailure, page: async () => ({ parts: [await read()], next: null, empty: false }) };
}

/** What no page of the organization tells by itself: names, directories, products, totals. */
export function organizationTasks({ organization }: Sources): Task[] {
  return [
    oneCall('organization', stop, async () => ({ kind: 'org', ...(await organization.org()) })),
    listTask(
      'directories',
      {
        onFailure: survive(DENIED, (because) =>
          note(`the directories could not be listed (${because}); all were read as one`),
        ),
      },
      (cursor) => organization.directories(cursor),
      (ids) => [{ kind: 'directories', ids: [...ids] }],
    ),
    listTask(
      'workspaces',
      { onFailure: stop },
      (cursor) => organization.workspaces(cursor),
      (resources) => [{ kind: 'resources', resources: [...resources] }],
    ),
    oneCall('users/count', noCount('accounts'), async () => ({
      kind: 'users-count',
      count: await organization.countUsers(),
    })),
    oneCall('groups/count', noCount('groups'), async () => ({
      kind: 'groups-count',
      count: await organization.countGroups(),
    })),
  ];
}

/** Without a total the lists are held against nothing; the counts of single groups still are. */
const noCount = (what: string): OnFailure =>
  survive([...DENIED, 'shape'], (because) =>
    note(`the API does not say how many ${what} there are (${because})`, { partial: false }),
  );

export function groupTasks({ organization }: Sources, collected: Collected): Task[] {
  return directoriesOf(collected).map((directory) =>
    listTask(
      `groups of directory ${directory}`,
      { onFailure: stop },
      (cursor) => organization.groups(directory, cursor),
      (groups) => [{ kind: 'groups', groups: groups.map((group) => groupFacts(group, named(directory))) }],
    ),
  );
}

export function userTasks({ organization, people }: Sources, collected: Collected): Task[] {
  const toFacts = accountReader(collected);
  return directoriesOf(collected).map((directory) =>
    listTask(
      `users of directory ${directory}`,
      { onFailure: stop, directory },
      (cursor) => organization.users(directory, cursor),
      (users) => {
        people?.add(users);
        return [{ kind: 'accounts', directory, accounts: users.map(toFacts) }];
      },
    ),
  );
}

/** The grants of every group that may grant something and was not read before. */
export function grantTasks({ organization }: Sources, collected: Collected): Task[] {
  return [...collected.groups.values()]
    .filter((group) => mayGrant(collected, group.id) && !collected.grants.has(group.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((group) => {
      const name = `role assignments of group ${group.id}`;
      const onFailure = survive(VANISHED, (because) =>
        note(`${name}: ${because}`, { incompleteGroup: group.id }),
      );
      return listTask(
        name,
        { onFailure, leavesOut: { incompleteGroup: group.id } },
        (cursor) => organization.groupRoles(group.directoryId ?? ALL_DIRECTORIES, group.id, cursor),
        (roles) => [
          {
            kind: 'grants',
            groupId: group.id,
            grants: roles.map((one) => ({
              ari: one.resourceId,
              typeKey: one.resourceOwner,
              roles: [...one.roles],
              defaultRole: one.defaultRole,
            })),
          },
        ],
      );
    });
}

export function scimTasks({ scim }: Sources): Task[] {
  return [...scim].flatMap(([scimDirectoryId, api]) => {
    const leavesOut = { failedScimDirectory: scimDirectoryId };
    const onFailure = survive(DENIED, (because) =>
      note(`SCIM directory ${scimDirectoryId}: ${because}`, leavesOut),
    );
    return [
      listTask(
        `users of SCIM directory ${scimDirectoryId}`,
        { onFailure, leavesOut },
        (cursor) => api.users(cursor),
        (users) => [
          {
            kind: 'scim-users',
            scimDirectoryId,
            records: users.map((user) => ({
              accountId: user.accountId,
              active: user.active,
              userNameHash: hashOf(user.userName),
              externalIdHash: hashOf(user.externalId),
            })),
          },
        ],
      ),
      listTask(
        `groups of SCIM directory ${scimDirectoryId}`,
        { onFailure, leavesOut },
        (cursor) => api.groups(cursor),
        (groups) => [
          {
            kind: 'scim-groups',
            scimDirectoryId,
            groups: groups.flatMap((group) =>
              group.displayName === null ? [] : [{ id: group.scimGroupId, displayName: group.displayName }],
            ),
          },
        ],
      ),
    ];
  });
}

/** Groups that do not add up or were not listed, asked again by id: the count may simply have moved on. */
export function recountTasks({ organization }: Sources, groupIds: readonly string[]): Task[] {
  const chunks: string[][] = [];
  for (let i = 0; i < groupIds.length; i += 100) chunks.push(groupIds.slice(i, i + 100));
  return chunks.map((chunk) =>
    listTask(
      'groups read again',
      // One of them may be gone by now. Those that nobody counted anew stay incomplete.
      { onFailure: survive(VANISHED, (because) => note(`groups read again: ${because}`)) },
      (cursor) => organization.groups(ALL_DIRECTORIES, cursor, chunk),
      (groups) => [{ kind: 'groups', groups: groups.map((group) => groupFacts(group, null)) }],
    ),
  );
}

/** The members of one group, read for themselves. */
export function memberTasks(
  { organization, people }: Sources,
  collected: Collected,
  groupIds: readonly string[],
): Task[] {
  const toFacts = accountReader(collected);
  return groupIds.map((groupId) => {
    const directory = collected.groups.get(groupId)?.directoryId ?? ALL_DIRECTORIES;
    const name = `members of group ${groupId}`;
    const onFailure = survive(VANISHED, (because) =>
      note(`${name}: ${because}`, { incompleteGroup: groupId }),
    );
    return listTask(
      name,
      { onFailure },
      (cursor) => organization.users(directory, cursor, { groupIds: [groupId] }),
      (users) => {
        people?.add(users);
        const accounts = users.map(toFacts);
        return [
          { kind: 'accounts', directory, accounts },
          { kind: 'members', groupId, accountIds: accounts.map((account) => account.id) },
        ];
      },
    );
  });
}

export function accountTasks(
  { organization }: Sources,
  collected: Collected,
  accountIds: readonly string[],
): Task[] {
  const directories = directoriesOf(collected);
  const directory = directories.length === 1 ? directories[0]! : ALL_DIRECTORIES;
  return accountIds.map((accountId) => {
    const name = `role assignments of account ${accountId}`;
    return listTask(
      name,
      { onFailure: survive(DENIED, (because) => note(`${name}: ${because}`)) },
      (cursor) => organization.userRoles(directory, accountId, cursor),
      (entries) => [{ kind: 'assignments', accountId, assignments: entries.map(assignmentFacts) }],
    );
  });
}

/** What is kept of a user, given what was read and asked before. */
function accountReader(collected: Collected): (user: UserAnswer) => AccountFacts {
  const patternsOf = emailMatcher(collected.emailPatterns);
  return (user) => accountFacts(user, (id) => mayGrant(collected, id), patternsOf);
}

/** Where lists are asked by directory: each of them, or all at once where they could not be listed. */
function directoriesOf(collected: Collected): string[] {
  const listed = collected.directories.filter((id) => id !== ALL_DIRECTORIES).sort();
  return listed.length === 0 ? [ALL_DIRECTORIES] : listed;
}

const named = (directory: string): string | null => (directory === ALL_DIRECTORIES ? null : directory);
const hashOf = (text: string | null): number | null =>
  text === null || text === '' ? null : fingerprint(text);
