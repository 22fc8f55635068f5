import { ACTIVITY_UNREADABLE, NEVER_ACTIVE } from '../contracts/snapshot';
import type { GroupAnswer, UserAnswer, UserRoleAnswer } from '../atlassian/schemas/organization';
import type { EmailMatcher } from './email-patterns';
import { fingerprint } from './fingerprint';
import type { AccountFacts, AssignmentFacts, GroupFacts } from './parts';

/** Service accounts are shown as type `atlassian`; only the address tells them (support page, 2026-11-23). */
const SERVICE_ACCOUNT_SUFFIX = '@serviceaccount.atlassian.com';

const epochOf = (text: string | null | undefined): number | null => {
  const at = text === null || text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
};

/** What stands behind the last @; null where the address is hidden, or is none. */
function domainOf(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return domain === email || domain === '' ? null : domain;
}

/** A user of users/search; `mayGrant` tells which groups can matter to a path. Of the address no more is kept than this. */
export function accountFacts(
  user: UserAnswer,
  mayGrant: (groupId: string) => boolean,
  patternsOf: EmailMatcher,
): AccountFacts {
  const email = user.email?.toLowerCase() ?? '';
  return {
    id: user.accountId,
    type: user.accountType ?? null,
    accountStatus: user.accountStatus ?? null,
    membershipStatus: user.membershipStatus ?? null,
    status: user.status ?? null,
    claimStatus: user.claimStatus ?? null,
    managementSource: user.managementSource ?? null,
    service: email.endsWith(SERVICE_ACCOUNT_SUFFIX),
    emailHash: email === '' ? null : fingerprint(email),
    domain: domainOf(email),
    emailMatches: patternsOf(email),
    addedToOrg: epochOf(user.addedToOrg),
    resources: user.counts?.resources ?? null,
    groups: user.groups?.map((group) => group.id).filter(mayGrant) ?? null,
    activity:
      user.productAccess?.map((access) => [
        access.key ?? '',
        access.id ?? '',
        activityAt(access.lastActiveTimestamp),
      ]) ?? null,
  };
}

function activityAt(timestamp: string | null | undefined): number {
  if (timestamp === null || timestamp === undefined || timestamp === '') return NEVER_ACTIVE;
  return epochOf(timestamp) ?? ACTIVITY_UNREADABLE;
}

export function groupFacts(group: GroupAnswer, searchedIn: string | null): GroupFacts {
  return {
    id: group.id,
    name: group.name ?? '',
    directoryId: group.directoryId ?? searchedIn,
    externalSynced: group.externalSynced ?? null,
    managedBy: group.managedBy ?? null,
    modifiable: group.managementAccess?.modifiable ?? null,
    users: group.counts?.users ?? null,
    resources: group.counts?.resources ?? null,
  };
}

/** One role can carry several methods at once; one without a method that is known must come from somewhere unseen. */
export function assignmentFacts(entry: UserRoleAnswer): AssignmentFacts {
  const direct: string[] = [];
  const inferred: string[] = [];
  const viaGroup: string[] = [];
  const assignments =
    entry.roleAssignments ?? entry.roles?.map((role) => ({ role, roleAssignmentMethods: [] })) ?? [];
  for (const { role, roleAssignmentMethods } of assignments) {
    const methods = roleAssignmentMethods ?? [];
    if (methods.includes('direct')) direct.push(role);
    if (methods.includes('inferred')) inferred.push(role);
    if (
      methods.includes('group_direct') ||
      !methods.some((method) => method === 'direct' || method === 'inferred')
    ) {
      viaGroup.push(role);
    }
  }
  return {
    ari: entry.resourceId,
    typeKey: entry.resourceOwner ?? null,
    directoryId: entry.directoryId ?? null,
    suspended: entry.userDirectoryStatus === 'suspended',
    direct,
    inferred,
    viaGroup,
  };
}
