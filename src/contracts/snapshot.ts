import type { Coverage } from './coverage';

/*
 * An organization at one moment, in columns: index i of every column speaks of the same account,
 * group or grant. A million accounts must fit one 512 MB invocation, so there is no object per row.
 * Accounts, groups and resources are sorted by id (code units), so an index order is an id order.
 */

/** One product on one site. */
export interface Resource {
  readonly ari: string;
  readonly typeKey: string;
  readonly name: string;
  /** `null` where the API did not say. */
  readonly sandbox: boolean | null;
}

/** A column of few distinct values: `values[codes[i]]`; a missing field has the value `unknown`. */
export interface CodedColumn {
  readonly values: readonly string[];
  readonly codes: Uint8Array;
}

/** A column of many distinct values, up to 65,536 of them: `values[codes[i]]`. */
export interface WideColumn {
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

/** A witness the API may leave out: 0 absent, 1 true, 2 false. */
export type TriState = 0 | 1 | 2;
export const ABSENT = 0;
export const YES = 1;
export const NO = 2;

export interface GroupTable {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Index into `directories`; 65535 where the API named none. */
  readonly directory: Uint16Array;
  readonly externalSynced: Uint8Array;
  readonly managedBy: CodedColumn;
  readonly modifiable: Uint8Array;
}

/** Grants of group g are the entries `offsets[g] … offsets[g + 1] - 1`, sorted by resource. */
export interface GrantTable {
  readonly offsets: Uint32Array;
  readonly group: Uint32Array;
  readonly resource: Uint16Array;
  /** Index into `roleSets`. */
  readonly roleSet: Uint16Array;
  /** Index into `roles` plus one; 0 where the group is no default here. */
  readonly defaultRole: Uint16Array;
}

/** `SCIM_NONE` also stands for "no directory was read": coverage tells the two apart. */
export const SCIM_NONE = 0;
export const SCIM_ACTIVE = 1;
export const SCIM_INACTIVE = 2;

/** One bit each in `emailMatches`. */
export const MAX_EMAIL_PATTERNS = 32;

export interface AccountTable {
  readonly ids: readonly string[];
  readonly type: CodedColumn;
  readonly accountStatus: CodedColumn;
  readonly membershipStatus: CodedColumn;
  readonly status: CodedColumn;
  readonly claimStatus: CodedColumn;
  readonly managementSource: CodedColumn;
  /** 1 where the e-mail ends in the service-account domain. */
  readonly service: Uint8Array;
  /** What stands behind the @ of the address, in lower case; `unknown` where the address is hidden. */
  readonly domain: WideColumn;
  /** Bit p is set where the address matches `emailPatterns[p]`. */
  readonly emailMatches: Uint32Array;
  /** Epoch milliseconds, NaN where the API gave none. */
  readonly addedToOrg: Float64Array;
  readonly scim: Uint8Array;
  /** 1 where product access was read, so that a missing entry means "never". */
  readonly activityRead: Uint8Array;
  /** 1 where this account's role assignments were read one by one. */
  readonly checked: Uint8Array;
}

/** Groups (of those that grant something) of account a: `groups[offsets[a] … offsets[a + 1] - 1]`, ascending. */
export interface MembershipTable {
  readonly offsets: Uint32Array;
  readonly groups: Uint32Array;
}

/** Last activity of account a by resource, `offsets` as above; `at` in epoch ms, -1 never, -2 unreadable. */
export interface ActivityTable {
  readonly offsets: Uint32Array;
  readonly resource: Uint16Array;
  readonly at: Float64Array;
}
export const NEVER_ACTIVE = -1;
export const ACTIVITY_UNREADABLE = -2;

/** What one account's role assignments said about one resource in one directory. Few accounts have any. */
export interface Assignment {
  readonly account: number;
  readonly resource: number;
  readonly directoryId: string | null;
  readonly suspended: boolean;
  readonly direct: readonly string[];
  readonly inferred: readonly string[];
  readonly viaGroup: readonly string[];
}

export interface ScimGroup {
  readonly scimDirectoryId: string;
  readonly scimGroupId: string;
  readonly displayName: string;
}

/** Anomalies that only the reading can see, because what shows them (e-mail, record ids) is not kept. */
export interface AccountAnomaly {
  readonly kind: 'orphaned-scim-link' | 'duplicate-account';
  readonly accountId: string;
  readonly detail: string;
}

/** Entries of accounts into groups, sorted by account, then group; index i of every column is the same entry. */
export interface EntryTable {
  readonly account: Uint32Array;
  readonly group: Uint32Array;
  /** Epoch ms. */
  readonly at: Float64Array;
  /** One of ENTRY_CAUSES. */
  readonly cause: CodedColumn;
  /** An account id or a word of the system as the log gives it; `unknown` where it gives neither. */
  readonly actor: readonly string[];
}

/** What the organization's audit log told (Guard only, 180 days back). */
export interface AccessHistory {
  readonly state: 'read' | 'not-asked' | 'refused';
  /** Epoch ms of the oldest moment that was read back to; NaN unless read. */
  readonly since: number;
  /** The latest known entry of an account into a group, unless the log tells that it left the group later. */
  readonly entries: EntryTable;
  /** Epoch ms of the last act of each account by API token; NaN where none was seen. Index = account. */
  readonly tokenUse: Float64Array;
  /** When a group's being default on a product was changed, sorted by group, resource, time. */
  readonly defaultChanges: readonly DefaultChange[];
  /** Events that were read and say nothing of access. */
  readonly ignored: number;
}

export interface DefaultChange {
  readonly group: number;
  readonly resource: number;
  /** Epoch ms. */
  readonly at: number;
}

export interface Snapshot {
  readonly org: { readonly id: string; readonly name: string };
  readonly directories: readonly string[];
  readonly resources: readonly Resource[];
  readonly roles: readonly string[];
  readonly roleSets: readonly (readonly string[])[];
  readonly groups: GroupTable;
  readonly grants: GrantTable;
  readonly accounts: AccountTable;
  readonly memberships: MembershipTable;
  readonly activity: ActivityTable;
  /** Sorted by account, then resource. */
  readonly assignments: readonly Assignment[];
  readonly scimGroups: readonly ScimGroup[];
  readonly accountAnomalies: readonly AccountAnomaly[];
  /** The patterns that addresses were held against, in lower case; only `*` is special. */
  readonly emailPatterns: readonly string[];
  readonly history: AccessHistory;
  readonly coverage: Coverage;
}
