import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { readBody } from '../http/read-body';
import { Refusal } from '../http/refusal';
import { homesOf, isOrgAdmin } from '../world/access';
import type { Account } from '../world/model';
import { refuseUnfitRole, refuseWhenFull } from './group-writes';
import { directoryOf, findAccount, type OrgSide } from './side';
import { writeEndpoint } from './write-endpoint';

const user = '/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}';
const userV1 = '/admin/v1/orgs/{orgId}/users/{userId}';

/** How long an organization role takes to be seen; operation text of the Organizations API, 2026. */
const orgRoleDelayMs = 30_000;

export function userWriteEndpoints(side: OrgSide): Endpoint[] {
  const write = writeEndpoint(side);
  return [
    write('POST', `${user}/suspend`, (call) => suspend(side, call)),
    write('POST', `${user}/restore`, (call) => restore(side, call)),
    write('DELETE', user, (call) => removeUser(side, call)),
    write('POST', `${userV1}/roles/assign`, (call) => assignRole(side, call)),
    write('POST', `${userV1}/roles/revoke`, (call) => revokeRole(side, call)),
    write('POST', `${userV1}/role-assignments/assign`, (call) => changeOrgRole(side, call, true)),
    write('POST', `${userV1}/role-assignments/revoke`, (call) => changeOrgRole(side, call, false)),
  ];
}

/** Directory-wide; nothing is billed while it lasts, roles and groups stay for the return. */
function suspend(side: OrgSide, call: Call): Reply {
  const account = findAccount(side, call.param('accountId'));
  if (isOrgAdmin(account))
    throw new Refusal(400, 'ADMIN-400-24', 'An organization admin cannot be suspended.');
  setHomes(side, account, directoryOf(side, call), 'suspended');
  return { status: 204 };
}

function restore(side: OrgSide, call: Call): Reply {
  const account = findAccount(side, call.param('accountId'));
  setHomes(side, account, directoryOf(side, call), 'active');
  return { status: 204 };
}

/** Suspended as a whole is who is suspended in every directory. */
function setHomes(
  side: OrgSide,
  account: Account,
  directoryId: string | null,
  status: 'active' | 'suspended',
): void {
  const homes = [...homesOf(side.world, account)];
  if (directoryId !== null && !homes.some(([id]) => id === directoryId)) {
    throw new Refusal(404, 'ADMIN-404-8', 'The user is not in this directory.');
  }
  const directories = homes.map(([id, before]) => ({
    directoryId: id,
    status:
      directoryId === null || id === directoryId
        ? status
        : before === 'suspended'
          ? before
          : ('active' as const),
  }));
  const membershipStatus = directories.every((home) => home.status === 'suspended') ? 'suspended' : 'active';
  const composite = account.facts.accountStatus === 'active' ? ({ status: membershipStatus } as const) : {};
  side.world.setAccount(account.id, { directories, membershipStatus, ...composite });
  side.world.record({
    action: `user_${status === 'active' ? 'restored' : 'suspended'}`,
    actor: 'admin',
    accountId: account.id,
  });
}

/** Out of the directory: roles and groups are lost, coming back takes a new invitation. */
function removeUser(side: OrgSide, call: Call): Reply {
  const account = findAccount(side, call.param('accountId'));
  if (isOrgAdmin(account)) throw new Refusal(400, 'ADMIN-400-24', 'An organization admin cannot be removed.');
  const directoryId = directoryOf(side, call);
  const left = [...homesOf(side.world, account)].filter(([id]) => directoryId !== null && id !== directoryId);
  for (const groupId of [...account.groups]) {
    const home = side.world.groups.get(groupId)?.facts.directoryId;
    if (directoryId === null || home === directoryId) side.world.removeMember(groupId, account.id);
  }
  const directories = left.flatMap(([id, status]) =>
    status === 'no_membership' ? [] : [{ directoryId: id, status }],
  );
  side.world.setAccount(account.id, {
    directories,
    direct: [],
    inferred: [],
    ...(directories.length > 0 ? {} : { membershipStatus: 'no_membership', status: 'not_invited' }),
  });
  side.world.record({ action: 'user_removed', actor: 'admin', accountId: account.id, cause: 'admin' });
  return { status: 204 };
}

const roleOnResource = z.object({ role: z.string(), resource: z.string() });

/** Access that is given to one user goes through the role's default group; only without one it is a direct role. */
function assignRole(side: OrgSide, call: Call): Reply {
  const { role, resource } = readBody(call, roleOnResource);
  const account = findAccount(side, call.param('userId'));
  refuseUnfitRole(side, resource, role);
  if (account.facts.accountStatus !== 'active')
    throw new Refusal(400, 'ADMIN-UAM-400-2', 'The user is not active.');
  refuseWhenFull(side, account, [{ ari: resource, roles: [role] }]);
  const home = [...side.world.groups.values()].find((group) =>
    group.grants.some(({ ari, defaultRole }) => ari === resource && defaultRole === role),
  );
  if (home === undefined) {
    const direct = (account.facts.direct ?? []).filter((held) => held.ari !== resource || held.role !== role);
    side.world.setAccount(account.id, { direct: [...direct, { ari: resource, role }] });
  } else side.world.addMember(home.id, account.id);
  side.world.record({
    action: 'product_access_granted',
    actor: 'admin',
    accountId: account.id,
    ari: resource,
    ...(home === undefined ? {} : { groupId: home.id }),
    cause: 'app-access',
  });
  return { status: 204 };
}

/** Takes a direct role, or the membership of the role's default groups; a role from other groups is not ours to take. */
function revokeRole(side: OrgSide, call: Call): Reply {
  const { role, resource } = readBody(call, roleOnResource);
  const account = findAccount(side, call.param('userId'));
  refuseUnfitRole(side, resource, role);
  const direct = account.facts.direct ?? [];
  const kept = direct.filter((held) => held.ari !== resource || held.role !== role);
  const defaults = [...account.groups].filter((groupId) =>
    side.world.groups
      .get(groupId)
      ?.grants.some(({ ari, defaultRole }) => ari === resource && defaultRole === role),
  );
  if (kept.length === direct.length && defaults.length === 0) {
    throw new Refusal(409, 'ADMIN-UAM-409-2', 'The user holds this role through a group.');
  }
  side.world.setAccount(account.id, { direct: kept });
  for (const groupId of defaults) side.world.removeMember(groupId, account.id);
  side.world.record({
    action: 'product_access_revoked',
    actor: 'admin',
    accountId: account.id,
    ari: resource,
    cause: 'admin',
  });
  return { status: 204 };
}

/** Taken at once, seen later. */
function changeOrgRole(side: OrgSide, call: Call, given: boolean): Reply {
  const { role } = readBody(call, z.object({ role: z.string() }));
  const account = findAccount(side, call.param('userId'));
  if (!['atlassian/org-admin', 'atlassian/user-access-admin', 'atlassian/ai-access'].includes(role)) {
    throw new Refusal(400, 'ADMIN-UAM-400-3', `${role} is no role on an organization.`);
  }
  side.living.later(side.clock.now() + orgRoleDelayMs, () => {
    const others = (account.facts.platformRoles ?? []).filter((held) => held !== role);
    side.world.setAccount(account.id, { platformRoles: given ? [...others, role] : others });
  });
  side.world.record({
    action: given ? 'org_role_granted' : 'org_role_revoked',
    actor: 'admin',
    accountId: account.id,
  });
  return { status: 204 };
}
