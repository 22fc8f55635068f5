import type { ProviderState, ScimGroupRecord } from './scim-store';
import type { World } from './world';

/** One pass of an identity provider: its state is written over the groups synced from it. Lapsed: nothing happens. */
export function syncProvider(world: World, state: ProviderState): void {
  if (state.provider.lapsed === true) return;
  const synced = new Set<string>(state.beyondScim.keys());
  for (const group of state.groups.values()) if (group.orgGroupId !== null) synced.add(group.orgGroupId);
  const wanted = wantedMembers(world, state);
  for (const groupId of synced) writeGroup(world, state, groupId, wanted.get(groupId) ?? new Set());
}

/** Writes one SCIM group over its twin, as a push does. */
export function syncGroup(world: World, state: ProviderState, group: ScimGroupRecord): void {
  if (group.orgGroupId === null || state.provider.lapsed === true) return;
  writeGroup(world, state, group.orgGroupId, wantedMembers(world, state).get(group.orgGroupId) ?? new Set());
}

/** Writes one account's place in every group of the provider, as the push of one user does. */
export function syncAccount(world: World, state: ProviderState, accountId: string): void {
  if (state.provider.lapsed === true) return;
  const wanted = new Set<string>();
  for (const [groupId, accounts] of state.beyondScim) if (accounts.has(accountId)) wanted.add(groupId);
  for (const record of state.users.values()) {
    if (record.accountId !== accountId) continue;
    for (const id of record.groups) {
      const groupId = state.groups.get(id)?.orgGroupId;
      if (groupId != null) wanted.add(groupId);
    }
  }
  for (const { orgGroupId } of state.groups.values()) {
    if (orgGroupId === null || world.groups.get(orgGroupId)?.facts.externalSynced !== true) continue;
    writeMember(world, state, { groupId: orgGroupId, accountId, wanted: wanted.has(orgGroupId) });
  }
}

function wantedMembers(world: World, state: ProviderState): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const [groupId, accounts] of state.beyondScim) wanted.set(groupId, new Set(accounts));
  for (const record of state.users.values()) {
    if (record.accountId === null || !world.accounts.has(record.accountId)) continue;
    for (const scimGroupId of record.groups) {
      const groupId = state.groups.get(scimGroupId)?.orgGroupId;
      if (groupId == null) continue;
      const members = wanted.get(groupId) ?? new Set<string>();
      wanted.set(groupId, members.add(record.accountId));
    }
  }
  return wanted;
}

function writeGroup(world: World, state: ProviderState, groupId: string, wanted: ReadonlySet<string>): void {
  const group = world.groups.get(groupId);
  // A group that is not synced any more, or never was (name conflict), is not the provider's to write.
  if (group?.facts.externalSynced !== true) return;
  for (const accountId of [...group.members]) {
    if (!wanted.has(accountId)) writeMember(world, state, { groupId, accountId, wanted: false });
  }
  for (const accountId of wanted) writeMember(world, state, { groupId, accountId, wanted: true });
}

function writeMember(
  world: World,
  state: ProviderState,
  member: { groupId: string; accountId: string; wanted: boolean },
): void {
  const { groupId, accountId, wanted } = member;
  if (!(wanted ? world.addMember(groupId, accountId) : world.removeMember(groupId, accountId))) return;
  world.record({
    action: wanted ? 'user_added_to_group' : 'user_removed_from_group',
    actor: state.provider.name,
    accountId,
    groupId,
    cause: 'sync',
  });
}

/** Changes the provider's own idea of a group; Atlassian sees it with the next sync. */
export function changeInProvider(
  state: ProviderState,
  groupId: string,
  accountId: string,
  wanted: boolean,
): void {
  const scimGroup = [...state.groups.values()].find((group) => group.orgGroupId === groupId);
  const record = [...state.users.values()].find((user) => user.accountId === accountId);
  if (scimGroup !== undefined && record !== undefined) {
    if (wanted) record.groups.add(scimGroup.id);
    else record.groups.delete(scimGroup.id);
  }
  const beyond = state.beyondScim.get(groupId) ?? new Set<string>();
  if (!wanted) beyond.delete(accountId);
  else if (scimGroup === undefined || record === undefined) beyond.add(accountId);
  state.beyondScim.set(groupId, beyond);
}

/** The provider that a group is synced from. */
export function providerOfGroup(
  states: ReadonlyMap<string, ProviderState>,
  groupId: string,
): ProviderState | undefined {
  return [...states.values()].find(
    (state) =>
      state.beyondScim.has(groupId) ||
      [...state.groups.values()].some((group) => group.orgGroupId === groupId),
  );
}
