import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceDrop, priceOf, type Prices, seatsToNextStep } from '../../src/billing/pools/price';
import { PriceBands } from '../../src/contracts/money';
import { band, prices, units } from './pools';

test('graduated: the example of Atlassian’s own answer on Access, 1,200 people for 2,450', () => {
  // community.atlassian.com, qaq-p/836966
  const access = prices({ bands: [band(250, 3), band(1000, 2), band(null, 1)] });
  expect([1, 250, 251, 1000, 1200].map((seats) => priceOf(access, seats))).toEqual(
    [3, 750, 752, 2250, 2450].map(units),
  );
});

test('tier: the whole band is paid for, whatever is used of it; nobody costs nothing', () => {
  const tiers = prices({ model: 'tier', bands: [band(100, 900), band(200, 1600)] });
  expect([0, 1, 100, 101, 200].map((seats) => priceOf(tiers, seats))).toEqual(
    [0, 900, 900, 1600, 1600].map(units),
  );
});

test('beyond the last band, and without bands, nobody knows the price', () => {
  expect(priceOf(prices({ bands: [band(10, 5)] }), 11)).toBeNull();
  expect(priceOf(prices({ bands: [] }), 0)).toBeNull();
  expect(priceDrop(prices({ bands: [band(10, 5)] }), 11, 10)).toBeNull();
  const follower = { name: 'Forms', model: 'tier', bands: [band(10, 5)] } as const;
  expect(priceOf(prices({ followers: [{ ...follower, bands: [...follower.bands] }] }), 11)).toBeNull();
});

test('fewer seats can cost more, and the price says so', () => {
  const tiers = prices({ model: 'tier', bands: [band(100, 800), band(200, 700)] });
  expect(priceDrop(tiers, 101, 100)).toBe(units(-100));
  expect(seatsToNextStep(tiers, 150)).toBe(50);
});

test('apps that follow are priced by the same seats, each by its own list', () => {
  const pool = prices({
    bands: [band(null, 7)],
    followers: [
      { name: 'Forms', model: 'graduated', bands: [band(100, 1), band(null, 0.5)] },
      { name: 'Charts', model: 'tier', bands: [band(100, 50), band(500, 200)] },
    ],
  });
  expect(priceOf(pool, 100)).toBe(units(700 + 100 + 50));
  expect(priceOf(pool, 101)).toBe(units(707 + 100.5 + 200));
  expect(priceDrop(pool, 101, 100)).toBe(units(7 + 0.5 + 150));
});

test('the next step is as many seats away as it takes to change the price, also of an app alone', () => {
  const tiers = prices({ model: 'tier', bands: [band(100, 900), band(200, 900), band(300, 1600)] });
  expect(seatsToNextStep(tiers, 250)).toBe(50);
  // The band below costs the same: the step is where the money is.
  expect(seatsToNextStep(tiers, 150)).toBe(150);
  expect(seatsToNextStep(prices({ bands: [band(null, 10)] }), 250)).toBe(1);
  expect(seatsToNextStep(prices({ bands: [band(10, 4), band(null, 0)] }), 15)).toBe(6);
  expect(seatsToNextStep(tiers, 0)).toBeNull();
  const followed = prices({
    model: 'tier',
    bands: [band(300, 900)],
    followers: [{ name: 'Forms', model: 'tier', bands: [band(240, 10), band(300, 30)] }],
  });
  expect(seatsToNextStep(followed, 250)).toBe(10);
});

test('bands have to rise, and only the last may be open', () => {
  for (const bands of [
    [band(10, 1), band(10, 1)],
    [band(null, 1), band(10, 1)],
    [band(10, 1), band(5, 1)],
  ])
    expect(PriceBands.safeParse(bands).success).toBe(false);
  expect(PriceBands.safeParse([band(10, 1), band(20, 2), band(null, 1)]).success).toBe(true);
});

const aList = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
    fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([ends, amounts, open]) =>
    [...ends]
      .sort((a, b) => a - b)
      .map((end, i) => ({ upTo: open && i === ends.length - 1 ? null : end, price: amounts[i]! })),
  );
const aModel = fc.constantFrom('graduated' as const, 'tier' as const);
const somePrices: fc.Arbitrary<Prices> = fc.record({
  model: aModel,
  bands: aList,
  followers: fc.array(fc.record({ name: fc.constant('app'), model: aModel, bands: aList }), { maxLength: 2 }),
});

/** The price said again the slow way, a seat at a time. */
function bruteForce({ model, bands, followers }: Prices, seats: number): number | null {
  let total = 0;
  for (const list of [{ model, bands }, ...followers]) {
    let own = 0;
    for (let seat = 1; seat <= seats; seat += 1) {
      let at = 0;
      while (at < list.bands.length && list.bands[at]!.upTo !== null && seat > list.bands[at]!.upTo!) at += 1;
      if (at === list.bands.length) return null;
      own = list.model === 'tier' ? list.bands[at]!.price : own + list.bands[at]!.price;
    }
    total += own;
  }
  return total;
}

test('any price is what it comes to seat by seat', () => {
  fc.assert(
    fc.property(somePrices, fc.integer({ min: 0, max: 80 }), (pool, seats) => {
      expect(priceOf(pool, seats)).toBe(bruteForce(pool, seats));
    }),
    { numRuns: 2000 },
  );
});

test('no fewer seats than the next step change the price, and the step does', () => {
  fc.assert(
    fc.property(somePrices, fc.integer({ min: 0, max: 80 }), (pool, seats) => {
      const step = seatsToNextStep(pool, seats);
      const now = bruteForce(pool, seats);
      if (now === null) {
        expect(step).toBeNull();
        return;
      }
      for (let fewer = 1; fewer < (step ?? seats + 1); fewer += 1)
        expect(bruteForce(pool, seats - fewer)).toBe(now);
      if (step !== null) expect(bruteForce(pool, seats - step)).not.toBe(now);
    }),
    { numRuns: 2000 },
  );
});
