import type { ReviewRecord } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { seesOrganization } from '../authorise';
import type { CallerContext } from '../ports';

/** The product that a record is about; null where it is about a group, an account or the whole organization. */
export function ariOf(record: ReviewRecord): string | null {
  if ('row' in record) return record.row.ari;
  if ('source' in record) return record.source.ari;
  return record.kind === 'protection' && record.rule.by === 'direct-role' ? record.rule.ari : null;
}

/** Which records a person may see: all, or those about the site whose Jira he administers, and those of no site. */
export function recordScope(settings: Settings, caller: CallerContext): (record: ReviewRecord) => boolean {
  if (seesOrganization(settings, caller.accountId)) return () => true;
  return (record) => {
    if (record.kind === 'settings-attestation') return record.cloudId === caller.cloudId;
    return ariOf(record)?.endsWith(`/${caller.cloudId}`) ?? true;
  };
}
