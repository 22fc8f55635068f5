import { seatsHeld } from '../truth';
import type { Policy } from './policy';
import { looksLikeService, unusedSeats } from './unused';

/** As scripts do: at most so many a run. */
const MOST_A_RUN = 10;

/** Whoever has used nothing for 90 days is suspended, but for a list of those who look like services. */
export const suspendUnused: Policy = {
  id: 'P1',
  name: 'suspend whoever is unused',
  async week({ org, admin }) {
    const unused = unusedSeats(org);
    const unusedByAccount = new Map<string, number>();
    for (const { accountId } of unused)
      unusedByAccount.set(accountId, (unusedByAccount.get(accountId) ?? 0) + 1);
    const held = [...seatsHeld(org).values()];
    const idle = unused
      .filter((seat) => !looksLikeService(org, seat))
      .map(({ accountId }) => accountId)
      .filter((id) => unusedByAccount.get(id) === held.filter(({ accountId }) => accountId === id).length);
    const claimed = [];
    for (const accountId of [...new Set(idle)].slice(0, MOST_A_RUN)) {
      if (await admin.suspend(accountId))
        claimed.push(...held.filter((seat) => seat.accountId === accountId));
    }
    return { claimed, decisions: 0, wrongOwners: 0 };
  },
};
