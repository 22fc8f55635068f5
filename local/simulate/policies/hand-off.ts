import { mannerOf } from '../identity-team';
import { grantingGroups, ownerOf, type Seat } from '../truth';
import type { Office, Policy } from './policy';
import { looksLikeService, unusedSeats } from './unused';

/** The identity team gets a file, works through it in its own manner, and tells nobody. */
function handOff({ org, providers }: Office, groupId: string, accountId: string): void {
  switch (mannerOf(org.world.group(groupId)?.facts.name ?? '')) {
    case 'diligent':
      providers.takeOut(groupId, accountId, 3);
      return;
    case 'by-rule':
      providers.takeOut(groupId, accountId, 3);
      providers.putBack(groupId, accountId, 6);
      return;
    case 'says-first':
    case 'disputes':
    case 'silent':
  }
}

/** As above, but synced memberships go to the identity team in a file, and count as freed from then on. */
export function approveAndHandOff(): Policy {
  const handedOff = new Set<string>();
  return {
    id: 'P4',
    name: 'the same, with a file for the identity team',
    async week(office) {
      const { org, admin } = office;
      const claimed: Seat[] = [];
      let [decisions, filed] = [0, 0];
      for (const seat of unusedSeats(org).filter((one) => !looksLikeService(org, one))) {
        const groups = grantingGroups(org, seat).filter((id) => !handedOff.has(`${seat.accountId} ${id}`));
        if (groups.length === 0) continue;
        decisions += 1;
        let all = true;
        for (const groupId of groups) {
          if (ownerOf(org, groupId) === 'idp') {
            handedOff.add(`${seat.accountId} ${groupId}`);
            handOff(office, groupId, seat.accountId);
            filed += 1;
          } else all = (await admin.removeMember(groupId, seat.accountId)).accepted && all;
        }
        if (all) claimed.push(seat);
      }
      return { claimed, decisions: decisions + Math.min(1, filed), wrongOwners: 0 };
    },
  };
}
