import type { Snapshot } from '../contracts/snapshot';
import { FIRST_FORMAT, type SnapshotFormat } from './snapshot-header';

/** The columns of a snapshot, in the order in which they are stored; this was all of them in the first format. */
const COLUMNS_OF_1 = {
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

const COLUMNS = {
  ...COLUMNS_OF_1,
  'accounts.domain': Uint16Array,
  'accounts.emailMatches': Uint32Array,
  'entries.account': Uint32Array,
  'entries.group': Uint32Array,
  'entries.at': Float64Array,
  'entries.cause': Uint8Array,
  'history.tokenUse': Float64Array,
} as const;
export type ColumnName = keyof typeof COLUMNS;
export type ColumnOf<N extends ColumnName> = (typeof COLUMNS)[N] extends typeof Uint8Array
  ? Uint8Array
  : (typeof COLUMNS)[N] extends typeof Uint16Array
    ? Uint16Array
    : (typeof COLUMNS)[N] extends typeof Uint32Array
      ? Uint32Array
      : Float64Array;
/** Columns whose codes stand for values; those of `accounts.domain` are wide. */
export type CodedName =
  | 'groups.managedBy'
  | 'entries.cause'
  | `accounts.${'type' | 'accountStatus' | 'membershipStatus' | 'status' | 'claimStatus' | 'managementSource'}`;

/** The columns that a snapshot of a format holds, each with its kind, in their order. */
export function columnsIn(format: SnapshotFormat): [ColumnName, (typeof COLUMNS)[ColumnName]][] {
  return Object.entries(format === FIRST_FORMAT ? COLUMNS_OF_1 : COLUMNS) as ReturnType<typeof columnsIn>;
}

/** Every column of a snapshot, under its stored name. */
export function columnsOf(snapshot: Snapshot): { [N in ColumnName]: ColumnOf<N> } {
  const { groups, grants, accounts, memberships, activity, history } = snapshot;
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
    'accounts.domain': accounts.domain.codes,
    'accounts.emailMatches': accounts.emailMatches,
    'entries.account': history.entries.account,
    'entries.group': history.entries.group,
    'entries.at': history.entries.at,
    'entries.cause': history.entries.cause.codes,
    'history.tokenUse': history.tokenUse,
  };
}
