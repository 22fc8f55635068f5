import { isProductRole, seatRoles, type Account, type RoleMethod } from './model';
import type { World } from './world';

/** Directories that an account belongs to, with its status there. */
export function homesOf(
  world: World,
  account: Account,
): Map<string, 'active' | 'suspended' | 'no_membership'> {
  const homes = new Map<string, 'active' | 'suspended' | 'no_membership'>();
  for (const home of account.facts.directories ?? []) homes.set(home.directoryId, home.status);
  const elsewhere = account.facts.membershipStatus;
  for (const groupId of account.groups) {
    const directoryId = world.groups.get(groupId)?.facts.directoryId;
    if (directoryId !== undefined && !homes.has(directoryId)) homes.set(directoryId, elsewhere);
  }
  const first = world.directories[0]?.id;
  if (homes.size > 0 || first === undefined) return homes;
  const hasRoles = (account.facts.direct?.length ?? 0) + (account.facts.inferred?.length ?? 0) > 0;
  if (elsewhere !== 'no_membership' || hasRoles) homes.set(first, elsewhere);
  return homes;
}

/** One resource, one directory: the roles an account has there, and by which methods each. */
export interface RoleEntry {
  readonly ari: string;
  readonly directoryId: string | null;
  readonly roles: Map<string, Set<RoleMethod>>;
}

/**
 * All product roles of an account. A role that a group gives counts in the group's directory; direct and inferred
 * ones in the account's first active directory.
 */
export function roleEntriesOf(world: World, account: Account): RoleEntry[] {
  const entries = new Map<string, RoleEntry>();
  const note = (ari: string, directoryId: string | null, [role, method]: [string, RoleMethod]): void => {
    const key = `${ari}\n${directoryId ?? ''}`;
    const entry = entries.get(key) ?? { ari, directoryId, roles: new Map<string, Set<RoleMethod>>() };
    entries.set(key, entry);
    const methods = entry.roles.get(role) ?? new Set<RoleMethod>();
    entry.roles.set(role, methods.add(method));
  };
  for (const groupId of account.groups) {
    const group = world.groups.get(groupId);
    if (group === undefined) continue;
    for (const grant of group.grants) {
      for (const role of grant.roles) note(grant.ari, group.facts.directoryId, [role, 'group_direct']);
    }
  }
  const direct = account.facts.direct ?? [];
  const inferred = account.facts.inferred ?? [];
  if (direct.length + inferred.length > 0) {
    const homes = [...homesOf(world, account)];
    const home = (homes.find(([, status]) => status === 'active') ?? homes[0])?.[0] ?? null;
    for (const { ari, role } of direct) note(ari, home, [role, 'direct']);
    for (const { ari, role } of inferred) note(ari, home, [role, 'inferred']);
  }
  return [...entries.values()];
}

/** Every resource on which the account has any role, with those roles. */
export function rolesByResource(world: World, account: Account): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const note = (ari: string, role: string): void => {
    const roles = found.get(ari);
    if (roles === undefined) found.set(ari, new Set([role]));
    else roles.add(role);
  };
  for (const groupId of account.groups) {
    for (const grant of world.groups.get(groupId)?.grants ?? [])
      for (const role of grant.roles) note(grant.ari, role);
  }
  for (const { ari, role } of account.facts.direct ?? []) note(ari, role);
  for (const { ari, role } of account.facts.inferred ?? []) note(ari, role);
  return found;
}

/** Resources that the organization API lists as an account's product access, with the last activity known. */
export function productAccessOf(
  world: World,
  account: Account,
): { ari: string; lastActive: string | undefined }[] {
  const access: { ari: string; lastActive: string | undefined }[] = [];
  for (const [ari, roles] of rolesByResource(world, account)) {
    const lastActive = account.facts.lastActive?.[ari];
    if (lastActive !== undefined || [...roles].some(isProductRole)) access.push({ ari, lastActive });
  }
  return access;
}

export function takesSeat(world: World, account: Account, ari: string): boolean {
  const { accountType, accountStatus, membershipStatus, status } = account.facts;
  if (accountType !== 'atlassian' || accountStatus !== 'active') return false;
  if (membershipStatus !== 'active' || status !== 'active') return false;
  return holdsSeatRole(world, account, ari);
}

function holdsSeatRole(world: World, account: Account, ari: string): boolean {
  for (const groupId of account.groups) {
    for (const grant of world.groups.get(groupId)?.grants ?? []) {
      if (grant.ari === ari && grant.roles.some((role) => seatRoles.has(role))) return true;
    }
  }
  return account.facts.direct?.some((role) => role.ari === ari && seatRoles.has(role.role)) ?? false;
}

/** Seats in use on a resource. */
export function seatsOn(world: World, ari: string): number {
  let seats = 0;
  for (const account of world.accounts.values()) if (takesSeat(world, account, ari)) seats += 1;
  return seats;
}

export function isOrgAdmin(account: Account): boolean {
  return account.facts.platformRoles?.includes('atlassian/org-admin') ?? false;
}
