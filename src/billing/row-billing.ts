import type { Snapshot } from '../contracts/snapshot';
import { VIA_DIRECT, VIA_GROUP, VIA_INFERRED } from '../access/path-table';
import { billingOfRoles, type RoleBilling } from './roles';
import {
  type AccountStanding,
  type Plan,
  type ResourceStanding,
  standingOfAccount,
  standingOfResource,
} from './seats';
import { type DirectorySuspension, indexSuspensions } from './suspension';

/** Everything about one case that decides whether its rows can bill. */
export interface Seat {
  readonly account: AccountStanding;
  readonly resource: ResourceStanding;
  readonly suspension: DirectorySuspension | null;
  readonly directoryOfGroup: (group: number) => string | null;
}

export interface BilledRow {
  readonly via: number;
  readonly group: number | null;
  readonly roles: readonly string[];
  readonly billing: RoleBilling;
}

export interface Billing {
  readonly accountStanding: readonly AccountStanding[];
  readonly resourceStanding: readonly ResourceStanding[];
  seatOf(account: number, resource: number): Seat;
}

export function indexBilling(snapshot: Snapshot, plans: ReadonlyMap<string, Plan>): Billing {
  const accountStanding = snapshot.accounts.ids.map((_, account) => standingOfAccount(snapshot, account));
  const resourceStanding = snapshot.resources.map((resource) =>
    standingOfResource(resource, plans.get(resource.ari)),
  );
  const suspensionOf = indexSuspensions(snapshot);
  const directoryOfGroup = (group: number): string | null =>
    snapshot.directories[snapshot.groups.directory[group]!] ?? null;
  return {
    accountStanding,
    resourceStanding,
    seatOf: (account, resource) => ({
      account: accountStanding[account]!,
      resource: resourceStanding[resource]!,
      suspension: suspensionOf(account, resource),
      directoryOfGroup,
    }),
  };
}

/** Roles of a row that count: those in a directory in which the account is suspended do not. */
function rolesThatCount(seat: Seat, row: BilledRow): RoleBilling {
  const { suspension } = seat;
  if (!suspension) return row.billing;
  if (row.via === VIA_GROUP) {
    const directory = row.group === null ? null : seat.directoryOfGroup(row.group);
    return directory !== null && suspension.directories.has(directory) ? 'does-not-bill' : row.billing;
  }
  const active = row.via === VIA_DIRECT ? suspension.directStillActive : suspension.unexplainedStillActive;
  return billingOfRoles(row.roles.filter((role) => active.has(role)));
}

/** Whether one row bills: 0 no, 1 yes, 2 unknown (the codes of decision/columns.ts). */
export function billRow(seat: Seat, row: BilledRow): 0 | 1 | 2 {
  if (row.via === VIA_INFERRED || seat.resource !== 'bills') return 0;
  const roles = rolesThatCount(seat, row);
  if (roles === 'does-not-bill') return 0;
  if (seat.account === 'type-unknown' || seat.account === 'status-unknown') return 2;
  if (seat.account !== 'active') return 0;
  return roles === 'bills' ? 1 : 2;
}
