import { expect, test } from 'vitest';
import type { InvoiceLine } from '../../src/contracts/money';
import type { PoolStatement } from '../../src/contracts/savings';
import { reconcile } from '../../src/review/savings/reconcile';
import { aRecord } from '../support/review-records';

const pool = aRecord('pool');
const markAt = (day: string): PoolStatement['to'] => ({
  cycleId: `cycle-${day}`,
  scanId: `scan-${day}`,
  at: `${day}T09:00:00.000Z`,
});
const statement = (from: string, to: string, closing: number): PoolStatement => ({
  poolId: pool.poolId,
  from: markAt(from),
  to: markAt(to),
  ...{ opening: closing, joiners: 0, freed: 0, readded: 0, other: 0, closing, unknown: 0 },
});
const statements = [statement('2026-11-23', '2026-11-30', 10), statement('2026-11-30', '2026-12-07', 8)];
const line = (period: string, change: Partial<InvoiceLine> = {}): InvoiceLine =>
  aRecord('invoice-line', { poolId: pool.poolId, period, seats: 10, ...change });
const periods = (lines: readonly InvoiceLine[]): [string, number][][] =>
  reconcile(pool, statements, lines).map((one) =>
    one.map(({ period, unexplainedSeats }) => [period, unexplainedSeats]),
  );

test('a period belongs to the last review that had opened by its first day, that day included', () => {
  expect(periods([line('2026-11-30')])).toEqual([[['2026-11-30', 0]], []]);
  expect(periods([line('2026-12-06')])).toEqual([[['2026-12-06', 0]], []]);
  expect(periods([line('2026-12-07')])).toEqual([[], [['2026-12-07', 2]]]);
  expect(periods([line('2026-11-29')])).toEqual([[], []]);
});

test('lines of one period are one invoice; one that was taken back, or is another pool’s, is none of it', () => {
  const two = [line('2026-12-01', { seats: 6 }), line('2026-12-01', { seats: 5 })];
  expect(periods(two)).toEqual([[['2026-12-01', 1]], []]);
  for (const change of [
    { state: 'ended' as const },
    { state: 'superseded' as const },
    { poolId: 'pool-other' },
  ])
    expect(periods([line('2026-12-01', change)]), JSON.stringify(change)).toEqual([[], []]);
});
