import { z } from 'zod';
import type { OrgSide } from '../admin/side';
import type { Call, Reply } from '../http/endpoint';
import { Refusal } from '../http/refusal';
import type { ProviderState, ScimGroupRecord } from '../world/scim-store';
import { syncGroup } from '../world/sync';
import { findGroup, openDirectory } from './directory';
import { patched, readScimBody } from './patch';
import { showGroup } from './show';

const groupBody = z.looseObject({
  displayName: z.string().min(1),
  externalId: z.string().optional(),
  members: z.array(z.looseObject({ value: z.string() })).optional(),
});

/** 409 when the name is taken: by a group of this directory, or by one of the organization that is not synced. */
export function createGroup(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const body = readScimBody(call, groupBody);
  const name = body.displayName.toLowerCase();
  const known = [...state.groups.values()].some(({ displayName }) => displayName.toLowerCase() === name);
  const local = [...side.world.groups.values()].some(({ facts }) => facts.name.toLowerCase() === name);
  if (known || local)
    throw new Refusal(409, 'uniqueness', `A group named ${body.displayName} exists already.`);
  const at = side.world.instant();
  const scimGroupId = side.world.newId('scim-group');
  const { scimDirectoryId } = state.provider;
  const twin = side.world.addGroup({
    id: side.world.newId('group'),
    directoryId: side.world.directories[0]?.id ?? '',
    name: body.displayName,
    externalSynced: true,
    managedBy: 'external',
    scim: { scimDirectoryId, scimGroupId, displayName: body.displayName },
    grants: [],
  });
  const record: ScimGroupRecord = {
    id: scimGroupId,
    displayName: body.displayName,
    ...(body.externalId === undefined ? {} : { externalId: body.externalId }),
    orgGroupId: twin.id,
    created: at,
    lastModified: at,
  };
  state.groups.set(scimGroupId, record);
  writeMembers(side, state, record, body.members ?? []);
  return { status: 200, body: showGroup(side, call, state, record) };
}

export function replaceGroup(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const record = findGroup(state, call.param('id'));
  const body = readScimBody(call, groupBody);
  refuseRename(record, body.displayName);
  writeMembers(side, state, record, body.members ?? []);
  return { status: 200, body: showGroup(side, call, state, record) };
}

export function patchGroup(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const record = findGroup(state, call.param('id'));
  const parsed = groupBody.safeParse(patched(call, showGroup(side, call, state, record)));
  if (!parsed.success) throw new Refusal(400, 'invalidValue', 'The patch leaves a group that does not fit.');
  refuseRename(record, parsed.data.displayName);
  writeMembers(side, state, record, parsed.data.members ?? []);
  return { status: 200, body: showGroup(side, call, state, record) };
}

/** The group goes from the organization and its sites too, unless it was never taken over. */
export function deleteGroup(side: OrgSide, call: Call): Reply {
  const state = openDirectory(side, call);
  const record = findGroup(state, call.param('id'));
  state.groups.delete(record.id);
  for (const user of state.users.values()) user.groups.delete(record.id);
  const twin = record.orgGroupId === null ? undefined : side.world.groups.get(record.orgGroupId);
  if (twin?.facts.externalSynced === true) side.world.removeGroup(twin.id);
  side.world.touch();
  return { status: 204 };
}

/** displayName is immutable after creation. */
function refuseRename(record: ScimGroupRecord, displayName: string): void {
  if (displayName !== record.displayName) throw new Refusal(400, 'mutability', 'A group cannot be renamed.');
}

function writeMembers(
  side: OrgSide,
  state: ProviderState,
  record: ScimGroupRecord,
  members: readonly { value: string }[],
): void {
  const wanted = new Set(members.map(({ value }) => value));
  for (const id of wanted) {
    if (!state.users.has(id)) throw new Refusal(400, 'invalidValue', `No SCIM user has the id ${id}.`);
  }
  for (const user of state.users.values()) {
    if (wanted.has(user.id)) user.groups.add(record.id);
    else user.groups.delete(record.id);
  }
  record.lastModified = side.world.instant();
  side.world.touch();
  syncGroup(side.world, state, record);
}
