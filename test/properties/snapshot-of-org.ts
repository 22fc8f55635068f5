import type { OrgFile, OrgFileUser } from '../../local/org/org-file';
import {
  ABSENT,
  NO,
  SCIM_ACTIVE,
  SCIM_INACTIVE,
  SCIM_NONE,
  YES,
  type AccessHistory,
  type Assignment,
  type CodedColumn,
  type Snapshot,
  type WideColumn,
} from '../../src/contracts/snapshot';
import { scimStatus, shownType, typeBills } from '../oracle/accounts';
import { allAnomalies } from '../oracle/anomalies';
import { FREE_TEXT } from '../oracle/outcome';
import { sortedOnce } from '../oracle/roles';
import { isChecked, isSuspendedIn } from '../oracle/rows';
import { isHidden, readDirectories, scimGroups, shownModifiable } from '../oracle/sources';

const NO_DIRECTORY = 65_535;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The snapshot that a flawless scan would make of an org file, put together the plain way: it lets thousands of
 * random worlds reach the pure core without a server. What only the reading can see (shared addresses, orphaned
 * links) comes from the oracle.
 */
export function snapshotOfOrg(org: OrgFile, deep: boolean): Snapshot {
  const resources = [...org.resources].sort((a, b) => byText(a.ari, b.ari));
  const groups = org.groups.filter((group) => !isHidden(group)).sort((a, b) => byText(a.id, b.id));
  const users = [...org.users].sort((a, b) => byText(a.accountId, b.accountId));
  const directories = org.directories.map((directory) => directory.id);
  const resourceAt = (ari: string): number => resources.findIndex((resource) => resource.ari === ari);

  const grants = groups.flatMap((group, g) =>
    group.grants
      .filter((grant) => grant.roles.length > 0)
      .map((grant) => ({
        g,
        r: resourceAt(grant.ari),
        roles: sortedOnce(grant.roles),
        byDefault: grant.defaultRole,
      }))
      .sort((a, b) => a.r - b.r),
  );
  const roles = sortedOnce(
    grants.flatMap((grant) => [...grant.roles, ...(grant.byDefault ? [grant.byDefault] : [])]),
  );
  const roleSets = sortedOnce(grants.map((grant) => grant.roles.join(' '))).map((set) => set.split(' '));
  const members = users.map((user) =>
    groups.flatMap((group, g) =>
      user.groups.includes(group.id) && grants.some((grant) => grant.g === g) ? [g] : [],
    ),
  );
  const activity = users.map((user) =>
    resources.flatMap((resource, r) => {
      const at = user.lastActive?.[resource.ari];
      return at === undefined ? [] : [{ r, at: Date.parse(at) }];
    }),
  );
  const checked = users.map((user) => isChecked(org, user, deep));
  return {
    org: { id: org.org.id, name: org.org.name },
    directories,
    resources: resources.map(({ ari, typeKey, name, sandbox }) => ({
      ari,
      typeKey,
      name,
      sandbox: sandbox === true,
    })),
    roles,
    roleSets,
    groups: {
      ids: groups.map((group) => group.id),
      names: groups.map((group) => group.name),
      directory: Uint16Array.from(groups, (group) => {
        const at = directories.indexOf(group.directoryId);
        return at === -1 ? NO_DIRECTORY : at;
      }),
      externalSynced: Uint8Array.from(groups, ({ externalSynced }) =>
        externalSynced === null ? ABSENT : externalSynced ? YES : NO,
      ),
      managedBy: coded(groups.map((group) => group.managedBy ?? 'unknown')),
      modifiable: Uint8Array.from(groups, (group) => (shownModifiable(group) ? YES : NO)),
    },
    grants: {
      offsets: offsetsOf(groups.map((_, g) => grants.filter((grant) => grant.g === g).length)),
      group: Uint32Array.from(grants, (grant) => grant.g),
      resource: Uint16Array.from(grants, (grant) => grant.r),
      roleSet: Uint16Array.from(grants, (grant) =>
        roleSets.findIndex((set) => set.join(' ') === grant.roles.join(' ')),
      ),
      defaultRole: Uint16Array.from(grants, (grant) =>
        grant.byDefault ? roles.indexOf(grant.byDefault) + 1 : 0,
      ),
    },
    accounts: {
      ids: users.map((user) => user.accountId),
      type: coded(users.map(shownType)),
      accountStatus: coded(users.map((user) => user.accountStatus)),
      membershipStatus: coded(users.map((user) => user.membershipStatus)),
      status: coded(users.map((user) => user.status)),
      claimStatus: coded(users.map((user) => user.claimStatus)),
      managementSource: coded(users.map((user) => user.managementSource ?? 'unknown')),
      service: Uint8Array.from(users, (user) => Number(shownType(user) === 'atlassian' && !typeBills(user))),
      domain: wide(users.map(({ email }) => (email ?? '').toLowerCase().split('@')[1] ?? 'unknown')),
      emailMatches: new Uint32Array(users.length),
      addedToOrg: Float64Array.from(users, (user) => Date.parse(user.addedToOrg ?? 'never')),
      scim: Uint8Array.from(users, (user) => codeOfScim(scimStatus(org, user.accountId))),
      activityRead: new Uint8Array(users.length).fill(1),
      checked: Uint8Array.from(checked, Number),
    },
    memberships: {
      offsets: offsetsOf(members.map((list) => list.length)),
      groups: Uint32Array.from(members.flat()),
    },
    activity: {
      offsets: offsetsOf(activity.map((list) => list.length)),
      resource: Uint16Array.from(activity.flat(), (entry) => entry.r),
      at: Float64Array.from(activity.flat(), (entry) => entry.at),
    },
    assignments: users.flatMap((user, account) =>
      checked[account]
        ? resources.flatMap(({ ari }, resource) => assignmentsOn(org, user, { ari, account, resource }))
        : [],
    ),
    scimGroups: scimGroups(org).filter(
      (group, at, all) =>
        all.findIndex(
          (other) =>
            other.scimGroupId === group.scimGroupId && other.scimDirectoryId === group.scimDirectoryId,
        ) === at,
    ),
    accountAnomalies: allAnomalies(org, deep).flatMap(({ kind, accountId }) =>
      (kind === 'orphaned-scim-link' || kind === 'duplicate-account') && accountId !== undefined
        ? [{ kind, accountId, detail: FREE_TEXT }]
        : [],
    ),
    emailPatterns: [],
    history: neverRead(users.length),
    coverage: {
      users: { seen: users.length, expected: users.length },
      groups: { seen: groups.length, expected: groups.length },
      memberships: { seen: 0, expected: 0 },
      incompleteGroups: [],
      scimDirectories: Object.fromEntries(
        org.identityProviders.map(({ scimDirectoryId }) => [
          scimDirectoryId,
          readDirectories(org).includes(scimDirectoryId) ? 'read' : 'not-scim',
        ]),
      ),
    },
  };
}

/** Role assignments as the API tells them: by directory, and never by which group. */
function assignmentsOn(
  org: OrgFile,
  user: OrgFileUser,
  { ari, account, resource }: { ari: string; account: number; resource: number },
): Assignment[] {
  const homes = (user.directories ?? []).map((home) => home.directoryId);
  const mine = org.groups.filter((group) => user.groups.includes(group.id));
  for (const group of mine) if (!homes.includes(group.directoryId)) homes.push(group.directoryId);
  if (homes.length === 0) homes.push(org.directories[0]!.id);
  const awake = homes.find((id) => !isSuspendedIn(user, id)) ?? homes[0]!;
  return homes.flatMap((directoryId) => {
    const viaGroup = mine
      .filter((group) => group.directoryId === directoryId)
      .flatMap((group) => group.grants.filter((grant) => grant.ari === ari).flatMap((grant) => grant.roles));
    const own = (kind: 'direct' | 'inferred'): string[] =>
      directoryId === awake
        ? (user[kind] ?? []).filter((role) => role.ari === ari).map((role) => role.role)
        : [];
    const entry = {
      viaGroup: sortedOnce(viaGroup),
      direct: sortedOnce(own('direct')),
      inferred: sortedOnce(own('inferred')),
    };
    if (entry.viaGroup.length + entry.direct.length + entry.inferred.length === 0) return [];
    return [{ account, resource, directoryId, suspended: isSuspendedIn(user, directoryId), ...entry }];
  });
}

function codeOfScim(status: string): number {
  return status === 'active' ? SCIM_ACTIVE : status === 'inactive' ? SCIM_INACTIVE : SCIM_NONE;
}

function coded(texts: readonly string[]): CodedColumn {
  const values = sortedOnce([...texts]);
  return { values, codes: Uint8Array.from(texts, (text) => values.indexOf(text)) };
}

function wide(texts: readonly string[]): WideColumn {
  const { values, codes } = coded(texts);
  return { values, codes: Uint16Array.from(codes) };
}

/** The history of an organization whose audit log nobody asked for. */
export function neverRead(accounts: number): AccessHistory {
  return {
    state: 'not-asked',
    since: NaN,
    entries: {
      account: new Uint32Array(),
      group: new Uint32Array(),
      at: new Float64Array(),
      cause: coded([]),
      actor: [],
    },
    tokenUse: new Float64Array(accounts).fill(NaN),
    defaultChanges: [],
    ignored: 0,
  };
}

function offsetsOf(lengths: readonly number[]): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => (offsets[i + 1] = offsets[i]! + length));
  return offsets;
}
