import { productAccessOf, rolesByResource } from '../world/access';
import { hiddenGroupNames, type Account } from '../world/model';
import { hasMfa } from './user-list';
import type { OrgSide } from './side';

/** Keys of products as productAccess gives them: not the type keys of the same resources. */
const accessKeys: Readonly<Record<string, string>> = { 'jira-software': 'jira' };

/** What users/search may be asked to add. */
export const userExpansions = ['platformRoles', 'counts.resources', 'productAccess', 'groups'] as const;
export type UserExpansion = (typeof userExpansions)[number];

/** The fields that every answer about a user has. */
export function showUser(side: OrgSide, account: Account): Record<string, unknown> {
  const { facts } = account;
  const hidden = facts.email === null || facts.email === '';
  return {
    accountId: account.id,
    // v2 knows one type for people and service accounts alike.
    accountType: facts.accountType === 'service' ? 'atlassian' : facts.accountType,
    status: facts.status,
    accountStatus: facts.accountStatus,
    membershipStatus: facts.membershipStatus,
    claimStatus: facts.claimStatus,
    ...(facts.addedToOrg === undefined ? {} : { addedToOrg: facts.addedToOrg }),
    deactivatedOn: account.deactivatedOn ?? null,
    name: facts.name,
    nickname: facts.name.split(' ')[0] ?? facts.name,
    ...(hidden ? {} : { email: facts.email, emailVerified: true }),
    managementSource: facts.managementSource,
    ...(facts.claimStatus === 'managed' ? { mfaEnabled: hasMfa(account) } : {}),
    picture: pictureOf(account),
    avatar: pictureOf(account),
    jobTitle: '',
    department: null,
    organization: null,
    location: null,
    timeZone: null,
  };
}

export function pictureOf(account: Account): string {
  return `https://secure.example.net/avatar/${encodeURIComponent(account.id)}.png`;
}

/** A user of a list, with what was asked to be added. Groups are those of the requested directory (`null`: all). */
export function showListedUser(
  side: OrgSide,
  account: Account,
  directoryId: string | null,
  expand: ReadonlySet<UserExpansion>,
): unknown {
  const { facts } = account;
  return {
    ...showUser(side, account),
    forDeletion: facts.status === 'for_deletion',
    links: { self: null },
    ...(expand.has('platformRoles') ? { platformRoles: facts.platformRoles ?? [] } : {}),
    ...(expand.has('counts.resources')
      ? { counts: { resources: rolesByResource(side.world, account).size } }
      : {}),
    ...(expand.has('productAccess') ? { productAccess: showAccess(side, account) } : {}),
    ...(expand.has('groups') && side.faults.settings.hideGroupsExpand !== true
      ? { groups: showGroups(side, account, directoryId) }
      : {}),
  };
}

function showAccess(side: OrgSide, account: Account): unknown[] {
  return productAccessOf(side.world, account).map(({ ari, lastActive }) => {
    const typeKey = side.world.resources.get(ari)?.typeKey ?? '';
    const known = lastActive !== undefined && isReported(side, lastActive);
    return {
      key: accessKeys[typeKey] ?? typeKey,
      id: ari,
      ...(known ? { lastActiveTimestamp: lastActive } : {}),
    };
  });
}

/** Activity is reported late only when a fault knob says so. */
export function isReported(side: OrgSide, lastActive: string): boolean {
  const delayMs = (side.faults.settings.lastActiveDelayHours ?? 0) * 3_600_000;
  return delayMs === 0 || Date.parse(lastActive) + delayMs <= side.clock.now();
}

function showGroups(side: OrgSide, account: Account, directoryId: string | null): unknown[] {
  const shown: unknown[] = [];
  for (const groupId of account.groups) {
    const facts = side.world.groups.get(groupId)?.facts;
    if (facts === undefined || hiddenGroupNames.has(facts.name)) continue;
    if (directoryId !== null && facts.directoryId !== directoryId) continue;
    shown.push({ id: groupId, name: facts.name, description: facts.description ?? null });
  }
  return shown;
}
