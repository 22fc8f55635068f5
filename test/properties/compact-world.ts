import { ABSENT, NO, YES, type Snapshot } from '../../src/contracts/snapshot';
import { neverRead } from './snapshot-of-org';

/*
 * A world small enough to write every one of them down: groups with what they grant, and accounts as sets of
 * groups. All accounts are active people, all roles are `atlassian/user`, so that what is left is what the
 * tracing is about: which paths there are, whose they are, and what follows.
 */

export type Source = 'synced' | 'local' | 'unsaid' | 'contradiction';
export type GrantHere = 'none' | 'plain' | 'default';

export interface CompactGroup {
  readonly source: Source;
  /** One entry for each resource. */
  readonly grants: readonly GrantHere[];
}

export interface CompactWorld {
  readonly resources: number;
  readonly groups: readonly CompactGroup[];
  /** Bit g is set where the account is in group g. */
  readonly accounts: readonly number[];
}

export const NOW = Date.parse('2026-11-23T09:00:00Z');
const ROLE = 'atlassian/user';
const MANAGERS = ['external', 'admins', 'unknown'];
const witnesses: Readonly<Record<Source, readonly [flag: number, manager: number]>> = {
  synced: [YES, 0],
  local: [NO, 1],
  unsaid: [ABSENT, 2],
  contradiction: [YES, 1],
};

/** The world as a scan would have kept it. */
export function snapshotOf(world: CompactWorld): Snapshot {
  const { groups, accounts, resources } = world;
  const grants = groups.flatMap((group, g) =>
    group.grants.flatMap((here, r) => (here === 'none' ? [] : [{ g, r, isDefault: here === 'default' }])),
  );
  const grantOffsets = new Uint32Array(groups.length + 1);
  for (const { g } of grants) grantOffsets[g + 1]! += 1;
  for (let g = 0; g < groups.length; g += 1) grantOffsets[g + 1]! += grantOffsets[g]!;
  const granting = groups.map((group) => group.grants.some((here) => here !== 'none'));
  const members = accounts.map((mask) =>
    groups.flatMap((_, g) => ((mask >> g) & 1 && granting[g] ? [g] : [])),
  );
  const memberOffsets = new Uint32Array(accounts.length + 1);
  members.forEach((list, a) => (memberOffsets[a + 1] = memberOffsets[a]! + list.length));
  const same = (value: string): { values: string[]; codes: Uint8Array } => ({
    values: [value],
    codes: new Uint8Array(accounts.length),
  });
  return {
    org: { id: 'org', name: 'Compact world' },
    directories: ['directory'],
    resources: Array.from({ length: resources }, (_, r) => ({
      ari: `ari:${r}`,
      typeKey: 'jira-software',
      name: `Jira ${r}`,
      sandbox: false,
    })),
    roles: [ROLE],
    roleSets: [[ROLE]],
    groups: {
      ids: groups.map((_, g) => `group-${g}`),
      names: groups.map((_, g) => `group ${g}`),
      directory: new Uint16Array(groups.length),
      externalSynced: Uint8Array.from(groups, (group) => witnesses[group.source][0]),
      managedBy: { values: MANAGERS, codes: Uint8Array.from(groups, (group) => witnesses[group.source][1]) },
      modifiable: new Uint8Array(groups.length).fill(YES),
    },
    grants: {
      offsets: grantOffsets,
      group: Uint32Array.from(grants, ({ g }) => g),
      resource: Uint16Array.from(grants, ({ r }) => r),
      roleSet: new Uint16Array(grants.length),
      defaultRole: Uint16Array.from(grants, ({ isDefault }) => Number(isDefault)),
    },
    accounts: {
      ids: accounts.map((_, a) => `account-${a}`),
      type: same('atlassian'),
      accountStatus: same('active'),
      membershipStatus: same('active'),
      status: same('active'),
      claimStatus: same('managed'),
      managementSource: same('unknown'),
      service: new Uint8Array(accounts.length),
      domain: { values: ['unknown'], codes: new Uint16Array(accounts.length) },
      emailMatches: new Uint32Array(accounts.length),
      addedToOrg: new Float64Array(accounts.length),
      scim: new Uint8Array(accounts.length),
      activityRead: new Uint8Array(accounts.length),
      checked: new Uint8Array(accounts.length),
    },
    memberships: { offsets: memberOffsets, groups: Uint32Array.from(members.flat()) },
    activity: {
      offsets: new Uint32Array(accounts.length + 1),
      resource: new Uint16Array(0),
      at: new Float64Array(0),
    },
    assignments: [],
    scimGroups: [],
    accountAnomalies: [],
    emailPatterns: [],
    history: neverRead(accounts.length),
    coverage: {
      users: { seen: accounts.length, expected: null },
      groups: { seen: groups.length, expected: null },
      memberships: { seen: members.flat().length, expected: null },
      incompleteGroups: [],
      scimDirectories: {},
    },
  };
}
