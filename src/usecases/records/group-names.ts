import type { ReviewRecord } from '../../contracts/records';
import type { Snapshot } from '../../contracts/snapshot';

/** How a group is called; null where the snapshot does not know it. */
export function groupNameIn(snapshot: Snapshot | null, groupId: string): string | null {
  const at = snapshot?.groups.ids.indexOf(groupId) ?? -1;
  return at === -1 ? null : snapshot!.groups.names[at]!;
}

/** The name of the group that a record moves a default to; null where it moves none, or nobody knows the name. */
export function toGroupNameOf(snapshot: Snapshot | null, record: ReviewRecord): string | null {
  if (record.kind !== 'redesign' || record.change.do !== 'move-default') return null;
  return groupNameIn(snapshot, record.change.toGroupId);
}
