import type { Input } from '../../contracts/api';
import type { SavingsList, StatementLine } from '../../contracts/money-views';
import type { PoolStatement, Saving } from '../../contracts/savings';
import type { InvoiceLine } from '../../contracts/money';
import type { Settings } from '../../contracts/settings';
import type { CountedPool } from '../../review/savings/pools';
import { reconcile } from '../../review/savings/reconcile';
import { currentTable } from '../decision-table';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { poolsNow, visiblePools } from './pools-now';

/** The savings in pools that the person may see, newest decision first, and the statements of these pools. */
export async function listSavings(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { poolId, state, offset, limit }: Input<'savings/list'>,
): Promise<SavingsList> {
  const { table } = await currentTable(ports, settings);
  const { known, invoiceLines } = await poolsNow(ports, table);
  const mayI = visiblePools(settings, caller);
  const pools = new Map(
    known
      .filter((pool) => mayI(pool) && (poolId === null || pool.poolId === poolId))
      .map((pool) => [pool.poolId, pool]),
  );
  const { ledger } = await ports.savings.load();
  const fitting = ledger.savings
    .filter((saving) => pools.has(saving.seat.poolId) && (state === null || saving.state === state))
    .sort((a, b) => (a.proposedAt < b.proposedAt ? 1 : -1));
  const shown = fitting.slice(offset, offset + limit);
  const personOf = await namePeople(
    ports,
    settings,
    shown.map(({ seat }) => seat.accountId),
  );
  const nameOf = (ari: string): string =>
    table.snapshot.resources.find((one) => one.ari === ari)?.name ?? ari;
  return {
    total: fitting.length,
    lines: shown.map((saving: Saving) => ({
      saving,
      person: personOf(saving.seat.accountId),
      poolName: pools.get(saving.seat.poolId)!.name,
      product: saving.seat.ari === null ? null : nameOf(saving.seat.ari),
    })),
    statements: [...pools.values()]
      .flatMap((pool) => statementsOf(pool, ledger.statements, invoiceLines))
      .sort((a, b) => (a.statement.to.at < b.statement.to.at ? 1 : -1)),
  };
}

function statementsOf(
  { poolId, name, record }: CountedPool,
  all: readonly PoolStatement[],
  lines: readonly InvoiceLine[],
): StatementLine[] {
  const statements = all.filter((one) => one.poolId === poolId);
  const periods = record === null ? [] : reconcile(record, statements, lines);
  return statements.map((statement, i) => ({
    statement,
    poolName: name,
    invoices: (periods[i] ?? []).map((period) => ({ ...period, currency: record!.currency })),
  }));
}
