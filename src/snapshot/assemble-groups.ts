import { ABSENT, type GrantTable, type GroupTable, NO, type TriState, YES } from '../contracts/snapshot';
import { growing } from '../columns/growing';
import { createInterner } from '../columns/interner';
import { sortedValues } from './account-log';
import type { Collected, Grant } from './collected';

const NO_DIRECTORY = 65_535;

function triState(value: boolean | null): TriState {
  return value === null ? ABSENT : value ? YES : NO;
}

/** Every group, listed or only met in a membership, by id. */
export function assembleGroups(collected: Collected, directories: readonly string[]): GroupTable {
  const ids = [...new Set([...collected.groups.keys(), ...collected.groupCodes.texts])].sort();
  const managers = createInterner();
  const managedBy = new Uint8Array(ids.length);
  const directory = new Uint16Array(ids.length);
  const externalSynced = new Uint8Array(ids.length);
  const modifiable = new Uint8Array(ids.length);
  const names = ids.map((id, i) => {
    const group = collected.groups.get(id);
    managedBy[i] = managers.codeOf(group?.managedBy ?? 'unknown');
    const at = group?.directoryId == null ? -1 : directories.indexOf(group.directoryId);
    directory[i] = at === -1 ? NO_DIRECTORY : at;
    externalSynced[i] = triState(group?.externalSynced ?? null);
    modifiable[i] = triState(group?.modifiable ?? null);
    return group?.name ?? '';
  });
  return {
    ids,
    names,
    directory,
    externalSynced,
    managedBy: sortedValues(managers.texts, managedBy),
    modifiable,
  };
}

interface AssembledGrants {
  readonly roles: readonly string[];
  readonly roleSets: readonly (readonly string[])[];
  readonly grants: GrantTable;
}

/** Every grant, by group and resource; two entries of one group on one resource are one grant. */
export function assembleGrants(
  collected: Collected,
  groups: GroupTable,
  resourceIndex: ReadonlyMap<string, number>,
): AssembledGrants {
  const roles = [
    ...new Set(
      [...collected.grants.values()].flat().flatMap((one) => [...one.roles, one.defaultRole ?? []].flat()),
    ),
  ].sort();
  const roleSets = createInterner();
  const offsets = new Uint32Array(groups.ids.length + 1);
  const group = growing((n) => new Uint32Array(n));
  const resource = growing((n) => new Uint16Array(n));
  const roleSet = growing((n) => new Uint16Array(n));
  const defaultRole = growing((n) => new Uint16Array(n));
  groups.ids.forEach((id, i) => {
    for (const one of mergeByResource(collected.grants.get(id) ?? [], resourceIndex)) {
      group.push(i);
      resource.push(one.resource);
      roleSet.push(roleSets.codeOf(one.roles.join('\n')));
      defaultRole.push(one.defaultRole === null ? 0 : roles.indexOf(one.defaultRole) + 1);
    }
    offsets[i + 1] = group.length;
  });
  return {
    roles,
    roleSets: roleSets.texts.map((text) => text.split('\n')),
    grants: {
      offsets,
      group: group.done(),
      resource: resource.done(),
      roleSet: roleSet.done(),
      defaultRole: defaultRole.done(),
    },
  };
}

interface MergedGrant {
  readonly resource: number;
  readonly roles: readonly string[];
  readonly defaultRole: string | null;
}

function mergeByResource(
  grants: readonly Grant[],
  resourceIndex: ReadonlyMap<string, number>,
): MergedGrant[] {
  const byResource = new Map<number, { roles: Set<string>; defaultRole: string | null }>();
  for (const one of grants) {
    const at = resourceIndex.get(one.ari)!;
    const merged = byResource.get(at) ?? { roles: new Set<string>(), defaultRole: null };
    for (const role of one.roles) merged.roles.add(role);
    merged.defaultRole ??= one.defaultRole;
    byResource.set(at, merged);
  }
  return (
    [...byResource]
      // A resource without a role is no path: nobody reaches anything by it.
      .filter(([, merged]) => merged.roles.size > 0)
      .map(([at, merged]) => ({
        resource: at,
        roles: [...merged.roles].sort(),
        defaultRole: merged.defaultRole,
      }))
      .sort((a, b) => a.resource - b.resource)
  );
}
