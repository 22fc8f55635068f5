import type { OrgFileGrant, OrgFileGroup, OrgFileUser } from '../org-file';

/** What Atlassian holds of an account; memberships are kept apart because they change most. */
export interface Account {
  readonly id: string;
  facts: Omit<OrgFileUser, 'accountId' | 'groups' | 'scim'>;
  readonly groups: Set<string>;
  /** Instant of the deactivation, once it happens in this world. */
  deactivatedOn?: string;
}

export interface Group {
  readonly id: string;
  facts: Omit<OrgFileGroup, 'id' | 'grants'>;
  grants: OrgFileGrant[];
  readonly members: Set<string>;
}

/** How a role reached an account, in the words of the organization API. */
export type RoleMethod = 'direct' | 'group_direct' | 'inferred';

/** Groups that Jira lists and the organization API does not. Seen by ConductorOne's baton-jira, 2026-07. */
export const hiddenGroupNames: ReadonlySet<string> = new Set([
  'system-administrators',
  'atlassian-addons',
  'atlassian-addons-admin',
]);

/** Roles on an organization or site, not on a product: they make no productAccess entry of their own. */
const platformRoleIds: ReadonlySet<string> = new Set([
  'atlassian/org-admin',
  'atlassian/site-admin',
  'atlassian/user-access-admin',
  'atlassian/ai-access',
]);

export function isProductRole(role: string): boolean {
  return !platformRoleIds.has(role);
}

/** Roles that take a seat; Atlassian's role texts call the others non-billable or without product access. */
export const seatRoles: ReadonlySet<string> = new Set(['atlassian/user', 'atlassian/admin']);

/** Some fields of a thing, to be changed. */
export type Changes<Facts> = { readonly [Key in keyof Facts]?: Facts[Key] | undefined };
