import type { Cast } from './cast';
import type { Edit } from './edits';
import type { SimulatedOrg } from '../org/server';
import { type Seat, seatKey } from './truth';

/** What a policy did in all weeks, by what was true; null where a number means nothing of it. */
export interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly edits: number;
  readonly refused: number;
  readonly reverted: number;
  readonly wrongOwners: number | null;
  readonly claimed: number;
  readonly free: number;
  readonly protectedHit: number;
  readonly leaveHit: number;
  readonly decisions: number;
  readonly seatsAtEnd: number;
}

interface Work {
  readonly id: string;
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly wrongOwners: number | null;
  readonly claimed: readonly Seat[];
  readonly decisions: number;
  /** Accounts from whom the policy took a seat, for a while at least. */
  readonly hit: ReadonlySet<string>;
}

/** Holds what a policy says of itself against the organization at the end. */
export function outcomeOf(org: SimulatedOrg, cast: Cast, work: Work, seatsAtEnd: number): Outcome {
  const claimed = new Map(work.claimed.map((seat) => [seatKey(seat), seat]));
  const among = (people: ReadonlySet<string>): number => [...work.hit].filter((id) => people.has(id)).length;
  const accepted = work.edits.filter((edit) => edit.accepted);
  return {
    id: work.id,
    name: work.name,
    edits: work.edits.length,
    refused: work.edits.length - accepted.length,
    reverted: accepted.filter(({ groupId, accountId }) => org.world.membersOf(groupId).has(accountId)).length,
    wrongOwners: work.wrongOwners,
    claimed: claimed.size,
    free: [...claimed.values()].filter(({ accountId, ari }) => !org.world.holdsSeat(accountId, ari)).length,
    protectedHit: among(cast.protected),
    leaveHit: among(cast.onLeave),
    decisions: work.decisions,
    seatsAtEnd,
  };
}
