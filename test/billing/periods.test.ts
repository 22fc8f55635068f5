import { expect, test } from 'vitest';
import { dayBefore, isPeriodStart, nextPeriod, nextRenewal } from '../../src/billing/pools/periods';

const monthly = (periodStart: string): { term: 'monthly'; periodStart: string } => ({
  term: 'monthly',
  periodStart,
});

test('months that are shorter end earlier, and do not pull later ones with them', () => {
  const days = [];
  for (let day = '2026-01-31'; days.length < 14;) {
    day = nextPeriod(monthly('2026-01-31'), day);
    days.push(day);
  }
  expect(days.slice(0, 4)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  expect(days.at(12)).toBe('2027-02-28');
  expect(nextPeriod(monthly('2028-01-31'), '2028-02-01')).toBe('2028-02-29');
});

test('a period starts after a day, never on it, before the anchor as after it', () => {
  expect(nextPeriod(monthly('2026-05-10'), '2026-05-10')).toBe('2026-06-10');
  expect(nextPeriod(monthly('2026-05-10'), '2026-05-09')).toBe('2026-05-10');
  expect(nextPeriod(monthly('2026-05-10'), '2025-12-31')).toBe('2026-01-10');
  expect(nextPeriod(monthly('2026-05-31'), '2026-02-27')).toBe('2026-02-28');
  expect(nextPeriod({ term: 'annual', periodStart: '2024-02-29' }, '2025-01-01')).toBe('2025-02-28');
  expect(nextPeriod({ term: 'annual', periodStart: '2024-02-29' }, '2027-03-01')).toBe('2028-02-29');
});

test('it is known which days start a period', () => {
  expect(isPeriodStart(monthly('2026-01-31'), '2026-02-28')).toBe(true);
  expect(isPeriodStart(monthly('2026-01-31'), '2026-03-28')).toBe(false);
  expect(isPeriodStart(monthly('2026-01-31'), '2026-01-31')).toBe(true);
});

test('a renewal is yearly, by its own day where it has one, and monthly pools have none', () => {
  const annual = { term: 'annual', periodStart: '2026-01-01', renewsOn: null } as const;
  expect(nextRenewal(annual, '2026-06-01')).toBe('2027-01-01');
  expect(nextRenewal({ ...annual, renewsOn: '2026-09-30' }, '2026-06-01')).toBe('2026-09-30');
  expect(nextRenewal({ ...annual, renewsOn: '2026-09-30' }, '2026-09-30')).toBe('2027-09-30');
  expect(nextRenewal({ ...monthly('2026-01-01'), renewsOn: null }, '2026-06-01')).toBeNull();
});

test('the day before is found over the ends of months and years', () => {
  expect(['2026-03-01', '2028-03-01', '2026-01-01'].map(dayBefore)).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2025-12-31',
  ]);
});
