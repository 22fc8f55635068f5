import type { AccountTable, CodedColumn, Snapshot } from '../contracts/snapshot';
import { noHistory } from '../snapshot/assemble-history';
import { type CodedName, type ColumnName, columnsIn, type ColumnOf, columnsOf } from './snapshot-columns';
import { type CurrentHeader, FIRST_FORMAT, FORMAT, Header } from './snapshot-header';

/*
 * A snapshot as bytes: a JSON header with the small tables and the texts, then every column as it
 * stands in memory. Little-endian, as all platforms are that Forge or Node run on.
 */

export function encodeSnapshot(snapshot: Snapshot): Uint8Array {
  const columns = columnsOf(snapshot);
  const { groups, accounts, history } = snapshot;
  const header: CurrentHeader = {
    format: FORMAT,
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
      'accounts.domain': [...accounts.domain.values],
      'entries.cause': [...history.entries.cause.values],
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
    emailPatterns: [...snapshot.emailPatterns],
    history: {
      state: history.state,
      since: Number.isNaN(history.since) ? null : history.since,
      actors: [...history.entries.actor],
      defaultChanges: [...history.defaultChanges],
      ignored: history.ignored,
    },
    lengths: Object.fromEntries(columnsIn(FORMAT).map(([name]) => [name, columns[name].length])),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = columnsIn(FORMAT).map(([name]) => {
    const column = columns[name];
    return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  });
  const size = Uint32Array.of(head.length);
  return Buffer.concat([new Uint8Array(size.buffer), head, ...bytes]);
}

/** Reads every format that was ever stored; what one did not hold yet comes back as not read. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))));
  let at = 4 + headLength;
  const read: Partial<Record<ColumnName, unknown>> = {};
  for (const [name, type] of columnsIn(head.format)) {
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
      ...(head.format === FIRST_FORMAT
        ? noAddresses(head.accountIds.length)
        : {
            domain: { values: head.values['accounts.domain']!, codes: column('accounts.domain') },
            emailMatches: column('accounts.emailMatches'),
          }),
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
    emailPatterns: head.format === FIRST_FORMAT ? [] : head.emailPatterns,
    history:
      head.format === FIRST_FORMAT
        ? noHistory('not-asked', head.accountIds.length)
        : {
            state: head.history.state,
            since: head.history.since ?? NaN,
            entries: {
              account: column('entries.account'),
              group: column('entries.group'),
              at: column('entries.at'),
              cause: coded('entries.cause'),
              actor: head.history.actors,
            },
            tokenUse: column('history.tokenUse'),
            defaultChanges: head.history.defaultChanges,
            ignored: head.history.ignored,
          },
    coverage: head.coverage,
  };
}

/** The columns of addresses where none was looked at. */
function noAddresses(accounts: number): Pick<AccountTable, 'domain' | 'emailMatches'> {
  return {
    domain: { values: accounts === 0 ? [] : ['unknown'], codes: new Uint16Array(accounts) },
    emailMatches: new Uint32Array(accounts),
  };
}
