import { grantingGroups, type Seat } from '../truth';
import type { Office, Policy, Week } from './policy';
import { looksLikeService, unusedSeats } from './unused';

/** Takes a seat’s person out of every group that gives it; true where Atlassian took each of these edits. */
async function removeFromAll({ org, admin }: Office, seat: Seat): Promise<boolean> {
  let all = true;
  for (const groupId of grantingGroups(org, seat)) {
    const edit = await admin.removeMember(groupId, seat.accountId);
    all &&= edit.accepted;
  }
  return all;
}

/** Edits of memberships that an identity provider writes, among those made since a moment. */
const misdirected = ({ admin }: Office, since: number): number =>
  admin.edits.slice(since).filter(({ owner }) => owner === 'idp').length;

async function remove(office: Office, seats: readonly Seat[], decisions: number): Promise<Week> {
  const since = office.admin.edits.length;
  const claimed: Seat[] = [];
  for (const seat of seats) if (await removeFromAll(office, seat)) claimed.push(seat);
  return { claimed, decisions, wrongOwners: misdirected(office, since) };
}

/** Seats are removed by rule, group by group; what is refused is reported. */
export const removeUnused: Policy = {
  id: 'P2',
  name: 'remove from every granting group',
  week: (office) => remove(office, unusedSeats(office.org), 0),
};

/** People in one lane and services in another, and somebody approves each seat. */
export const approveAndRemove: Policy = {
  id: 'P3',
  name: 'lanes, approval, then remove',
  week(office) {
    const seats = unusedSeats(office.org).filter((seat) => !looksLikeService(office.org, seat));
    return remove(office, seats, seats.length);
  },
};
