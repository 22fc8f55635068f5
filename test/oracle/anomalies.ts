import type { OrgFile } from '../../local/org/org-file';
import { scimRecords } from './accounts';
import { FREE_TEXT, type OutcomeAnomaly, type OutcomeRow } from './outcome';
import { isUnknown, sortedOnce } from './roles';
import { hasDefault, isHidden, isLocked, scimGroups, sourceOf } from './sources';
import { isChecked } from './rows';

/**
 * Kinds out of `all` that touch one row, alphabetically: its group's (on this resource or everywhere), its
 * account's, and an unknown role that the account itself holds here where the row is the one that shows it.
 */
export function kindsTouching(
  all: OutcomeAnomaly[],
  found: { accountId: string; ari: string },
  row: OutcomeRow,
): string[] {
  const touching = all.filter((anomaly) => {
    if (anomaly.ari !== undefined && anomaly.ari !== found.ari) return false;
    if (anomaly.groupId !== undefined) return anomaly.groupId === row.path.groupId;
    if (anomaly.accountId !== found.accountId) return false;
    return anomaly.kind !== 'unknown-role' || (row.path.via !== 'group' && row.path.roles.some(isUnknown));
  });
  return sortedOnce(touching.map((anomaly) => anomaly.kind));
}

/** Every contradiction the organization shows, by kind, then by what it is about. */
export function allAnomalies(org: OrgFile, deep: boolean): OutcomeAnomaly[] {
  return [
    ...groupAnomalies(org),
    ...duplicateAccounts(org),
    ...orphanedLinks(org),
    ...unknownRolesOfAccounts(org, deep),
  ].sort(byWhatItNames);
}

export function byWhatItNames(a: OutcomeAnomaly, b: OutcomeAnomaly): number {
  const spell = (anomaly: OutcomeAnomaly): string =>
    [anomaly.kind, anomaly.groupId ?? '', anomaly.accountId ?? '', anomaly.ari ?? ''].join('\n');
  return spell(a) < spell(b) ? -1 : spell(a) > spell(b) ? 1 : 0;
}

function groupAnomalies(org: OrgFile): OutcomeAnomaly[] {
  const found: OutcomeAnomaly[] = [];
  for (const group of org.groups.filter((one) => !isHidden(one))) {
    const source = sourceOf(group);
    const about = { groupId: group.id, detail: FREE_TEXT };
    if (source === 'contradiction') found.push({ kind: 'source-contradiction', ...about });
    if (isLocked(org, group)) found.push({ kind: 'locked-group', ...about });
    if (source === 'not-synced' && scimGroups(org).some((scim) => scim.displayName === group.name)) {
      found.push({ kind: 'name-conflict', ...about });
    }
    for (const grant of group.grants) {
      const here = { groupId: group.id, ari: grant.ari, detail: FREE_TEXT };
      if (source === 'synced' && hasDefault(grant)) found.push({ kind: 'synced-and-default', ...here });
      if (grant.roles.some(isUnknown)) found.push({ kind: 'unknown-role', ...here });
    }
  }
  return found;
}

function unknownRolesOfAccounts(org: OrgFile, deep: boolean): OutcomeAnomaly[] {
  const found: OutcomeAnomaly[] = [];
  for (const user of org.users) {
    if (!isChecked(org, user, deep)) continue;
    for (const resource of org.resources) {
      const roles = [...(user.direct ?? []), ...(user.inferred ?? [])].filter(
        (role) => role.ari === resource.ari,
      );
      if (roles.some((role) => isUnknown(role.role))) {
        found.push({ kind: 'unknown-role', accountId: user.accountId, ari: resource.ari, detail: FREE_TEXT });
      }
    }
  }
  return found;
}

function orphanedLinks(org: OrgFile): OutcomeAnomaly[] {
  const existing = org.users.map((user) => user.accountId);
  const gone = scimRecords(org)
    .map((record) => record.accountId ?? '')
    .filter((accountId) => accountId !== '' && !existing.includes(accountId));
  return sortedOnce(gone).map((accountId) => ({ kind: 'orphaned-scim-link', accountId, detail: FREE_TEXT }));
}

function duplicateAccounts(org: OrgFile): OutcomeAnomaly[] {
  const twins: string[] = [];
  for (const one of org.users) {
    for (const other of org.users) {
      if (one.accountId === other.accountId) continue;
      const mail = (one.email ?? '').toLowerCase();
      if (mail !== '' && mail === (other.email ?? '').toLowerCase()) twins.push(one.accountId);
    }
  }
  const existing = org.users.map((user) => user.accountId);
  const linked = scimRecords(org).filter(
    (record) => record.accountId !== null && existing.includes(record.accountId),
  );
  for (const one of linked) {
    for (const other of linked) {
      if (one.accountId === null || one.accountId === other.accountId) continue;
      if (one.scimDirectoryId !== other.scimDirectoryId) continue;
      const sameName = one.userName !== '' && one.userName === other.userName;
      const sameExternal = one.externalId !== '' && one.externalId === other.externalId;
      if (sameName || sameExternal) twins.push(one.accountId);
    }
  }
  return sortedOnce(twins).map((accountId) => ({ kind: 'duplicate-account', accountId, detail: FREE_TEXT }));
}
