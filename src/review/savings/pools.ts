import type { InvoiceLine, Pool } from '../../contracts/money';
import type { Resource } from '../../contracts/snapshot';
import type { ResourceStanding } from '../../billing/seats';
import type { PoolTerms } from '../../decision/pool-seats';

/** A pool as it is counted now. */
export interface CountedPool extends PoolTerms {
  readonly name: string;
  /** What finance said of it; null where a product is counted by itself. */
  readonly record: Pool | null;
}

export interface Pools {
  /** Whatever is billed now, each product in one of them at least. */
  readonly counted: readonly CountedPool[];
  /** Those, and pools that are not counted any more but may have savings. */
  readonly known: readonly CountedPool[];
}

const PREFIX = 'resource:';
/** The longest that a record id may be. */
const ID_LENGTH = 128;

/** The id of the pool that a product is where nobody recorded one. */
export function poolIdOf(ari: string): string {
  return PREFIX + ari.replace(/[^A-Za-z0-9:_-]/g, '_').slice(PREFIX.length - ID_LENGTH);
}

/**
 * The pools of an organization: those that were recorded, and each billed product that is in none of them by itself,
 * without prices. `records`: the newest of each pool.
 */
export function poolsOf(
  records: readonly Pool[],
  resources: readonly Resource[],
  standings: readonly ResourceStanding[],
): Pools {
  const recorded = records.map((record): CountedPool => {
    const { poolId, name, members, countedPer } = record;
    return { poolId, name, members, countedPer, record };
  });
  const standing = recorded.filter(({ record }) => record!.state === 'standing');
  const covered = new Set(standing.flatMap(({ members }) => members));
  const alone = resources.map(({ ari, name }): CountedPool => ({
    poolId: poolIdOf(ari),
    name,
    members: [ari],
    countedPer: 'resource',
    record: null,
  }));
  const isUncovered = ({ ari }: Resource, resource: number): boolean =>
    standings[resource] === 'bills' && !covered.has(ari);
  return {
    counted: [...standing, ...alone.filter((_, resource) => isUncovered(resources[resource]!, resource))],
    known: [...recorded, ...alone],
  };
}

/** First day of the first period of a pool after a day that an invoice in force bills; null where none does. */
export function indexInvoices(lines: readonly InvoiceLine[]): (poolId: string, day: string) => string | null {
  const standing = lines.filter(({ state }) => state === 'standing');
  return (poolId, day) =>
    standing
      .filter((line) => line.poolId === poolId && line.period > day)
      .map(({ period }) => period)
      .sort()[0] ?? null;
}
