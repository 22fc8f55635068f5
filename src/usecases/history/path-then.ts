import type { PathThen } from '../../contracts/case-history';
import type { RowRef } from '../../contracts/evidence';
import type { ReviewRecord } from '../../contracts/records';
import type { Snapshot } from '../../contracts/snapshot';
import { groupNameIn } from '../records/group-names';
import { groupOf } from '../records/record-scope';

export type TellPathThen = (path: Pick<RowRef, 'via' | 'groupId'>) => PathThen;

/** Tells a path by the name that its group has now, or had when something was recorded of it. */
export function pathTeller(snapshot: Snapshot, records: readonly ReviewRecord[]): TellPathThen {
  const recorded = new Map<string, string | null>();
  for (const record of records) {
    const path = refOf(record);
    if (path !== null && path.groupId !== null && 'evidence' in record)
      recorded.set(path.groupId, record.evidence.groupName);
  }
  return ({ via, groupId }) => ({
    via,
    groupId,
    groupName: groupId === null ? null : (groupNameIn(snapshot, groupId) ?? recorded.get(groupId) ?? null),
  });
}

/** The path of a case that a record is about; null where it is about the account. */
export function pathOfRecord(record: ReviewRecord, tell: TellPathThen): PathThen | null {
  const path = refOf(record);
  return path && tell(path);
}

function refOf(record: ReviewRecord): Pick<RowRef, 'via' | 'groupId'> | null {
  if ('row' in record) return record.row;
  if (record.kind === 'override-attempt') return record.about;
  if ('source' in record) return { via: 'group', groupId: record.source.groupId };
  const groupId = groupOf(record);
  return groupId === null ? null : { via: 'group', groupId };
}
