import { type Collected, mayGrant } from './collected';
import type { Memberships } from './membership-log';

/*
 * Whether what was read adds up with the counts the API gives. What does not is read again, then
 * reported: `expand` could cut lists off, and a page could have a hole (facts of the API, open points).
 */

/** Distinct members seen of each group, by group code. */
function membersSeen(collected: Collected, memberships: Memberships): Uint32Array {
  const seen = new Uint32Array(collected.groupCodes.texts.length);
  for (const group of memberships.groups) seen[group]! += 1;
  return seen;
}

export interface GroupCount {
  readonly groupId: string;
  readonly seen: number;
  /** Null where the API gave no count, so that nothing proves the list whole. */
  readonly expected: number | null;
}

/** Every group that may grant something, with the members seen and expected, by id. */
export function countMembers(collected: Collected): GroupCount[] {
  const seen = membersSeen(collected, collected.memberships.memberships(collected.accounts.ids.texts.length));
  return [...collected.groups.values()]
    .filter((group) => mayGrant(collected, group.id))
    .map((group) => {
      const code = collected.groupCodes.find(group.id);
      return { groupId: group.id, seen: code === undefined ? 0 : seen[code]!, expected: group.users };
    })
    .sort((a, b) => (a.groupId < b.groupId ? -1 : 1));
}

export function addsUp(count: GroupCount): boolean {
  return count.seen === count.expected;
}

/** Groups that accounts are in, but that the list of groups did not hold. */
export function unlistedGroups(collected: Collected): string[] {
  return collected.groupCodes.texts.filter((id) => !collected.groups.has(id)).sort();
}

/**
 * Accounts on more resources than their groups explain, by id: somewhere they hold a role without a
 * group. An account whose count is missing cannot be shown to add up either.
 */
export function accountsThatDoNotAddUp(collected: Collected): string[] {
  const { accounts, groupCodes, grants } = collected;
  const { offsets, groups } = collected.memberships.memberships(accounts.ids.texts.length);
  const arisOfGroup = groupCodes.texts.map((id) => [
    ...new Set((grants.get(id) ?? []).filter((grant) => grant.roles.length > 0).map((grant) => grant.ari)),
  ]);
  const explained = new Set<string>();
  return accounts.ids.texts
    .filter((_, account) => {
      const expected = accounts.expectedResources(account);
      if (expected === null) return true;
      if (expected === 0) return false;
      explained.clear();
      for (let m = offsets[account]!; m < offsets[account + 1]!; m += 1) {
        for (const ari of arisOfGroup[groups[m]!]!) explained.add(ari);
      }
      return expected > explained.size;
    })
    .sort();
}

/** Accounts of which even their own role assignments show fewer resources than the API counts. */
export function accountsStillUnexplained(collected: Collected): number {
  return [...collected.assignments].filter(([accountId, assignments]) => {
    const expected = collected.accounts.expectedResources(collected.accounts.ids.find(accountId)!);
    return expected !== null && new Set(assignments.map((one) => one.ari)).size < expected;
  }).length;
}
