import type { AuditEntry } from '../org-file';
import { seatsOn, takesSeat } from './access';
import type { Account, Group } from './model';
import type { World } from './world';

/** The world as tests look at it: nothing here changes it. */
export interface WorldView {
  accounts(): readonly Readonly<Account>[];
  account(accountId: string): Readonly<Account> | undefined;
  groups(): readonly Readonly<Group>[];
  group(groupId: string): Readonly<Group> | undefined;
  membersOf(groupId: string): ReadonlySet<string>;
  auditLog(): readonly AuditEntry[];
  /** Seats in use on a resource. */
  seatsOn(ari: string): number;
  holdsSeat(accountId: string, ari: string): boolean;
}

const nobody: ReadonlySet<string> = new Set();

export function viewWorld(world: World): WorldView {
  return {
    accounts: () => [...world.accounts.values()],
    account: (accountId) => world.accounts.get(accountId),
    groups: () => [...world.groups.values()],
    group: (groupId) => world.groups.get(groupId),
    membersOf: (groupId) => world.groups.get(groupId)?.members ?? nobody,
    auditLog: () => world.auditLog,
    seatsOn: (ari) => seatsOn(world, ari),
    holdsSeat: (accountId, ari) => {
      const account = world.accounts.get(accountId);
      return account !== undefined && takesSeat(world, account, ari);
    },
  };
}
