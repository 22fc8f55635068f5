import type { PoolPrices } from '../../src/billing/pools/worth';
import type { PriceBand } from '../../src/contracts/money';

/** An amount of whole units. */
export const units = (amount: number): number => amount * 10_000;

export const band = (upTo: number | null, price: number): PriceBand => ({ upTo, price: units(price) });

/** A monthly pool of graduated prices; what a test is about, it says itself. */
export const prices = (change: Partial<PoolPrices> = {}): PoolPrices => ({
  model: 'graduated',
  bands: [band(null, 10)],
  followers: [],
  term: 'monthly',
  periodStart: '2026-01-15',
  renewsOn: null,
  purchased: null,
  asOf: '2026-01-15',
  ...change,
});

/** Prices of tiers for a year that is renewed on 1 April. */
export const annual = (change: Partial<PoolPrices> = {}): PoolPrices =>
  prices({
    model: 'tier',
    term: 'annual',
    periodStart: '2026-04-01',
    asOf: '2026-05-01',
    bands: [band(100, 10_000), band(200, 18_000), band(300, 24_000)],
    ...change,
  });
