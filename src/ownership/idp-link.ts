import type { ScimGroup, Snapshot } from '../contracts/snapshot';

/**
 * The one SCIM group of exactly this display name among the directories read. Atlassian documents no
 * id that joins the two, so with none or several there is no link, and a route-out needs an owner first.
 */
export function indexScimGroups(snapshot: Snapshot): (displayName: string) => ScimGroup | null {
  const byName = new Map<string, ScimGroup | null>();
  for (const group of snapshot.scimGroups) {
    byName.set(group.displayName, byName.has(group.displayName) ? null : group);
  }
  return (displayName) => byName.get(displayName) ?? null;
}
