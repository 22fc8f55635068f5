import type { ScimGroup, Snapshot } from '../contracts/snapshot';

/**
 * The group of exactly this display name in the one SCIM directory read that holds one. Atlassian
 * documents no id that joins the two, so with none or several directories there is no link, and a
 * route-out needs an owner first. A group that two pages of one directory show is one group.
 */
export function indexScimGroups(snapshot: Snapshot): (displayName: string) => ScimGroup | null {
  const byName = new Map<string, ScimGroup | null>();
  for (const group of snapshot.scimGroups) {
    const known = byName.get(group.displayName);
    if (known === undefined) byName.set(group.displayName, group);
    else if (known?.scimDirectoryId !== group.scimDirectoryId) byName.set(group.displayName, null);
  }
  return (displayName) => byName.get(displayName) ?? null;
}
