import { type OrgFile, type OrgFileUser } from '../../local/org/org-file';
import { readDirectories } from './sources';
import type { Certainty, OracleSettings } from './outcome';

const DAY_MS = 86_400_000;
/** Contract, settled point 5; written out here so that the oracle shares it with nobody. */
const serviceAccountEnding = '@serviceaccount.atlassian.com';

export interface ReadScimRecord {
  scimDirectoryId: string;
  userName: string;
  externalId: string;
  active: boolean;
  accountId: string | null;
}

export function scimRecords(org: OrgFile): ReadScimRecord[] {
  const found: ReadScimRecord[] = [];
  for (const user of org.users) {
    if (user.scim !== undefined) found.push({ ...user.scim, accountId: user.accountId });
  }
  for (const record of org.scimRecords ?? []) found.push({ ...record, accountId: record.accountId ?? null });
  return found.filter((record) => readDirectories(org).includes(record.scimDirectoryId));
}

/** decisions-file, point 10. */
export function scimStatus(org: OrgFile, accountId: string): string {
  if (readDirectories(org).length === 0) return 'unknown';
  const linked = scimRecords(org).filter((record) => record.accountId === accountId);
  if (linked.length === 0) return 'none';
  return linked.some((record) => record.active) ? 'active' : 'inactive';
}

/** The API shows a service account as an account like any other; only its e-mail tells (org-file). */
export function shownType(user: OrgFileUser): string {
  return user.accountType === 'service' ? 'atlassian' : user.accountType;
}

/** decisions-file, point 5: the part that is about what the account is. */
export function typeBills(user: OrgFileUser): boolean {
  return shownType(user) === 'atlassian' && !(user.email ?? '').endsWith(serviceAccountEnding);
}

/** decisions-file, point 5: the part that is about how the account stands. */
export function standsActive(user: OrgFileUser): boolean {
  return user.accountStatus === 'active' && user.membershipStatus === 'active' && user.status === 'active';
}

/** decisions-file, point 11: suspended, deactivated or inactive, but not gone. */
export function isDormant(user: OrgFileUser): boolean {
  const gone =
    user.accountStatus === 'closed' ||
    user.status === 'for_deletion' ||
    user.status === 'not_invited' ||
    user.membershipStatus === 'no_membership';
  const asleep =
    user.membershipStatus === 'suspended' ||
    user.status === 'suspended' ||
    user.status === 'deactivated' ||
    user.accountStatus === 'inactive';
  return asleep && !gone;
}

/** decisions-file, point 9. */
export function inactivity(
  org: OrgFile,
  user: OrgFileUser,
  ari: string,
  settings: OracleSettings,
): { lastActive: string; inactive: Certainty } {
  const now = Date.parse(settings.now ?? org.now);
  const limit = settings.inactiveDays * DAY_MS;
  const lastActive = user.lastActive?.[ari] ?? 'never';
  const young = user.addedToOrg !== undefined && now - Date.parse(user.addedToOrg) < limit;
  if (young) return { lastActive, inactive: false };
  if (lastActive === 'never')
    return { lastActive, inactive: user.addedToOrg === undefined ? 'unknown' : true };
  return { lastActive, inactive: now - Date.parse(lastActive) > limit };
}
