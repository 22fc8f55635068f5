import type { AuditEntry, OrgFile, OrgFileGroup, OrgFileResource, OrgFileUser } from '../org-file';
import type { VirtualClock } from '../clock';
import { type Account, type Changes, type Group } from './model';

/** What an entry of the audit log says; id and time are given by the world. */
export type AuditFacts = Omit<AuditEntry, 'id' | 'at'>;

/**
 * The state of the organization on Atlassian's side. Everything that changes it goes through a method here, so
 * that `version` tells whether a list that was read is still the list.
 */
export class World {
  readonly org: OrgFile['org'];
  readonly directories: OrgFile['directories'];
  readonly providers: OrgFile['identityProviders'];
  readonly sites: OrgFile['sites'];
  readonly resources = new Map<string, OrgFileResource>();
  readonly groups = new Map<string, Group>();
  readonly accounts = new Map<string, Account>();
  readonly domains: NonNullable<OrgFile['domains']>;
  readonly auditLog: AuditEntry[];
  readonly clock: VirtualClock;
  /** Counts changes of any kind. */
  version = 0;
  /** While history catches up after a leap of the clock: the moment it stands at. */
  moment: number | null = null;
  /** Counts what was added while the world runs: new ids come from it. */
  private born = 0;

  constructor(file: OrgFile, clock: VirtualClock) {
    this.org = file.org;
    this.directories = file.directories;
    this.providers = file.identityProviders;
    this.sites = file.sites;
    this.domains = file.domains ?? [];
    this.auditLog = [...file.auditLog];
    this.clock = clock;
    for (const resource of file.resources) this.resources.set(resource.ari, resource);
    for (const group of file.groups) this.addGroup(group);
    for (const user of file.users) this.addAccount(user);
  }

  addGroup(group: OrgFileGroup): Group {
    const { id, grants, ...facts } = group;
    const added: Group = { id, facts, grants: grants.map((grant) => ({ ...grant })), members: new Set() };
    this.groups.set(id, added);
    this.version += 1;
    return added;
  }

  removeGroup(groupId: string): void {
    const group = this.groups.get(groupId);
    if (group === undefined) return;
    for (const accountId of group.members) this.accounts.get(accountId)?.groups.delete(groupId);
    this.groups.delete(groupId);
    this.version += 1;
  }

  addAccount(user: OrgFileUser): Account {
    const { accountId, groups, ...facts } = user;
    delete facts.scim;
    const added: Account = { id: accountId, facts, groups: new Set() };
    this.accounts.set(accountId, added);
    for (const groupId of groups) this.addMember(groupId, accountId);
    this.version += 1;
    return added;
  }

  /** True when the membership is new. */
  addMember(groupId: string, accountId: string): boolean {
    const group = this.groups.get(groupId);
    const account = this.accounts.get(accountId);
    if (group === undefined || account === undefined || group.members.has(accountId)) return false;
    group.members.add(accountId);
    account.groups.add(groupId);
    this.version += 1;
    return true;
  }

  /** True when there was such a membership. */
  removeMember(groupId: string, accountId: string): boolean {
    const gone = this.groups.get(groupId)?.members.delete(accountId) ?? false;
    this.accounts.get(accountId)?.groups.delete(groupId);
    if (gone) this.version += 1;
    return gone;
  }

  setAccount(accountId: string, set: Changes<Account['facts']>): void {
    const account = this.accounts.get(accountId);
    if (account === undefined) return;
    const deactivates = set.accountStatus === 'inactive' && account.facts.accountStatus !== 'inactive';
    if (deactivates) account.deactivatedOn = this.instant();
    account.facts = changed(account.facts, set);
    this.version += 1;
  }

  setGroup(groupId: string, set: Changes<Group['facts']>): void {
    const group = this.groups.get(groupId);
    if (group === undefined) return;
    group.facts = changed(group.facts, set);
    this.version += 1;
  }

  /** Roles of a group on a resource from now on; none at all ends the grant. */
  setGrant(
    groupId: string,
    ari: string,
    roles: readonly string[],
    defaultRole: string | null | undefined,
  ): void {
    const group = this.groups.get(groupId);
    if (group === undefined) return;
    const others = group.grants.filter((grant) => grant.ari !== ari);
    group.grants =
      roles.length === 0 ? others : [...others, { ari, roles: [...roles], defaultRole: defaultRole ?? null }];
    this.version += 1;
  }

  /** Something beside accounts and groups changed: a SCIM record. */
  touch(): void {
    this.version += 1;
  }

  /** Writes an entry at the world's own time. */
  record(entry: AuditFacts): void {
    this.auditLog.push({ id: this.newId('event'), at: this.instant(), ...entry });
    this.version += 1;
  }

  instant(): string {
    return new Date(this.moment ?? this.clock.now()).toISOString();
  }

  /** An id that no file uses, the same in every run. */
  newId(kind: string): string {
    this.born += 1;
    return `${kind}-${this.org.id.slice(0, 8)}-${this.born.toString().padStart(6, '0')}`;
  }
}

/** The facts with the changes; `undefined` changes nothing. */
function changed<Facts extends object>(facts: Facts, set: Changes<Facts>): Facts {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  return { ...facts, ...Object.fromEntries(given) };
}
