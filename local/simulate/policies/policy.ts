import type { Cast } from '../cast';
import type { Administrator } from '../edits';
import type { ProviderDesk } from '../identity-team';
import type { SimulatedOrg } from '../../org/server';
import type { Seat } from '../truth';

/** Where a policy is at work. */
export interface Office {
  readonly org: SimulatedOrg;
  readonly admin: Administrator;
  readonly providers: ProviderDesk;
  readonly cast: Cast;
}

/** What one week of a policy claims and costs. */
export interface Week {
  /** Seats that it reports as freed. */
  readonly claimed: readonly Seat[];
  /** What people decided by hand. */
  readonly decisions: number;
  /** Memberships that somebody was asked to end, or told of, who does not own them. */
  readonly wrongOwners: number;
}

/** A way to deal with unused seats, written here from what is publicly said of such tools. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly week: (office: Office) => Promise<Week>;
}

export const IDLE_DAYS = 90;
