import type { Pool } from '../contracts/money';
import type { SeatRef } from '../contracts/savings';
import { IS, IS_NOT, UNKNOWN } from './columns';
import { indexCasesOf } from './cases-of';
import type { DecisionTable } from './tell';

/** What is counted as one. */
export type PoolTerms = Pick<Pool, 'poolId' | 'members' | 'countedPer'>;

/** A seat within its pool, as one text: the account, and the resource where the pool counts per resource. */
export const keyOfSeat = ({ accountId, ari }: Pick<SeatRef, 'accountId' | 'ari'>): string =>
  `${accountId} ${ari ?? ''}`;

/** The seats of a pool by their keys. A seat of which nobody knows whether it bills is never among the billed. */
export interface PoolSeats {
  readonly billed: ReadonlySet<string>;
  readonly unknown: ReadonlySet<string>;
}

/** Which pools a resource is in; a resource may be in several, for instance with an app that has its own price. */
export function indexPools(
  { snapshot }: DecisionTable,
  pools: readonly PoolTerms[],
): (resource: number) => readonly PoolTerms[] {
  const byAri = new Map<string, PoolTerms[]>();
  for (const pool of pools) {
    for (const ari of new Set(pool.members)) byAri.set(ari, [...(byAri.get(ari) ?? []), pool]);
  }
  const byResource = snapshot.resources.map(({ ari }) => byAri.get(ari) ?? []);
  return (resource) => byResource[resource]!;
}

/** The seat that a case holds in a pool. */
export function seatIn(
  { snapshot, paths }: DecisionTable,
  { poolId, countedPer }: PoolTerms,
  c: number,
): SeatRef {
  return {
    poolId,
    accountId: snapshot.accounts.ids[paths.caseAccount[c]!]!,
    ari: countedPer === 'person' ? null : snapshot.resources[paths.caseResource[c]!]!.ari,
  };
}

/** The seats of each pool, by pool id; as if the cases of `without` were gone. One pass over the cases. */
export function seatsOfPools(
  table: DecisionTable,
  pools: readonly PoolTerms[],
  without: ReadonlySet<number> = new Set(),
): Map<string, PoolSeats> {
  const { paths, columns } = table;
  const poolsOf = indexPools(table, pools);
  const seats = new Map(
    pools.map(({ poolId }) => [poolId, { billed: new Set<string>(), unknown: new Set<string>() }]),
  );
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const billable = columns.caseBillable[c]!;
    if (billable === IS_NOT || without.has(c)) continue;
    for (const pool of poolsOf(paths.caseResource[c]!)) {
      const { billed, unknown } = seats.get(pool.poolId)!;
      (billable === IS ? billed : unknown).add(keyOfSeat(seatIn(table, pool, c)));
    }
  }
  for (const { billed, unknown } of seats.values()) for (const key of billed) unknown.delete(key);
  return seats;
}

/** What a table shows of a seat. */
export type SeatStanding = 'billed' | 'unknown' | 'gone';

/**
 * Says of a seat whether it is billed, whatever the pool counts by today: a seat on a resource by that resource, a
 * person’s by every member. Of a pool that nobody knows any more nothing is known.
 */
export function indexStandings(
  table: DecisionTable,
  pools: readonly PoolTerms[],
): (seat: SeatRef) => SeatStanding {
  const { snapshot, paths, columns } = table;
  const accountOf = new Map(snapshot.accounts.ids.map((id, account) => [id, account]));
  const casesOf = indexCasesOf(table);
  const membersOf = new Map(pools.map(({ poolId, members }) => [poolId, new Set(members)]));
  return ({ poolId, accountId, ari }) => {
    const members = membersOf.get(poolId);
    const account = accountOf.get(accountId);
    if (ari === null && members === undefined) return 'unknown';
    if (account === undefined) return 'gone';
    let standing: SeatStanding = 'gone';
    const { from, to } = casesOf(account);
    for (let c = from; c < to; c += 1) {
      const here = snapshot.resources[paths.caseResource[c]!]!.ari;
      if (ari === null ? !members!.has(here) : here !== ari) continue;
      if (columns.caseBillable[c] === IS) return 'billed';
      if (columns.caseBillable[c] === UNKNOWN) standing = 'unknown';
    }
    return standing;
  };
}
