import { z } from 'zod';
import type { Call, Endpoint, Reply } from '../http/endpoint';
import { readBody } from '../http/read-body';
import { Refusal } from '../http/refusal';
import { homesOf, seatsOn, takesSeat } from '../world/access';
import { seatRoles, type Account, type Group } from '../world/model';
import { isDefaultSomewhere, isModifiable } from './group-list';
import { directoryOf, findAccount, findGroup, type OrgSide } from './side';
import { writeEndpoint } from './write-endpoint';

const groups = '/admin/v2/orgs/{orgId}/directories/{directoryId}/groups';

export function groupWriteEndpoints(side: OrgSide): Endpoint[] {
  const write = writeEndpoint(side);
  return [
    write('POST', groups, (call) => createGroup(side, call)),
    write('DELETE', `${groups}/{groupId}`, (call) => deleteGroup(side, call)),
    write('POST', `${groups}/{groupId}/role-assignments/assign`, (call) => assignRole(side, call)),
    write('POST', `${groups}/{groupId}/role-assignments/revoke`, (call) => revokeRole(side, call)),
    write('POST', `${groups}/{groupId}/memberships`, (call) => addMember(side, call)),
    write('DELETE', `${groups}/{groupId}/memberships/{accountId}`, (call) => removeMember(side, call)),
  ];
}

/** The id of the new group is not told; names are unique in a directory, whatever their case. */
function createGroup(side: OrgSide, call: Call): Reply {
  const body = readBody(call, z.object({ name: z.string().min(1), description: z.string().optional() }));
  const directoryId = directoryOf(side, call) ?? side.world.directories[0]?.id ?? '';
  const taken = [...side.world.groups.values()].some(
    ({ facts }) => facts.directoryId === directoryId && facts.name.toLowerCase() === body.name.toLowerCase(),
  );
  if (taken) throw new Refusal(409, 'ADMIN-409-28', 'A group of this name exists already.');
  const id = side.world.newId('group');
  side.world.addGroup({
    id,
    directoryId,
    name: body.name,
    ...(body.description === undefined ? {} : { description: body.description }),
    externalSynced: false,
    managedBy: 'admins',
    grants: [],
  });
  side.world.record({ action: 'group_created', actor: 'admin', groupId: id, cause: 'admin' });
  return { status: 201 };
}

function deleteGroup(side: OrgSide, call: Call): Reply {
  const group = findGroup(side, call);
  if (isDefaultSomewhere(group)) {
    throw new Refusal(403, 'ADMIN-403-6', 'A group with a default role cannot be deleted.');
  }
  if (group.grants.some(({ roles }) => roles.includes('atlassian/admin'))) {
    throw new Refusal(403, 'ADMIN-403-7', 'A group that grants admin access cannot be deleted.');
  }
  refuseSynced(group, true);
  if (group.members.size > 0) throw new Refusal(409, 'ADMIN-409-5', 'The group still has members.');
  side.world.removeGroup(group.id);
  side.world.record({ action: 'group_deleted', actor: 'admin', groupId: group.id, cause: 'admin' });
  return { status: 204 };
}

function refuseSynced(group: Group, isRefused: boolean): void {
  if (group.facts.externalSynced === true && isRefused) {
    throw new Refusal(403, 'ADMIN-403-5', 'The group is synced; manage it in your identity provider.');
  }
  if (group.facts.externalSynced !== true && !isModifiable(group)) {
    throw new Refusal(403, 'ADMIN-403-5', 'The group is locked and cannot be changed.');
  }
}

function addMember(side: OrgSide, call: Call): Reply {
  const { accountId } = readBody(call, z.object({ accountId: z.string() }));
  const group = findGroup(side, call);
  refuseSynced(group, true);
  if (group.facts.name === 'org-admins') {
    throw new Refusal(403, 'ADMIN-403-5', 'Organization admins are not made by membership.');
  }
  const account = findAccount(side, accountId);
  if (account.facts.accountStatus !== 'active')
    throw new Refusal(400, 'ADMIN-UAM-400-2', 'The user is not active.');
  if (!homesOf(side.world, account).has(group.facts.directoryId)) {
    throw new Refusal(400, 'ADMIN-400-24', "The user is not in the group's directory.");
  }
  if (group.members.has(accountId)) return { status: 204 };
  refuseWhenFull(side, account, group.grants);
  side.world.addMember(group.id, accountId);
  side.world.record({
    action: 'user_added_to_group',
    actor: 'admin',
    accountId,
    groupId: group.id,
    cause: 'admin',
  });
  return { status: 204 };
}

/** The licence's user limit: an account that has its seat already needs no other. */
export function refuseWhenFull(
  side: OrgSide,
  account: Account,
  grants: readonly { ari: string; roles: readonly string[] }[],
): void {
  for (const { ari, roles } of grants) {
    const limit = side.world.resources.get(ari)?.seatLimit;
    if (limit === undefined || !roles.some((role) => seatRoles.has(role))) continue;
    if (takesSeat(side.world, account, ari) || seatsOn(side.world, ari) < limit) continue;
    throw new Refusal(409, 'ADMIN-409-3', `The user limit of ${ari} is reached.`);
  }
}

/**
 * The documentation refuses edits of synced groups for adding only. Here a synced group refuses removals too unless
 * it says `modifiable: true`; then the removal is taken and the next sync brings the member back.
 */
function removeMember(side: OrgSide, call: Call): Reply {
  const group = findGroup(side, call);
  const account = findAccount(side, call.param('accountId'));
  refuseSynced(group, group.facts.modifiable !== true);
  if (!side.world.removeMember(group.id, account.id)) {
    throw new Refusal(404, 'ADMIN-404-8', 'The user is not a member of the group.');
  }
  side.world.record({
    action: 'user_removed_from_group',
    actor: 'admin',
    accountId: account.id,
    groupId: group.id,
    cause: 'admin',
  });
  return { status: 204 };
}

const roleBody = z.object({ resourceId: z.string(), roleId: z.string() });

function assignRole(side: OrgSide, call: Call): Reply {
  const { resourceId, roleId } = readBody(call, roleBody);
  const group = findGroup(side, call);
  refuseUnfitRole(side, resourceId, roleId);
  const grant = group.grants.find(({ ari }) => ari === resourceId);
  if (grant?.roles.includes(roleId) === true) return { status: 204 };
  side.world.setGrant(group.id, resourceId, [...(grant?.roles ?? []), roleId], grant?.defaultRole);
  side.world.record({
    action: 'group_access_changed',
    actor: 'admin',
    groupId: group.id,
    ari: resourceId,
    cause: 'admin',
  });
  return { status: 204 };
}

/** Every role of an app keeps at least one default group. Support: "Understand default groups". */
function revokeRole(side: OrgSide, call: Call): Reply {
  const { resourceId, roleId } = readBody(call, roleBody);
  const group = findGroup(side, call);
  const grant = group.grants.find(({ ari }) => ari === resourceId);
  if (grant?.roles.includes(roleId) !== true) {
    throw new Refusal(404, 'ADMIN-404-1', 'The group does not have this role on this resource.');
  }
  const isDefault = grant.defaultRole === roleId;
  const others = [...side.world.groups.values()].filter(
    (other) =>
      other !== group &&
      other.grants.some(({ ari, defaultRole }) => ari === resourceId && defaultRole === roleId),
  );
  if (isDefault && others.length === 0) {
    throw new Refusal(
      409,
      'ADMIN-409-28',
      'This is the only default group of the role; name another one first.',
    );
  }
  const left = grant.roles.filter((role) => role !== roleId);
  side.world.setGrant(group.id, resourceId, left, isDefault ? null : grant.defaultRole);
  side.world.record({
    action: 'group_access_changed',
    actor: 'admin',
    groupId: group.id,
    ari: resourceId,
    cause: 'admin',
  });
  return { status: 204 };
}

/** Roles that belong to one product only. */
const roleProducts: Readonly<Record<string, readonly string[]>> = {
  'atlassian/customer': ['jira-servicedesk'],
  'atlassian/stakeholder': ['jira-servicedesk'],
  'atlassian/contributor': ['jira-product-discovery'],
};

export function refuseUnfitRole(side: OrgSide, ari: string, role: string): void {
  const resource = side.world.resources.get(ari);
  if (resource === undefined) throw new Refusal(404, 'ADMIN-UAM-404-1', `No resource has the id ${ari}.`);
  const products = roleProducts[role];
  if (!role.startsWith('atlassian/') || (products !== undefined && !products.includes(resource.typeKey))) {
    throw new Refusal(400, 'ADMIN-UAM-400-3', `The role ${role} does not fit ${resource.typeKey}.`);
  }
}
