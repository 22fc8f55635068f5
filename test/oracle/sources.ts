import type { OrgFile, OrgFileGrant, OrgFileGroup } from '../../local/org/org-file';

/** Groups that Jira lists and the organization API does not (fact page on the admin APIs, 1.2). */
const HIDDEN = ['system-administrators', 'atlassian-addons', 'atlassian-addons-admin'];

export function isHidden(group: OrgFileGroup): boolean {
  return HIDDEN.includes(group.name);
}

/** What the two witnesses of a group say together (decisions-file, point 2). */
export function sourceOf(group: OrgFileGroup): 'synced' | 'not-synced' | 'contradiction' | 'unsaid' {
  const first = group.externalSynced;
  const second = group.managedBy === null ? null : group.managedBy === 'external';
  if (first === null && second === null) return 'unsaid';
  if (first !== null && second !== null && first !== second) return 'contradiction';
  return (first ?? second) === true ? 'synced' : 'not-synced';
}

export function hasDefault(grant: OrgFileGrant): boolean {
  return grant.defaultRole !== null && grant.defaultRole !== undefined;
}

/** Owner of what a group gives on one resource (decisions-file, point 2). */
export function ownerOf(group: OrgFileGroup, grant: OrgFileGrant): string {
  const source = sourceOf(group);
  if (source === 'unsaid' || source === 'contradiction') return 'unknown';
  if (source === 'synced' && hasDefault(grant)) return 'unknown';
  if (source === 'synced') return 'idp-owned';
  return hasDefault(grant) ? 'default-group' : 'local-group';
}

/** Where the file leaves it out, Atlassian shows a synced group as locked and any other as open to edits. */
export function shownModifiable(group: OrgFileGroup): boolean {
  return group.modifiable ?? group.externalSynced !== true;
}

/** Not synced and not modifiable; where the key may modify no group at all, that tells of the key (point 3). */
export function isLocked(org: OrgFile, group: OrgFileGroup): boolean {
  const someModifiable = org.groups.some((other) => !isHidden(other) && shownModifiable(other));
  return someModifiable && !shownModifiable(group) && sourceOf(group) === 'not-synced';
}

export interface ReadScimGroup {
  scimDirectoryId: string;
  scimGroupId: string;
  displayName: string;
}

/** SCIM directories whose records can be read: Google's integration has no SCIM API (org-file). */
export function readDirectories(org: OrgFile): string[] {
  const ids: string[] = [];
  for (const provider of org.identityProviders) {
    if (provider.kind !== 'google') ids.push(provider.scimDirectoryId);
  }
  return ids;
}

export function scimGroups(org: OrgFile): ReadScimGroup[] {
  const found: ReadScimGroup[] = [];
  for (const group of org.groups) {
    if (group.scim !== undefined && readDirectories(org).includes(group.scim.scimDirectoryId)) {
      found.push(group.scim);
    }
  }
  return found;
}

/** decisions-file, point 17: the one read SCIM directory that holds a group of exactly this name. */
export function idpOf(
  org: OrgFile,
  group: OrgFileGroup,
): { scimDirectoryId: string; scimGroupId: string } | null {
  if (sourceOf(group) !== 'synced') return null;
  const holders = scimGroups(org).filter((scim) => scim.displayName === group.name);
  const first = holders[0];
  if (first === undefined) return null;
  if (holders.some((holder) => holder.scimDirectoryId !== first.scimDirectoryId)) return null;
  return { scimDirectoryId: first.scimDirectoryId, scimGroupId: first.scimGroupId };
}
