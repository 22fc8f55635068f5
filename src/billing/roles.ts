import { ATLASSIAN_PAGES, PAGES_CHECKED } from '../contracts/atlassian-pages';

/** Whether a role makes a seat: it bills, it is known not to, or nobody knows. */
export type RoleBilling = 'bills' | 'does-not-bill' | 'unknown';

export interface RoleRule {
  readonly billing: RoleBilling;
  readonly because: string;
}

/** The Atlassian page that says what a billed user is, and the day it was checked. */
export const roleBillingSource = { source: ATLASSIAN_PAGES.billedUsers, checked: PAGES_CHECKED } as const;

/** The roles whose billing is known. */
export const roleRules: ReadonlyMap<string, RoleRule> = new Map([
  ['atlassian/user', { billing: 'bills', because: 'gives access to the product' }],
  ['atlassian/admin', { billing: 'bills', because: 'gives access and administration of the product' }],
  ['atlassian/guest', { billing: 'does-not-bill', because: 'a guest sees one space' }],
  ['atlassian/customer', { billing: 'does-not-bill', because: 'a customer uses the help centre only' }],
  ['atlassian/contributor', { billing: 'does-not-bill', because: 'a contributor is not billed' }],
  ['atlassian/basic', { billing: 'does-not-bill', because: 'the basic role is not billed' }],
  ['atlassian/stakeholder', { billing: 'does-not-bill', because: 'a stakeholder is not billed' }],
  [
    'atlassian/user-access-admin',
    { billing: 'does-not-bill', because: 'manages users without product access' },
  ],
  ['atlassian/org-admin', { billing: 'does-not-bill', because: 'an organization role, not product access' }],
  ['atlassian/site-admin', { billing: 'does-not-bill', because: 'a site role, not product access' }],
]);

/** How a role bills; a role id that the list does not hold is `unknown`, never free. */
export function billingOfRole(role: string): RoleBilling {
  return roleRules.get(role)?.billing ?? 'unknown';
}

/** Why a role bills or does not, as the end of a sentence. */
export function roleBecause(role: string): string {
  return roleRules.get(role)?.because ?? 'is not a role whose billing is known';
}

/** Whether a set of roles makes a seat: one that bills is enough; one unknown keeps it open. */
export function billingOfRoles(roles: readonly string[]): RoleBilling {
  const kinds = roles.map(billingOfRole);
  if (kinds.includes('bills')) return 'bills';
  return kinds.includes('unknown') ? 'unknown' : 'does-not-bill';
}
