import type { SimulatedOrg } from '../org/server';

/** A seat of one person on one resource. */
export interface Seat {
  readonly accountId: string;
  readonly ari: string;
}

export const seatKey = ({ accountId, ari }: Seat): string => `${accountId} ${ari}`;

/** Every seat that is held now, as the organization itself knows it; no tool is asked. */
export function seatsHeld({ world }: SimulatedOrg): Map<string, Seat> {
  const held = new Map<string, Seat>();
  for (const { id, groups, facts } of world.accounts()) {
    const reached = new Set([
      ...[...groups].flatMap((groupId) => world.group(groupId)?.grants.map(({ ari }) => ari) ?? []),
      ...(facts.direct ?? []).map(({ ari }) => ari),
    ]);
    for (const ari of reached) {
      const seat = { accountId: id, ari };
      if (world.holdsSeat(id, ari)) held.set(seatKey(seat), seat);
    }
  }
  return held;
}

/** Whose a membership is: the identity provider’s where it writes the group, else the organization’s. */
export function ownerOf({ world }: SimulatedOrg, groupId: string): 'idp' | 'organization' {
  return world.group(groupId)?.facts.externalSynced === true ? 'idp' : 'organization';
}

const DAY_MS = 86_400_000;

/** Days since somebody used a product; since he came where he never did. */
export function idleDays({ world, clock }: SimulatedOrg, { accountId, ari }: Seat): number {
  const facts = world.account(accountId)?.facts;
  const since = facts?.lastActive?.[ari] ?? facts?.addedToOrg;
  return since === undefined ? 0 : (clock.now() - Date.parse(since)) / DAY_MS;
}

/** The groups of an account that give it a seat on a resource. */
export function grantingGroups({ world }: SimulatedOrg, { accountId, ari }: Seat): string[] {
  return [...(world.account(accountId)?.groups ?? [])].filter(
    (groupId) =>
      world
        .group(groupId)
        ?.grants.some(
          (grant) => grant.ari === ari && grant.roles.some((role) => /\/(user|admin)$/.test(role)),
        ) === true,
  );
}
