import type { Resource, Snapshot } from '../contracts/snapshot';

/*
 * Which accounts and resources can take a seat at all. Rules: Atlassian's billing documents
 * (billing/roles.ts names the page) as settled in the machine contract.
 */

/** Why an account takes no seat, or that it takes one, or what was not read. */
export const ACCOUNT_STANDINGS = [
  'active',
  'type-unknown',
  'status-unknown',
  'not-a-person',
  'service-account',
  'closed',
  'for-deletion',
  'not-invited',
  'no-membership',
  'deactivated',
  'inactive',
  'suspended',
] as const;
export type AccountStanding = (typeof ACCOUNT_STANDINGS)[number];

/** Standings from which the account comes back with its seats when it is restored. */
const DORMANT: ReadonlySet<AccountStanding> = new Set(['deactivated', 'inactive', 'suspended']);
export function billsAgainOnRestore(standing: AccountStanding): boolean {
  return DORMANT.has(standing);
}

/** The first of these that holds decides; gone for good comes before what can be restored. */
export function standingOfAccount(snapshot: Snapshot, account: number): AccountStanding {
  const { accounts } = snapshot;
  const type = accounts.type.values[accounts.type.codes[account]!]!;
  const accountStatus = accounts.accountStatus.values[accounts.accountStatus.codes[account]!]!;
  const membership = accounts.membershipStatus.values[accounts.membershipStatus.codes[account]!]!;
  const status = accounts.status.values[accounts.status.codes[account]!]!;
  if (accounts.service[account] === 1) return 'service-account';
  if (type === 'unknown') return 'type-unknown';
  if (type !== 'atlassian') return 'not-a-person';
  if (accountStatus === 'closed') return 'closed';
  if (status === 'for_deletion') return 'for-deletion';
  if (status === 'not_invited') return 'not-invited';
  if (membership === 'no_membership') return 'no-membership';
  if (status === 'deactivated') return 'deactivated';
  if (accountStatus === 'inactive') return 'inactive';
  if (membership === 'suspended' || status === 'suspended') return 'suspended';
  // A value nobody knows is as silent as a missing one: it proves neither a seat nor its absence.
  if (accountStatus !== 'active' || membership !== 'active' || status !== 'active') return 'status-unknown';
  return 'active';
}

/** What the admin said of a resource's plan; the organization API never tells it. */
export type Plan = 'paid' | 'free';

export type ResourceStanding = 'bills' | 'sandbox' | 'free-plan';

/** A resource takes seats unless it is a sandbox or its plan was said to be free. */
export function standingOfResource(resource: Resource, plan: Plan | undefined): ResourceStanding {
  if (resource.sandbox === true) return 'sandbox';
  return plan === 'free' ? 'free-plan' : 'bills';
}
