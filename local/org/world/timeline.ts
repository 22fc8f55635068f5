import type { TimelineEvent } from '../org-file';
import { ensureGroup, type ProviderState } from './scim-store';
import { changeInProvider, providerOfGroup, syncProvider } from './sync';
import type { World } from './world';

/** Does one thing to the world, whatever `at` says. */
export function applyEvent(
  world: World,
  states: ReadonlyMap<string, ProviderState>,
  event: TimelineEvent,
): void {
  switch (event.do) {
    case 'add-member':
    case 'remove-member':
      changeMember(world, states, event);
      return;
    case 'set-user':
      setUser(world, states, event);
      return;
    case 'set-group': {
      const { grants, ...facts } = event.set;
      world.setGroup(event.groupId, facts);
      for (const grant of grants ?? [])
        world.setGrant(event.groupId, grant.ari, grant.roles, grant.defaultRole);
      return;
    }
    case 'set-grant': {
      const before = world.groups.get(event.groupId)?.grants.find((grant) => grant.ari === event.ari);
      world.setGrant(event.groupId, event.ari, event.roles, event.defaultRole);
      const flipped = (before?.defaultRole ?? null) !== (event.defaultRole ?? null);
      world.record({
        action: flipped ? 'default_group_changed' : 'group_access_changed',
        actor: 'admin',
        groupId: event.groupId,
        ari: event.ari,
        cause: 'admin',
      });
      return;
    }
    case 'add-user':
      addUser(world, states, event);
      return;
    case 'scim-sync': {
      const state = states.get(event.scimDirectoryId);
      if (state !== undefined) syncProvider(world, state);
      return;
    }
  }
}

type MemberEvent = Extract<TimelineEvent, { do: 'add-member' | 'remove-member' }>;

function changeMember(world: World, states: ReadonlyMap<string, ProviderState>, event: MemberEvent): void {
  const adds = event.do === 'add-member';
  const state = providerOfGroup(states, event.groupId);
  const byProvider = state !== undefined && actsAsProvider(state, event.by);
  if (byProvider) changeInProvider(state, event.groupId, event.accountId, adds);
  const changed = adds
    ? world.addMember(event.groupId, event.accountId)
    : world.removeMember(event.groupId, event.accountId);
  if (!changed) return;
  world.record({
    action: adds ? 'user_added_to_group' : 'user_removed_from_group',
    actor: event.by,
    accountId: event.accountId,
    groupId: event.groupId,
    cause: byProvider ? 'sync' : causeOf(event.by),
  });
}

/** Words of the audit log for what nobody does by hand. */
const causesByThemselves = ['invite', 'approved-domain', 'first-access', 'import', 'app-access'] as const;

/** What the audit log says of an entry: who is named as one of its causes acts by that cause, anybody else as an admin. */
function causeOf(by: string): (typeof causesByThemselves)[number] | 'admin' {
  return causesByThemselves.find((cause) => cause === by) ?? 'admin';
}

/** `by` names the provider itself, by name, id, or one of the plain words for it. Anybody else edits Atlassian only. */
function actsAsProvider(state: ProviderState, by: string): boolean {
  const who = by.toLowerCase();
  const words = ['idp', 'sync', 'scim', 'identity provider'];
  return [...words, state.provider.name.toLowerCase(), state.provider.scimDirectoryId.toLowerCase()].includes(
    who,
  );
}

function setUser(
  world: World,
  states: ReadonlyMap<string, ProviderState>,
  event: Extract<TimelineEvent, { do: 'set-user' }>,
): void {
  const { groups, scim, ...facts } = event.set;
  world.setAccount(event.accountId, facts);
  const account = world.accounts.get(event.accountId);
  if (groups !== undefined && account !== undefined) {
    for (const groupId of [...account.groups])
      if (!groups.includes(groupId)) world.removeMember(groupId, account.id);
    for (const groupId of groups) world.addMember(groupId, account.id);
  }
  if (scim !== undefined) setScim(world, states, event.accountId, scim);
}

type ScimFacts = NonNullable<Extract<TimelineEvent, { do: 'set-user' }>['set']['scim']>;

function setScim(
  world: World,
  states: ReadonlyMap<string, ProviderState>,
  accountId: string,
  scim: ScimFacts,
): void {
  const state = states.get(scim.scimDirectoryId);
  if (state === undefined) return;
  const at = world.instant();
  const before = state.users.get(scim.scimUserId);
  for (const id of scim.groups) ensureGroup(state, id, at);
  state.users.set(scim.scimUserId, {
    id: scim.scimUserId,
    userName: scim.userName,
    externalId: scim.externalId,
    active: scim.active,
    accountId,
    groups: new Set(scim.groups),
    created: before?.created ?? at,
    lastModified: at,
    extra: before?.extra ?? {},
  });
  world.touch();
}

function addUser(
  world: World,
  states: ReadonlyMap<string, ProviderState>,
  event: Extract<TimelineEvent, { do: 'add-user' }>,
): void {
  const { user } = event;
  world.addAccount({ ...user, addedToOrg: user.addedToOrg ?? world.instant() });
  if (user.scim !== undefined) setScim(world, states, user.accountId, user.scim);
  world.record({
    action: 'user_invited',
    actor: user.managementSource === 'synced' ? 'sync' : 'admin',
    accountId: user.accountId,
    cause: user.managementSource === 'synced' ? 'sync' : 'invite',
  });
}
