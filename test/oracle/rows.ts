import type { OrgFile, OrgFileGroup, OrgFileUser } from '../../local/org/org-file';
import { FREE_TEXT, type Certainty, type OutcomeRow } from './outcome';
import { bills, isUnknown, sortedOnce } from './roles';
import { idpOf, isHidden, isLocked, ownerOf } from './sources';

/** A row before anything is known that depends on the account, the resource or the other rows. */
export interface BareRow {
  row: OutcomeRow;
  /** The directory the roles come through is suspended for this account, and the account was read one by one. */
  asleep: boolean;
}

/** Resources on which the account has a role of any kind, and those of them that a group of it explains. */
function resourcesOf(org: OrgFile, user: OrgFileUser): { any: string[]; explained: string[] } {
  const explained: string[] = [];
  const hidden: string[] = [];
  for (const group of org.groups) {
    if (!user.groups.includes(group.id)) continue;
    for (const grant of group.grants) {
      if (grant.roles.length > 0) (isHidden(group) ? hidden : explained).push(grant.ari);
    }
  }
  const singly = [...(user.direct ?? []), ...(user.inferred ?? [])].map((role) => role.ari);
  return { any: sortedOnce([...explained, ...hidden, ...singly]), explained: sortedOnce(explained) };
}

/** decisions-file, point 16: which accounts are read one by one. */
export function isChecked(org: OrgFile, user: OrgFileUser, deep: boolean): boolean {
  const { any, explained } = resourcesOf(org, user);
  return deep || any.length > explained.length;
}

/** Where the file does not say how the account stands in a directory, it stands there as it does everywhere. */
export function isSuspendedIn(user: OrgFileUser, directoryId: string): boolean {
  const said = user.directories?.find((entry) => entry.directoryId === directoryId);
  return (said?.status ?? user.membershipStatus) === 'suspended';
}

/** Every path of one account to one resource: groups by id, then direct, inferred, unexplained. */
export function bareRows(org: OrgFile, user: OrgFileUser, ari: string, checked: boolean): BareRow[] {
  const rows: BareRow[] = [];
  const groups = org.groups.filter((group) => user.groups.includes(group.id) && !isHidden(group));
  for (const group of groups.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const grant of group.grants) {
      if (grant.ari !== ari || grant.roles.length === 0) continue;
      const owner = ownerOf(group, grant);
      const roles = sortedOnce(grant.roles);
      const path = { via: 'group', groupId: group.id, groupName: group.name, roles, idp: idpOf(org, group) };
      const row = blankRow(path, owner);
      row.decision = decisionFor(roles, owner, isLocked(org, group));
      rows.push({ row, asleep: checked && isSuspendedIn(user, group.directoryId) });
    }
  }
  if (!checked) return rows;
  for (const via of ['direct', 'inferred'] as const) {
    const roles = sortedOnce((user[via] ?? []).filter((role) => role.ari === ari).map((role) => role.role));
    if (roles.length === 0) continue;
    const row = blankRow({ via, roles, idp: null }, via);
    row.decision = decisionFor(roles, via, false);
    rows.push({ row, asleep: via === 'direct' && isSuspendedEverywhere(org, user) });
  }
  const unexplained = unexplainedRoles(org, user, ari);
  if (unexplained.length > 0) {
    const row = blankRow({ via: 'unexplained', roles: unexplained, idp: null }, 'unknown');
    row.decision = decisionFor(unexplained, 'unknown', false);
    rows.push({ row, asleep: isSuspendedEverywhere(org, user) });
  }
  return rows;
}

/** decisions-file, point 15: roles of groups that the API does not show, where no group it shows gives them. */
function unexplainedRoles(org: OrgFile, user: OrgFileUser, ari: string): string[] {
  const rolesOf = (groups: OrgFileGroup[]): string[] =>
    groups.flatMap((group) =>
      group.grants.filter((grant) => grant.ari === ari).flatMap((grant) => grant.roles),
    );
  const mine = org.groups.filter((group) => user.groups.includes(group.id));
  const explained = rolesOf(mine.filter((group) => !isHidden(group)));
  return sortedOnce(rolesOf(mine.filter(isHidden))).filter((role) => !explained.includes(role));
}

/** A role of the account itself names no directory in the org file: it sleeps where all the account's homes do. */
function isSuspendedEverywhere(org: OrgFile, user: OrgFileUser): boolean {
  const homes = (user.directories ?? []).map((entry) => entry.directoryId);
  for (const group of org.groups) if (user.groups.includes(group.id)) homes.push(group.directoryId);
  if (homes.length === 0) return user.membershipStatus === 'suspended';
  return homes.every((directoryId) => isSuspendedIn(user, directoryId));
}

function blankRow(path: OutcomeRow['path'], owner: string): OutcomeRow {
  const signal =
    owner === 'idp-owned' ? 'idp-synced-group' : owner === 'default-group' ? 'default-group-access' : null;
  return {
    path,
    owner,
    rule: FREE_TEXT,
    because: FREE_TEXT,
    signal,
    decision: 'none',
    hold: null,
    findings: [],
    billable: false,
    anomalies: [],
  };
}

/** decisions-file, points 3 and 6. */
function decisionFor(roles: string[], owner: string, locked: boolean): string {
  if (!roles.some(bills) && !roles.some(isUnknown)) return 'none';
  if (!roles.some(bills)) return 'hold';
  if (locked) return 'hold';
  if (owner === 'idp-owned') return 'route-out';
  if (owner === 'default-group') return 'review-default-group';
  if (owner === 'local-group' || owner === 'direct') return 'review-local-access';
  return 'hold';
}

/** Do the roles of a row bill, given that account and resource do (decisions-file, point 5)? */
export function rowBills({ row, asleep }: BareRow): Certainty {
  if (row.path.via === 'inferred' || asleep) return false;
  if (row.path.roles.some(bills)) return true;
  return row.path.roles.some(isUnknown) ? 'unknown' : false;
}
