import { z } from 'zod';
import { Refusal } from '../http/refusal';
import { homesOf, rolesByResource } from '../world/access';
import type { Account } from '../world/model';
import type { OrgSide } from './side';

const texts = z.array(z.string());

/** Filters that users/search, users/count and the old list share. */
export const userFilters = z.object({
  accountIds: texts.optional(),
  directoryIds: texts.optional(),
  resourceIds: texts.optional(),
  groupIds: texts.optional(),
  emailDomains: texts.optional(),
  mfaEnabled: z.boolean().optional(),
  claimStatus: z.enum(['managed', 'unmanaged']).optional(),
  status: z.array(z.enum(['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'])).optional(),
  accountStatus: z.array(z.enum(['active', 'inactive', 'closed'])).optional(),
  membershipStatus: z.array(z.enum(['active', 'suspended', 'no_membership'])).optional(),
  roleIds: texts.optional(),
  searchTerm: z.string().optional(),
  emails: texts.optional(),
});

export type UserFilters = z.infer<typeof userFilters>;

/**
 * Accounts that a list shows: of the path's directory (`null`: of all) and of those in no directory, unless
 * directoryIds asks for members only.
 */
export function listAccounts(
  side: OrgSide,
  directoryId: string | null,
  filters: UserFilters,
): readonly Account[] {
  if (filters.searchTerm !== undefined && filters.emails !== undefined) {
    throw new Refusal(400, 'ADMIN-400-24', 'searchTerm and emails exclude each other.');
  }
  return side.lists.get(`users ${directoryId ?? '-'} ${JSON.stringify(filters)}`, () => {
    const fits = filterOf(side, directoryId, filters);
    const pool = poolFor(side, filters);
    return side.pager.arrange(pool.filter(fits), (account) => account.id);
  });
}

/** Starts from the narrowest index at hand. */
function poolFor(side: OrgSide, filters: UserFilters): Account[] {
  const { world } = side;
  const ids =
    filters.accountIds ??
    filters.groupIds?.flatMap((groupId) => [...(world.groups.get(groupId)?.members ?? [])]);
  if (ids === undefined) return [...world.accounts.values()];
  return [...new Set(ids)].flatMap((id) => world.accounts.get(id) ?? []);
}

function filterOf(
  side: OrgSide,
  directoryId: string | null,
  filters: UserFilters,
): (account: Account) => boolean {
  const { world } = side;
  const among = <Value>(wanted: readonly Value[] | undefined, value: Value): boolean =>
    wanted === undefined || wanted.includes(value);
  const term = filters.searchTerm?.toLowerCase();
  const emails = filters.emails && new Set(filters.emails.map((email) => email.toLowerCase()));
  const byHome = world.directories.length > 1 || filters.directoryIds !== undefined;
  return (account) => {
    const { facts } = account;
    const email = (facts.email ?? '').toLowerCase();
    if (byHome || facts.membershipStatus === 'no_membership') {
      const homes = homesOf(world, account);
      if (homes.size === 0 ? !isListedHomeless(account, filters) : !isAtHome(homes, directoryId, filters))
        return false;
    }
    if (!among(filters.status, facts.status) || !among(filters.accountStatus, facts.accountStatus))
      return false;
    if (!among(filters.membershipStatus, facts.membershipStatus)) return false;
    if (filters.claimStatus !== undefined && filters.claimStatus !== facts.claimStatus) return false;
    if (filters.mfaEnabled !== undefined && filters.mfaEnabled !== hasMfa(account)) return false;
    if (!among(filters.emailDomains, email.slice(email.indexOf('@') + 1))) return false;
    if (emails !== undefined && !emails.has(email)) return false;
    if (term !== undefined && !facts.name.toLowerCase().includes(term) && !email.includes(term)) return false;
    if (filters.accountIds !== undefined && filters.groupIds !== undefined) {
      if (!filters.groupIds.some((groupId) => account.groups.has(groupId))) return false;
    }
    return hasRoles(side, account, filters);
  };
}

/** Managed accounts in no directory are listed too, unless members are asked for; others are not ours to see. */
function isListedHomeless(account: Account, filters: UserFilters): boolean {
  return account.facts.claimStatus === 'managed' && filters.directoryIds === undefined;
}

function isAtHome(
  homes: ReadonlyMap<string, string>,
  directoryId: string | null,
  filters: UserFilters,
): boolean {
  const wanted = filters.directoryIds;
  return (
    (directoryId === null || homes.has(directoryId)) &&
    (wanted === undefined || wanted.some((id) => homes.has(id)))
  );
}

/** The role filter and the resource filter hold when one resource satisfies both; platform roles count by themselves. */
function hasRoles(side: OrgSide, account: Account, filters: UserFilters): boolean {
  const { resourceIds, roleIds } = filters;
  if (resourceIds === undefined && roleIds === undefined) return true;
  if (resourceIds === undefined && account.facts.platformRoles?.some((role) => roleIds?.includes(role)))
    return true;
  for (const [ari, roles] of rolesByResource(side.world, account)) {
    if (resourceIds !== undefined && !resourceIds.includes(ari)) continue;
    if (roleIds === undefined || roleIds.some((role) => roles.has(role))) return true;
  }
  return false;
}

/** Known of managed accounts only; here every second one has it, by its id. */
export function hasMfa(account: Account): boolean {
  return account.facts.claimStatus === 'managed' && account.id.charCodeAt(account.id.length - 1) % 2 === 0;
}
