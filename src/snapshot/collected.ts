import { createInterner, type Interner } from '../columns/interner';
import { type AccountLog, createAccountLog } from './account-log';
import { type ActivityLog, createActivityLog } from './activity-log';
import { addEvents, emptyHistoryLog, type HistoryLog } from './history-log';
import { createMembershipLog, type MembershipLog } from './membership-log';
import { type AssignmentFacts, type GroupFacts, type Note, note, type Part } from './parts';

export interface Grant {
  readonly ari: string;
  readonly typeKey: string | null;
  readonly roles: readonly string[];
  readonly defaultRole: string | null;
}

export interface ScimRecord {
  readonly scimDirectoryId: string;
  readonly accountId: string | null;
  readonly active: boolean;
  readonly userNameHash: number | null;
  readonly externalIdHash: number | null;
}

export interface ResourceFacts {
  readonly ari: string;
  readonly typeKey: string | null;
  readonly name: string | null;
  readonly sandbox: boolean | null;
}

/** Everything read so far. Grows part by part, in any order within a phase of the scan. */
export interface Collected {
  /** What addresses are held against while they pass by. */
  readonly emailPatterns: readonly string[];
  org: { id: string; name: string };
  readonly directories: string[];
  readonly resources: Map<string, ResourceFacts>;
  readonly groups: Map<string, GroupFacts>;
  readonly grants: Map<string, Grant[]>;
  readonly groupCodes: Interner;
  readonly accounts: AccountLog;
  readonly memberships: MembershipLog;
  readonly activity: ActivityLog;
  readonly assignments: Map<string, AssignmentFacts[]>;
  readonly scimRecords: ScimRecord[];
  readonly scimGroups: { scimDirectoryId: string; scimGroupId: string; displayName: string }[];
  readonly scimRead: Set<string>;
  readonly history: HistoryLog;
  readonly notes: Note[];
  usersExpected: number | null;
  groupsExpected: number | null;
}

export function emptyCollection(emailPatterns: readonly string[]): Collected {
  return {
    emailPatterns,
    org: { id: '', name: '' },
    directories: [],
    resources: new Map(),
    groups: new Map(),
    grants: new Map(),
    groupCodes: createInterner(),
    accounts: createAccountLog(),
    memberships: createMembershipLog(),
    activity: createActivityLog(),
    assignments: new Map(),
    scimRecords: [],
    scimGroups: [],
    scimRead: new Set(),
    history: emptyHistoryLog(),
    notes: [],
    usersExpected: null,
    groupsExpected: null,
  };
}

/** Whether a group can matter to a path: it grants something, or nobody said that it grants nothing. */
export function mayGrant(collected: Collected, groupId: string): boolean {
  return collected.groups.get(groupId)?.resources !== 0;
}

/** Adds one part. A fact seen twice keeps the latest observation. */
export function collect(collected: Collected, part: Part): void {
  switch (part.kind) {
    case 'org':
      collected.org = { id: part.id, name: part.name };
      return;
    case 'directories':
      for (const id of part.ids) if (!collected.directories.includes(id)) collected.directories.push(id);
      return;
    case 'resources':
      for (const resource of part.resources) collected.resources.set(resource.ari, resource);
      return;
    case 'users-count':
      collected.usersExpected = part.count;
      return;
    case 'groups-count':
      collected.groupsExpected = part.count;
      return;
    case 'groups':
      for (const group of part.groups) collected.groups.set(group.id, group);
      return;
    case 'grants':
      collected.grants.set(part.groupId, [...(collected.grants.get(part.groupId) ?? []), ...part.grants]);
      return;
    case 'accounts':
      collectAccounts(collected, part);
      return;
    case 'members': {
      const members = part.accountIds.map((id) => collected.accounts.ids.codeOf(id));
      collected.memberships.readAgain(collected.groupCodes.codeOf(part.groupId), members);
      return;
    }
    case 'assignments':
      collected.assignments.set(part.accountId, [
        ...(collected.assignments.get(part.accountId) ?? []),
        ...part.assignments,
      ]);
      collected.accounts.markChecked(collected.accounts.ids.codeOf(part.accountId));
      return;
    case 'scim-users':
      collected.scimRead.add(part.scimDirectoryId);
      for (const record of part.records) {
        collected.scimRecords.push({ scimDirectoryId: part.scimDirectoryId, ...record });
      }
      return;
    case 'scim-groups':
      for (const { id, displayName } of part.groups) {
        collected.scimGroups.push({ scimDirectoryId: part.scimDirectoryId, scimGroupId: id, displayName });
      }
      return;
    case 'audit-events':
      addEvents(collected.history, part);
      return;
    case 'audit-closed':
      collected.history.asked = true;
      if (part.because !== null) collected.notes.push(note(`audit log: ${part.because}`, { partial: false }));
      return;
    case 'restart':
      collected.memberships.forget(collected.directories.indexOf(part.directory));
      return;
    case 'note':
      collected.notes.push(part);
      return;
  }
}

function collectAccounts(collected: Collected, part: Extract<Part, { kind: 'accounts' }>): void {
  if (!collected.directories.includes(part.directory)) collected.directories.push(part.directory);
  const directory = collected.directories.indexOf(part.directory);
  for (const facts of part.accounts) {
    const account = collected.accounts.add(facts);
    collected.activity.observe(account, facts.activity ?? []);
    if (facts.groups !== null) {
      const groups = facts.groups.map((id) => collected.groupCodes.codeOf(id));
      collected.memberships.observe(account, directory, groups);
    }
  }
}
