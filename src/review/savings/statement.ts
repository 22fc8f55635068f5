import type { HeldSeats, PoolStatement, Saving } from '../../contracts/savings';
import { keyOfSeat } from '../../decision/pool-seats';
import { isGone } from './advance';

type PoolSeatsThen = HeldSeats[number];
type Mark = PoolStatement['from'];

/** The seats of a review that was opened on a partial scan: what it does not show is held on, unless it was seen gone. */
export function heldInPartial(before: HeldSeats, now: HeldSeats, savings: readonly Saving[]): HeldSeats {
  const gone = keysOf(savings.filter(isGone));
  return now.map((pool) => {
    const earlier = before.find((one) => isSamePool(one, pool));
    if (earlier === undefined) return pool;
    const kept = earlier.billed.filter((key) => !gone.has(`${pool.poolId} ${key}`));
    const billed = new Set([...pool.billed, ...kept]);
    return { ...pool, billed: [...billed].sort(), unknown: pool.unknown.filter((key) => !billed.has(key)) };
  });
}

/**
 * What became of the seats of each pool from one review to the next. Every seat that came or went stands in one
 * number, so they add up exactly. A pool that was not there before, or counted otherwise, begins anew.
 */
export function closeStatements(
  before: { readonly mark: Mark; readonly seats: HeldSeats },
  now: { readonly mark: Mark; readonly seats: HeldSeats },
  savings: readonly Saving[],
): PoolStatement[] {
  const gone = keysOf(savings.filter(isGone));
  const back = keysOf(
    savings.filter(({ returned }) => returned !== null && isWithin(returned.at, before.mark, now.mark)),
  );
  return now.seats.flatMap((pool) => {
    const earlier = before.seats.find((one) => isSamePool(one, pool));
    if (earlier === undefined) return [];
    const opening = new Set(earlier.billed);
    const closing = new Set(pool.billed);
    const wasUnknown = new Set(earlier.unknown);
    const came = pool.billed.filter((key) => !opening.has(key));
    const went = earlier.billed.filter((key) => !closing.has(key));
    const readded = came.filter((key) => back.has(`${pool.poolId} ${key}`)).length;
    const appeared = came.filter((key) => !back.has(`${pool.poolId} ${key}`) && wasUnknown.has(key)).length;
    const freed = went.filter((key) => gone.has(`${pool.poolId} ${key}`)).length;
    return [
      {
        poolId: pool.poolId,
        from: before.mark,
        to: now.mark,
        opening: opening.size,
        joiners: came.length - readded - appeared,
        freed,
        readded,
        other: appeared - (went.length - freed),
        closing: closing.size,
        unknown: pool.unknown.length,
      },
    ];
  });
}

const keysOf = (savings: readonly Saving[]): ReadonlySet<string> =>
  new Set(savings.map(({ seat }) => `${seat.poolId} ${keyOfSeat(seat)}`));

const isWithin = (at: string, from: Mark, to: Mark): boolean =>
  Date.parse(at) > Date.parse(from.at) && Date.parse(at) <= Date.parse(to.at);

const isSamePool = (one: PoolSeatsThen, other: PoolSeatsThen): boolean =>
  one.poolId === other.poolId &&
  one.countedPer === other.countedPer &&
  [...one.members].sort().join('\n') === [...other.members].sort().join('\n');
