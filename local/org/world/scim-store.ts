import type { OrgFile } from '../org-file';
import type { World } from './world';

/** A record of one SCIM directory; its groups are SCIM group ids. */
export interface ScimUserRecord {
  readonly id: string;
  userName: string;
  externalId: string;
  active: boolean;
  /** Linked account; `null`: the link is broken or never was. The account itself may be gone. */
  accountId: string | null;
  readonly groups: Set<string>;
  created: string;
  lastModified: string;
  /** Attributes that an identity provider wrote here and that Atlassian has no other place for. */
  extra: Record<string, unknown>;
}

export interface ScimGroupRecord {
  readonly id: string;
  displayName: string;
  externalId?: string;
  /** The organization's group that follows this one; none: it was never taken over (name conflict) or is unknown. */
  orgGroupId: string | null;
  created: string;
  lastModified: string;
}

/** What one identity provider has written to Atlassian, and what it thinks beyond that. */
export interface ProviderState {
  readonly provider: OrgFile['identityProviders'][number];
  readonly users: Map<string, ScimUserRecord>;
  readonly groups: Map<string, ScimGroupRecord>;
  /** Synced group → members that the provider wants there and that have no SCIM record (pull integrations: all). */
  readonly beyondScim: Map<string, Set<string>>;
  nextSync: number;
}

export function loadProviders(file: OrgFile, world: World): Map<string, ProviderState> {
  const states = new Map<string, ProviderState>();
  for (const provider of file.identityProviders) {
    states.set(provider.scimDirectoryId, {
      provider,
      users: new Map(),
      groups: new Map(),
      beyondScim: new Map(),
      nextSync: world.clock.now() + provider.syncIntervalMinutes * 60_000,
    });
  }
  loadUsers(file, states);
  loadGroups(file, states);
  for (const state of states.values()) supposeMembers(world, state);
  supposeUnlinkedGroups(world, states);
  return states;
}

function loadUsers(file: OrgFile, states: Map<string, ProviderState>): void {
  const links = [
    ...file.users.flatMap((user) =>
      user.scim === undefined
        ? []
        : [{ scim: user.scim, accountId: user.accountId, since: user.addedToOrg ?? file.now }],
    ),
    ...(file.scimRecords ?? []).map((scim) => ({ scim, accountId: scim.accountId ?? null, since: file.now })),
  ];
  for (const { scim, accountId, since } of links) {
    states.get(scim.scimDirectoryId)?.users.set(scim.scimUserId, {
      id: scim.scimUserId,
      userName: scim.userName,
      externalId: scim.externalId,
      active: scim.active,
      accountId,
      groups: new Set(scim.groups),
      created: since,
      lastModified: since,
      extra: {},
    });
  }
}

function loadGroups(file: OrgFile, states: Map<string, ProviderState>): void {
  for (const group of file.groups) {
    if (group.scim === undefined) continue;
    states.get(group.scim.scimDirectoryId)?.groups.set(group.scim.scimGroupId, {
      id: group.scim.scimGroupId,
      displayName: group.scim.displayName,
      orgGroupId: group.id,
      created: file.now,
      lastModified: file.now,
    });
  }
  for (const state of states.values()) {
    for (const user of state.users.values()) for (const id of user.groups) ensureGroup(state, id, file.now);
  }
}

/** A group that only a user's record names: the file says no display name, so the id stands for it. */
export function ensureGroup(state: ProviderState, id: string, at: string): void {
  if (state.groups.has(id)) return;
  state.groups.set(id, { id, displayName: id, orgGroupId: null, created: at, lastModified: at });
}

/**
 * The provider's own idea of its groups where the file does not spell it: a group that no record names has the
 * members that Atlassian shows; members without any record are the provider's too.
 */
function supposeMembers(world: World, state: ProviderState): void {
  const recordOf = new Map<string, ScimUserRecord>();
  const named = new Set<string>();
  for (const record of state.users.values()) {
    if (record.accountId !== null && !recordOf.has(record.accountId)) recordOf.set(record.accountId, record);
    for (const id of record.groups) named.add(id);
  }
  for (const scimGroup of state.groups.values()) {
    const group = scimGroup.orgGroupId === null ? undefined : world.groups.get(scimGroup.orgGroupId);
    if (group?.facts.externalSynced !== true) continue;
    const beyond = new Set<string>();
    for (const accountId of group.members) {
      const record = recordOf.get(accountId);
      if (record === undefined) beyond.add(accountId);
      else if (!named.has(scimGroup.id)) record.groups.add(scimGroup.id);
    }
    state.beyondScim.set(group.id, beyond);
  }
}

/** Synced groups without a SCIM twin come from the one pull integration, if there is exactly one. */
function supposeUnlinkedGroups(world: World, states: Map<string, ProviderState>): void {
  const pulls = [...states.values()].filter((state) => state.provider.kind !== 'scim');
  const [only] = pulls;
  if (only === undefined || pulls.length > 1) return;
  for (const group of world.groups.values()) {
    if (group.facts.externalSynced === true && group.facts.scim === undefined) {
      only.beyondScim.set(group.id, new Set(group.members));
    }
  }
}
