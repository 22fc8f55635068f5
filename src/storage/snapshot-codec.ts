import { z } from 'zod';
import { Coverage } from '../contracts/coverage';
import type { CodedColumn, Snapshot } from '../contracts/snapshot';

/*
 * A snapshot as bytes: a JSON header with the small tables and the texts, then every column as it
 * stands in memory. Little-endian, as all platforms are that Forge or Node run on.
 */

const COLUMNS = {
  'groups.directory': Uint16Array,
  'groups.externalSynced': Uint8Array,
  'groups.managedBy': Uint8Array,
  'groups.modifiable': Uint8Array,
  'grants.offsets': Uint32Array,
  'grants.group': Uint32Array,
  'grants.resource': Uint16Array,
  'grants.roleSet': Uint16Array,
  'grants.defaultRole': Uint16Array,
  'accounts.type': Uint8Array,
  'accounts.accountStatus': Uint8Array,
  'accounts.membershipStatus': Uint8Array,
  'accounts.status': Uint8Array,
  'accounts.claimStatus': Uint8Array,
  'accounts.managementSource': Uint8Array,
  'accounts.service': Uint8Array,
  'accounts.addedToOrg': Float64Array,
  'accounts.scim': Uint8Array,
  'accounts.activityRead': Uint8Array,
  'accounts.checked': Uint8Array,
  'memberships.offsets': Uint32Array,
  'memberships.groups': Uint32Array,
  'activity.offsets': Uint32Array,
  'activity.resource': Uint16Array,
  'activity.at': Float64Array,
} as const;
type ColumnName = keyof typeof COLUMNS;
type ColumnOf<N extends ColumnName> = (typeof COLUMNS)[N] extends typeof Uint8Array
  ? Uint8Array
  : (typeof COLUMNS)[N] extends typeof Uint16Array
    ? Uint16Array
    : (typeof COLUMNS)[N] extends typeof Uint32Array
      ? Uint32Array
      : Float64Array;
type CodedName =
  | 'groups.managedBy'
  | `accounts.${'type' | 'accountStatus' | 'membershipStatus' | 'status' | 'claimStatus' | 'managementSource'}`;
const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

const texts = z.array(z.string());
const Header = z.strictObject({
  format: z.literal('seatpath-snapshot/1'),
  org: z.strictObject({ id: z.string(), name: z.string() }),
  directories: texts,
  resources: z.array(
    z.strictObject({
      ari: z.string(),
      typeKey: z.string(),
      name: z.string(),
      sandbox: z.boolean().nullable(),
    }),
  ),
  roles: texts,
  roleSets: z.array(texts),
  groupIds: texts,
  groupNames: texts,
  accountIds: texts,
  values: z.record(z.string(), texts),
  assignments: z.array(
    z.strictObject({
      account: z.int(),
      resource: z.int(),
      directoryId: z.string().nullable(),
      suspended: z.boolean(),
      direct: texts,
      inferred: texts,
      viaGroup: texts,
    }),
  ),
  scimGroups: z.array(
    z.strictObject({ scimDirectoryId: z.string(), scimGroupId: z.string(), displayName: z.string() }),
  ),
  accountAnomalies: z.array(
    z.strictObject({
      kind: z.enum(['orphaned-scim-link', 'duplicate-account']),
      accountId: z.string(),
      detail: z.string(),
    }),
  ),
  coverage: Coverage,
  lengths: z.record(z.string(), z.int()),
});

function columnsOf(snapshot: Snapshot): { [N in ColumnName]: ColumnOf<N> } {
  const { groups, grants, accounts, memberships, activity } = snapshot;
  return {
    'groups.directory': groups.directory,
    'groups.externalSynced': groups.externalSynced,
    'groups.managedBy': groups.managedBy.codes,
    'groups.modifiable': groups.modifiable,
    'grants.offsets': grants.offsets,
    'grants.group': grants.group,
    'grants.resource': grants.resource,
    'grants.roleSet': grants.roleSet,
    'grants.defaultRole': grants.defaultRole,
    'accounts.type': accounts.type.codes,
    'accounts.accountStatus': accounts.accountStatus.codes,
    'accounts.membershipStatus': accounts.membershipStatus.codes,
    'accounts.status': accounts.status.codes,
    'accounts.claimStatus': accounts.claimStatus.codes,
    'accounts.managementSource': accounts.managementSource.codes,
    'accounts.service': accounts.service,
    'accounts.addedToOrg': accounts.addedToOrg,
    'accounts.scim': accounts.scim,
    'accounts.activityRead': accounts.activityRead,
    'accounts.checked': accounts.checked,
    'memberships.offsets': memberships.offsets,
    'memberships.groups': memberships.groups,
    'activity.offsets': activity.offsets,
    'activity.resource': activity.resource,
    'activity.at': activity.at,
  };
}

export function encodeSnapshot(snapshot: Snapshot): Uint8Array {
  const columns = columnsOf(snapshot);
  const { groups, accounts } = snapshot;
  const header: z.infer<typeof Header> = {
    format: 'seatpath-snapshot/1',
    org: snapshot.org,
    directories: [...snapshot.directories],
    resources: [...snapshot.resources],
    roles: [...snapshot.roles],
    roleSets: snapshot.roleSets.map((set) => [...set]),
    groupIds: [...groups.ids],
    groupNames: [...groups.names],
    accountIds: [...accounts.ids],
    values: {
      'groups.managedBy': [...groups.managedBy.values],
      'accounts.type': [...accounts.type.values],
      'accounts.accountStatus': [...accounts.accountStatus.values],
      'accounts.membershipStatus': [...accounts.membershipStatus.values],
      'accounts.status': [...accounts.status.values],
      'accounts.claimStatus': [...accounts.claimStatus.values],
      'accounts.managementSource': [...accounts.managementSource.values],
    },
    assignments: snapshot.assignments.map((one) => ({
      ...one,
      direct: [...one.direct],
      inferred: [...one.inferred],
      viaGroup: [...one.viaGroup],
    })),
    scimGroups: [...snapshot.scimGroups],
    accountAnomalies: [...snapshot.accountAnomalies],
    coverage: snapshot.coverage,
    lengths: Object.fromEntries(COLUMN_NAMES.map((name) => [name, columns[name].length])),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = COLUMN_NAMES.map((name) => {
    const column = columns[name];
    return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  });
  const size = Uint32Array.of(head.length);
  return Buffer.concat([new Uint8Array(size.buffer), head, ...bytes]);
}

export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))));
  let at = 4 + headLength;
  const read: Partial<Record<ColumnName, unknown>> = {};
  for (const name of COLUMN_NAMES) {
    const type = COLUMNS[name];
    const size = head.lengths[name]! * type.BYTES_PER_ELEMENT;
    // Copied, because a column must begin at a multiple of its element size (a Buffer's `slice` would not copy).
    read[name] = new type(new Uint8Array(bytes.subarray(at, at + size)).buffer);
    at += size;
  }
  if (at !== bytes.length) throw new Error('a snapshot is not as long as its header says');
  const column = <N extends ColumnName>(name: N): ColumnOf<N> => read[name] as ColumnOf<N>;
  const coded = (name: CodedName): CodedColumn => ({ values: head.values[name]!, codes: column(name) });
  return {
    org: head.org,
    directories: head.directories,
    resources: head.resources,
    roles: head.roles,
    roleSets: head.roleSets,
    groups: {
      ids: head.groupIds,
      names: head.groupNames,
      directory: column('groups.directory'),
      externalSynced: column('groups.externalSynced'),
      managedBy: coded('groups.managedBy'),
      modifiable: column('groups.modifiable'),
    },
    grants: {
      offsets: column('grants.offsets'),
      group: column('grants.group'),
      resource: column('grants.resource'),
      roleSet: column('grants.roleSet'),
      defaultRole: column('grants.defaultRole'),
    },
    accounts: {
      ids: head.accountIds,
      type: coded('accounts.type'),
      accountStatus: coded('accounts.accountStatus'),
      membershipStatus: coded('accounts.membershipStatus'),
      status: coded('accounts.status'),
      claimStatus: coded('accounts.claimStatus'),
      managementSource: coded('accounts.managementSource'),
      service: column('accounts.service'),
      addedToOrg: column('accounts.addedToOrg'),
      scim: column('accounts.scim'),
      activityRead: column('accounts.activityRead'),
      checked: column('accounts.checked'),
    },
    memberships: { offsets: column('memberships.offsets'), groups: column('memberships.groups') },
    activity: {
      offsets: column('activity.offsets'),
      resource: column('activity.resource'),
      at: column('activity.at'),
    },
    assignments: head.assignments,
    scimGroups: head.scimGroups,
    accountAnomalies: head.accountAnomalies,
    coverage: head.coverage,
  };
}
