import type { SimulatedOrg } from '../../org/server';
import { idleDays, type Seat, seatsHeld } from '../truth';
import { IDLE_DAYS } from './policy';

/** Seats that nobody has used for longer than the window, longest first: what every such tool can read. */
export function unusedSeats(org: SimulatedOrg): Seat[] {
  return [...seatsHeld(org).values()]
    .map((seat) => ({ seat, days: idleDays(org, seat) }))
    .filter(({ days }) => days > IDLE_DAYS)
    .sort((a, b) => b.days - a.days || (a.seat.accountId < b.seat.accountId ? -1 : 1))
    .map(({ seat }) => seat);
}

/** Looks like no person: by account type, or by a name that says so. */
export function looksLikeService(org: SimulatedOrg, { accountId }: Seat): boolean {
  const facts = org.world.account(accountId)?.facts;
  return facts?.accountType !== 'atlassian' || /\b(bot|robot|service|integration)\b/i.test(facts.name);
}
