import type { Snapshot } from '../contracts/snapshot';
import { VIA_INFERRED } from '../access/path-table';
import { billingOfRoles, type RoleBilling } from './roles';
import {
  type AccountStanding,
  type Plan,
  type ResourceStanding,
  standingOfAccount,
  standingOfResource,
} from './seats';
import { type DirectorySuspension, indexSuspensions, rolesInForce, type SuspendableRow } from './suspension';

/** Everything about one case that decides whether its rows can bill. */
export interface Seat {
  readonly account: AccountStanding;
  readonly resource: ResourceStanding;
  readonly suspension: DirectorySuspension | null;
}

export interface BilledRow extends SuspendableRow {
  /** How its roles bill, suspensions aside. */
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
  return {
    accountStanding,
    resourceStanding,
    seatOf: (account, resource) => ({
      account: accountStanding[account]!,
      resource: resourceStanding[resource]!,
      suspension: suspensionOf(account, resource),
    }),
  };
}

/** Whether one row bills: 0 no, 1 yes, 2 unknown (the codes of decision/columns.ts). */
export function billRow(snapshot: Snapshot, seat: Seat, row: BilledRow): 0 | 1 | 2 {
  if (row.via === VIA_INFERRED || seat.resource !== 'bills') return 0;
  const roles = seat.suspension ? billingOfRoles(rolesInForce(snapshot, seat.suspension, row)) : row.billing;
  if (roles === 'does-not-bill') return 0;
  if (seat.account === 'type-unknown' || seat.account === 'status-unknown') return 2;
  if (seat.account !== 'active') return 0;
  return roles === 'bills' ? 1 : 2;
}
