import type { SimulatedOrg } from '../org/server';
import type { ReturnWay } from '../../src/contracts/savings';
import type { Cast } from './cast';
import type { ReturnWatch } from './returns';
import { type Seat, seatKey, seatsHeld } from './truth';

const DAY_MS = 86_400_000;
/** Who used a product within so many days goes on using it. */
const IN_USE_DAYS = 30;
/** The day on which people on leave are back. */
const BACK_FROM_LEAVE_DAY = 56;

/** By which ways people come in again who lost a seat that they still want, in turn. */
const WAYS: readonly { readonly by: string; readonly way: ReturnWay }[] = [
  { by: 'invite', way: 'default-on-invite' },
  { by: 'approved-domain', way: 'approved-domain' },
  { by: 'first-access', way: 'first-access' },
  { by: 'an admin', way: 'admin' },
];

export interface EverydayLife {
  /** What people do on a day: they work, and whoever misses a seat gets it back. */
  day(): void;
}

/** People who neither know nor care which tool is at work. `start`: epoch ms of the first day. */
export function everydayLife(
  org: SimulatedOrg,
  cast: Cast,
  { start, returns }: { readonly start: number; readonly returns: Pick<ReturnWatch, 'note'> },
): EverydayLife {
  const wanted: { readonly seat: Seat; readonly dueDay: number; readonly by: string; readonly way: ReturnWay }[] = []; // prettier-ignore
  const came = new Set<string>();
  let before = seatsHeld(org);
  let lost = 0;
  const today = (): number => Math.floor((org.clock.now() - start) / DAY_MS);

  /** Whether, when and by which way somebody comes back who has just lost a seat; everybody comes back once. */
  function plan(seat: Seat): void {
    const facts = org.world.account(seat.accountId)?.facts;
    if (facts?.accountStatus !== 'active' || cast.gone.has(seat.accountId) || came.has(seatKey(seat))) return;
    if (cast.protected.has(seat.accountId))
      wanted.push({ seat, dueDay: today() + 2, by: 'an admin', way: 'admin' });
    else if (cast.onLeave.has(seat.accountId))
      wanted.push({ seat, dueDay: Math.max(today() + 1, BACK_FROM_LEAVE_DAY), ...WAYS[0]! });
    else {
      lost += 1;
      if (lost % 5 === 0) wanted.push({ seat, dueDay: today() + 9, ...WAYS[(lost / 5) % WAYS.length]! });
    }
  }

  function comeBack(seat: Seat, by: string): boolean {
    const at = new Date(org.clock.now()).toISOString();
    const account = org.world.account(seat.accountId);
    if (account === undefined || org.world.holdsSeat(seat.accountId, seat.ari)) return false;
    if (account.facts.membershipStatus === 'suspended') {
      const set = { membershipStatus: 'active' as const, status: 'active' as const, directories: [] };
      org.world.apply({ at, do: 'set-user', accountId: account.id, set });
      return true;
    }
    const home = org.world.groups().find(({ grants, facts }) =>
      grants.some(({ ari, defaultRole }) => ari === seat.ari && defaultRole != null && facts.externalSynced !== true && !/admin/.test(defaultRole)),
    ); // prettier-ignore
    if (home === undefined) return false;
    org.world.apply({ at, do: 'add-member', groupId: home.id, accountId: account.id, by });
    // What works by token leaves no trace of a visit; people come back to use the product.
    const lastActive = { ...account.facts.lastActive, [seat.ari]: at };
    if (!cast.protected.has(account.id))
      org.world.apply({ at, do: 'set-user', accountId: account.id, set: { lastActive } });
    return true;
  }

  function work(): void {
    const now = org.clock.now();
    const at = new Date(now).toISOString();
    for (const { id, facts } of org.world.accounts()) {
      const used = Object.entries(facts.lastActive ?? {}).filter(
        ([ari, last]) => now - Date.parse(last) < IN_USE_DAYS * DAY_MS && org.world.holdsSeat(id, ari),
      );
      if (used.length === 0) continue;
      const lastActive = { ...facts.lastActive, ...Object.fromEntries(used.map(([ari]) => [ari, at])) };
      org.world.apply({ at, do: 'set-user', accountId: id, set: { lastActive } });
    }
  }

  return {
    day() {
      if (today() % 7 === 3) work();
      const held = seatsHeld(org);
      for (const [key, seat] of before) if (!held.has(key)) plan(seat);
      for (const one of wanted.filter(({ dueDay }) => dueDay === today())) {
        if (!comeBack(one.seat, one.by)) continue;
        came.add(seatKey(one.seat));
        returns.note(one.seat.accountId, one.way);
      }
      before = seatsHeld(org);
    },
  };
}
