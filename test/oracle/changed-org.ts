import type { OrgFile, OrgFileGrant, OrgFileUser } from '../../local/org/org-file';
import type { Population, SourceChange } from '../../src/contracts/records';

/**
 * The organization after somebody has changed one group on one product in Atlassian's own screens. Null where
 * there is nothing to change: the group does not give that role, or the other group is not there.
 */
export function changedOrg(
  org: OrgFile,
  { groupId, ari }: { groupId: string; ari: string },
  change: SourceChange,
): OrgFile | null {
  const grant = grantOf(org, groupId, ari);
  if (grant === undefined) return null;
  switch (change.do) {
    case 'revoke-grant':
      return withGrant(org, groupId, ari, () => []);
    case 'unset-default':
      return withGrant(org, groupId, ari, (one) => [{ ...one, defaultRole: null }]);
    case 'move-default': {
      if (change.toGroupId === groupId || grantOf(org, change.toGroupId, ari) === undefined) return null;
      const moved = withGrant(org, groupId, ari, (one) => [{ ...one, defaultRole: null }]);
      return withGrant(moved, change.toGroupId, ari, (one) => [
        { ...one, defaultRole: grant.defaultRole ?? null },
      ]);
    }
    case 'split-group':
      return {
        ...org,
        users: org.users.map((user) => (isOneOf(user, change.keep) ? user : without(org, user, groupId))),
      };
    case 'change-role': {
      if (!grant.roles.includes(change.from)) return null;
      const roles = grant.roles.map((role) => (role === change.from ? change.to : role));
      return withGrant(org, groupId, ari, (one) => [{ ...one, roles: [...new Set(roles)] }]);
    }
  }
}

function grantOf(org: OrgFile, groupId: string, ari: string): OrgFileGrant | undefined {
  const group = org.groups.find((one) => one.id === groupId);
  return group?.grants.find((one) => one.ari === ari && one.roles.length > 0);
}

function withGrant(
  org: OrgFile,
  groupId: string,
  ari: string,
  make: (grant: OrgFileGrant) => OrgFileGrant[],
): OrgFile {
  const groups = org.groups.map((group) =>
    group.id === groupId
      ? { ...group, grants: group.grants.flatMap((grant) => (grant.ari === ari ? make(grant) : [grant])) }
      : group,
  );
  return { ...org, groups };
}

/** Somebody who has left a group, and none of his directories: he stands in them as he did. */
function without(org: OrgFile, user: OrgFileUser, groupId: string): OrgFileUser {
  const group = org.groups.find((one) => one.id === groupId);
  if (group === undefined || !user.groups.includes(groupId)) return user;
  const { directoryId } = group;
  const homes = user.directories ?? [];
  const home = {
    directoryId,
    status: user.membershipStatus === 'suspended' ? ('suspended' as const) : ('active' as const),
  };
  return {
    ...user,
    groups: user.groups.filter((one) => one !== groupId),
    directories: homes.some((one) => one.directoryId === directoryId) ? homes : [...homes, home],
  };
}

/** Whether a population speaks of somebody; nobody without an address has a domain. */
export function isOneOf(
  { claimStatus, email }: OrgFileUser,
  { claimStatuses, domains }: Population,
): boolean {
  if (claimStatuses.length > 0 && !claimStatuses.includes(claimStatus)) return false;
  if (domains.length === 0) return true;
  return email !== null && domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
}
