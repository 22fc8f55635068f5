import type { Amount, InvoiceLine, Pool } from '../../contracts/money';
import type { PoolStatement } from '../../contracts/savings';
import { costOf } from '../../billing/pools/worth';

/** What was billed for a period, and how much of it the seats that were counted do not explain. */
export interface ReconciledPeriod {
  readonly period: string;
  readonly seats: number;
  readonly amount: Amount;
  readonly unexplainedSeats: number;
  /** Null where the prices of the pool do not tell what so many seats cost. */
  readonly unexplainedAmount: Amount | null;
}

/**
 * The invoices of each statement of a pool, index for index. A period belongs to the last review that had opened by
 * its first day: what was counted then is what it should bill. Lines of one period are one invoice.
 */
export function reconcile(
  pool: Pool,
  statements: readonly PoolStatement[],
  lines: readonly InvoiceLine[],
): ReconciledPeriod[][] {
  const reconciled: ReconciledPeriod[][] = statements.map(() => []);
  const periods = new Map<string, { seats: number; amount: Amount }>();
  for (const { poolId, period, seats, amount, state } of lines) {
    if (poolId !== pool.poolId || state !== 'standing') continue;
    const known = periods.get(period) ?? { seats: 0, amount: 0 };
    periods.set(period, { seats: known.seats + seats, amount: known.amount + amount });
  }
  for (const [period, { seats, amount }] of [...periods].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = statements.findLastIndex(({ to }) => to.at.slice(0, 10) <= period);
    if (at === -1) continue;
    const { closing } = statements[at]!;
    const cost = costOf(pool, closing, period);
    reconciled[at]!.push({
      period,
      seats,
      amount,
      unexplainedSeats: seats - closing,
      unexplainedAmount: cost === null ? null : amount - cost,
    });
  }
  return reconciled;
}
