import { expect, test } from 'vitest';
import { createFormat } from '../../static/admin/src/platform/format';
import { readAmount, typeAmount } from '../../static/admin/src/savings/read-amount';

test('amounts are read exactly, with a point or a comma and up to four decimals', () => {
  for (const [typed, amount] of [
    ['0', 0],
    ['7.53', 75_300],
    [' 6,4 ', 64_000],
    ['0.0001', 1],
    ['1234567.89', 12_345_678_900],
  ] as const) {
    expect(readAmount(typed), typed).toBe(amount);
  }
});

test('what is no amount is not read as one', () => {
  for (const typed of ['', '.', '1.23456', '1,234.50', '-5', '7 €', '1e3']) {
    expect(readAmount(typed), typed).toBeNull();
  }
});

test('an amount is typed as it is read', () => {
  for (const amount of [0, 1, 500, 75_300, 120_000, 12_345_678_901]) {
    for (const locale of ['en-US', 'de-DE', 'ar-EG']) {
      expect(readAmount(typeAmount(createFormat(locale), amount)), locale).toBe(amount);
    }
  }
  expect(typeAmount(createFormat('en-US'), 75_300)).toBe('7.53');
  expect(typeAmount(createFormat('de-DE'), 75_300)).toBe('7,53');
  expect(typeAmount(createFormat('en-US'), 120_000)).toBe('12');
});
