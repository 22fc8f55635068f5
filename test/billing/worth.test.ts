import { expect, test } from 'vitest';
import { countAbsent, costOf, freeInside, worthOf } from '../../src/billing/pools/worth';
import { annual, band, prices, units } from './pools';

const TODAY = '2026-11-23';

test('monthly: each period from the next one on costs less, by the bands that the seats leave', () => {
  const pool = prices({ bands: [band(100, 8), band(null, 5)] });
  expect(worthOf(pool, { before: 102, after: 99 }, TODAY)).toEqual({
    seats: 3,
    cash: { amount: units(5 + 5 + 8), from: '2026-12-15' },
    renewal: null,
    headroom: null,
  });
});

test('monthly: a tier that is not left saves nothing but room, one that is left saves its step', () => {
  const pool = prices({ model: 'tier', bands: [band(100, 800), band(200, 1500)] });
  expect(worthOf(pool, { before: 150, after: 101 }, TODAY)).toMatchObject({
    cash: { amount: 0 },
    headroom: 49,
  });
  expect(worthOf(pool, { before: 150, after: 100 }, TODAY)).toMatchObject({
    cash: { amount: units(700) },
    headroom: 50,
  });
});

test('a result below zero is shown as it is', () => {
  const pool = prices({ model: 'tier', bands: [band(100, 900), band(200, 800)] });
  expect(worthOf(pool, { before: 101, after: 100 }, TODAY).cash!.amount).toBe(units(-100));
});

test('monthly with a quantity that was bought: what is not used of it is paid for all the same', () => {
  const pool = prices({ purchased: 50 });
  expect(worthOf(pool, { before: 52, after: 45 }, TODAY)).toMatchObject({
    cash: { amount: units(20) },
    headroom: 5,
  });
  expect(costOf(pool, 45, TODAY)).toBe(units(500));
  expect(costOf(pool, 52, TODAY)).toBe(units(520));
});

test('annual: no cash, and nothing at the renewal before a lower tier is reached; how far it is is said', () => {
  const pool = annual({ purchased: 300 });
  const worth = worthOf(pool, { before: 260, after: 230 }, TODAY);
  expect(worth).toEqual({
    seats: 30,
    cash: null,
    renewal: {
      on: '2027-04-01',
      amount: 0,
      nextStep: { seats: 30, by: '2027-03-31', worth: units(6000) },
    },
    headroom: 30,
  });
  expect(worthOf(pool, { before: 230, after: 200 }, TODAY).renewal).toMatchObject({
    amount: units(6000),
    nextStep: { seats: 100, worth: units(8000) },
  });
});

test('annual: what is freed before the renewal counts at it, what is freed on its day only a year later', () => {
  const pool = annual();
  const at = (today: string): string => worthOf(pool, { before: 210, after: 190 }, today).renewal!.on;
  expect(at('2027-03-31')).toBe('2027-04-01');
  expect(at('2027-04-01')).toBe('2028-04-01');
});

test('annual: after a renewal nobody knows what was bought until it is said again', () => {
  const pool = annual({ purchased: 300 });
  expect(freeInside(pool, 230, '2027-03-31')).toBe(70);
  expect(worthOf(pool, { before: 260, after: 230 }, '2027-03-31').headroom).toBe(30);
  expect(freeInside(pool, 230, '2027-04-01')).toBeNull();
  expect(worthOf(pool, { before: 260, after: 230 }, '2027-04-01').headroom).toBeNull();
  expect(costOf(pool, 230, '2027-03-31')).toBe(units(24_000));
  expect(freeInside({ ...pool, asOf: '2027-04-02' }, 230, '2027-04-03')).toBe(70);
});

test('more used than bought leaves no room, and freeing the surplus makes none', () => {
  const pool = annual({ purchased: 200 });
  expect(freeInside(pool, 210, TODAY)).toBe(0);
  expect(worthOf(pool, { before: 210, after: 195 }, TODAY).headroom).toBe(5);
});

test('without prices there are seats, and no amounts', () => {
  expect(worthOf(prices({ bands: [] }), { before: 9, after: 4 }, TODAY)).toEqual({
    seats: 5,
    cash: { amount: null, from: '2026-12-15' },
    renewal: null,
    headroom: null,
  });
  const { renewal } = worthOf(annual({ bands: [] }), { before: 9, after: 4 }, TODAY);
  expect(renewal).toMatchObject({ amount: null, nextStep: null });
});

test('freed and taken again before the period starts, a seat saves nothing of it', () => {
  const absences = [
    { goneOn: '2026-11-20', backOn: '2026-12-10' },
    { goneOn: '2026-11-20', backOn: '2026-12-15' },
    { goneOn: '2026-11-20', backOn: '2026-12-16' },
    { goneOn: '2026-12-14', backOn: null },
    { goneOn: '2026-12-15', backOn: null },
  ];
  const period = worthOf(prices(), { before: 20, after: 20 }, TODAY).cash!.from;
  const free = (some: typeof absences): number => countAbsent(some, period);
  expect(free(absences.slice(0, 2))).toBe(0);
  expect(worthOf(prices(), { before: 20 + free(absences.slice(0, 2)), after: 20 }, TODAY).cash!.amount).toBe(
    0,
  );
  expect(free(absences)).toBe(2);
});
