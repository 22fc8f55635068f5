import type { Amount, Pool, Worth } from '../../contracts/money';
import { dayBefore, nextPeriod, nextRenewal } from './periods';
import { bandOf, priceDrop, priceOf, type Prices, seatsToNextStep } from './price';

/** What an invoice goes by. */
export type PoolPrices = Prices & Pick<Pool, 'term' | 'periodStart' | 'renewsOn' | 'purchased' | 'asOf'>;

/** The days on which a seat was gone: from the first on, up to the day it was back; null where it is not. */
export interface Absence {
  readonly goneOn: string;
  readonly backOn: string | null;
}

/** Seats that are free when a period starts: one that was freed and taken again before that saves nothing of it. */
export function countAbsent(absences: readonly Absence[], periodStart: string): number {
  return absences.filter(
    ({ goneOn, backOn }) => goneOn < periodStart && (backOn === null || backOn > periodStart),
  ).length;
}

/** Seats with a set of them held and without it. Others that came or went meanwhile are in both. */
export interface SeatCounts {
  readonly before: number;
  readonly after: number;
}

/**
 * What is paid for until the next renewal; null where what is used is billed, and where the pool was renewed
 * after its prices were read: then nobody said yet what was bought.
 */
export function purchasedOn(pool: PoolPrices, today: string): number | null {
  const renewal = nextRenewal(pool, pool.asOf);
  return renewal !== null && renewal <= today ? null : pool.purchased;
}

/** What a pool costs in this period with a number of seats in use: what was bought, or more where more is used. */
export function costOf(pool: PoolPrices, seats: number, today: string): Amount | null {
  return priceOf(pool, Math.max(seats, purchasedOn(pool, today) ?? 0));
}

/** What the set of seats between two counts is worth to a pool. `today` (`YYYY-MM-DD`) is when it is asked. */
export function worthOf(pool: PoolPrices, { before, after }: SeatCounts, today: string): Worth {
  return {
    seats: before - after,
    cash: cashOf(pool, { before, after }, today),
    renewal: renewalOf(pool, { before, after }, today),
    headroom: headroomOf(pool, { before, after }, today),
  };
}

function cashOf(pool: PoolPrices, { before, after }: SeatCounts, today: string): Worth['cash'] {
  if (pool.term !== 'monthly') return null;
  const paid = pool.purchased ?? 0;
  return {
    amount: priceDrop(pool, Math.max(before, paid), Math.max(after, paid)),
    from: nextPeriod(pool, today),
  };
}

function renewalOf(pool: PoolPrices, { before, after }: SeatCounts, today: string): Worth['renewal'] {
  const on = nextRenewal(pool, today);
  if (on === null) return null;
  const seats = seatsToNextStep(pool, after);
  const worth = seats === null ? null : priceDrop(pool, after, after - seats);
  return {
    on,
    amount: priceDrop(pool, before, after),
    nextStep: seats === null || worth === null ? null : { seats, by: dayBefore(on), worth },
  };
}

/** Seats inside what is paid for that nobody holds; null where no quantity is paid for. */
export function freeInside(pool: PoolPrices, seats: number, today: string): number | null {
  const paid = quantityPaid(pool, seats, today);
  return paid === null ? null : Math.max(0, paid - seats);
}

/** The quantity that was bought, or the end of the tier that is billed. */
function quantityPaid(pool: PoolPrices, seats: number, today: string): number | null {
  const purchased = purchasedOn(pool, today);
  if (purchased !== null) return purchased;
  const isKnown = pool.purchased === null && pool.model === 'tier';
  return isKnown ? (bandOf(pool.bands, seats)?.upTo ?? null) : null;
}

function headroomOf(pool: PoolPrices, { before, after }: SeatCounts, today: string): number | null {
  const paid = quantityPaid(pool, before, today);
  return paid === null ? null : Math.max(0, paid - after) - Math.max(0, paid - before);
}
