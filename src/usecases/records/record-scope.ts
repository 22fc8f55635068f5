import type { ReviewRecord } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import type { Snapshot } from '../../contracts/snapshot';
import { seesOrganization } from '../authorise';
import type { CallerContext } from '../ports';

/** The product that a record is about; null where it is about a group, an account or the whole organization. */
export function ariOf(record: ReviewRecord): string | null {
  if ('row' in record) return record.row.ari;
  if ('source' in record) return record.source.ari;
  return record.kind === 'protection' && record.rule.by === 'direct-role' ? record.rule.ari : null;
}

/** The group that a record is about as a whole; null where it is about something else. */
export function groupOf(record: ReviewRecord): string | null {
  if ('groupId' in record) return record.groupId;
  return record.kind === 'protection' && record.rule.by === 'group' ? record.rule.groupId : null;
}

/**
 * Which records a person may see: all, or those about the site whose Jira he administers, and those of no site. A
 * group that grants products of other sites only is of those sites.
 */
export function recordScope(
  settings: Settings,
  caller: CallerContext,
  snapshot: Snapshot | null,
): (record: ReviewRecord) => boolean {
  if (seesOrganization(settings, caller.accountId)) return () => true;
  const isHere = (ari: string): boolean => ari.endsWith(`/${caller.cloudId}`);
  return (record) => {
    if (record.kind === 'settings-attestation') return record.cloudId === caller.cloudId;
    // Prices of what is bought together: for those who see all of it.
    if (record.kind === 'pool' || record.kind === 'invoice-line') return record.members.every(isHere);
    const groupId = groupOf(record);
    if (groupId === null) return isHere(ariOf(record) ?? `/${caller.cloudId}`);
    const granted = snapshot === null ? [] : grantedBy(snapshot, groupId);
    return granted.length === 0 || granted.some(isHere);
  };
}

/** The products that a group grants; none where the snapshot does not know it. */
export function grantedBy({ groups, grants, resources }: Snapshot, groupId: string): string[] {
  const group = groups.ids.indexOf(groupId);
  if (group === -1) return [];
  const granted = grants.resource.subarray(grants.offsets[group], grants.offsets[group + 1]);
  return [...granted].map((resource) => resources[resource]!.ari);
}
