import type { Amount, Pool, PriceBand, PriceModel } from '../../contracts/money';

export type Prices = Pick<Pool, 'model' | 'bands' | 'followers'>;

/** The band that a number of seats falls into; null where the list ends before. */
export function bandOf(bands: readonly PriceBand[], seats: number): PriceBand | null {
  return bands.find(({ upTo }) => upTo === null || seats <= upTo) ?? null;
}

/**
 * What one price list asks for a number of seats in one period, in ten-thousandths of the currency’s unit; null
 * where the list has no price for so many. No seat costs nothing.
 */
function listPrice(model: PriceModel, bands: readonly PriceBand[], seats: number): Amount | null {
  const last = bandOf(bands, seats);
  if (last === null) return null;
  if (seats === 0) return 0;
  if (model === 'tier') return last.price;
  let total = 0;
  let below = 0;
  for (const { upTo, price } of bands) {
    const end = Math.min(upTo ?? seats, seats);
    if (end > below) total += (end - below) * price;
    below = Math.max(below, end);
  }
  return total;
}

/**
 * What a pool costs with a number of seats in one period, with the apps that follow it; null where one of the
 * lists has no price for so many.
 */
export function priceOf({ model, bands, followers }: Prices, seats: number): Amount | null {
  const own = listPrice(model, bands, seats);
  if (own === null) return null;
  let total = own;
  for (const follower of followers) {
    const price = listPrice(follower.model, follower.bands, seats);
    if (price === null) return null;
    total += price;
  }
  return total;
}

/** Price of more seats less price of fewer; below zero where fewer seats cost more. Null where either is unknown. */
export function priceDrop(prices: Prices, before: number, after: number): Amount | null {
  const high = priceOf(prices, before);
  const low = priceOf(prices, after);
  return high === null || low === null ? null : high - low;
}

/**
 * The fewest seats by which a number has to fall until the price is another one; null where it never is. Between
 * the ends of bands a price is a straight line, so two seats of each tell of all.
 */
export function seatsToNextStep(prices: Prices, seats: number): number | null {
  const ends = [prices, ...prices.followers].flatMap(({ bands }) =>
    bands.flatMap(({ upTo }) => (upTo === null ? [] : [upTo, upTo - 1])),
  );
  const below = [...new Set([seats - 1, ...ends, 0])].filter((end) => end >= 0 && end < seats);
  const reached = below.sort((a, b) => b - a).find((end) => (priceDrop(prices, seats, end) ?? 0) !== 0);
  return reached === undefined ? null : seats - reached;
}
