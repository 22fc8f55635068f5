import type { RootCause } from '../../contracts/overview';
import type { Settings } from '../../contracts/settings';
import { worthOf } from '../../billing/pools/worth';
import { seatsOfPools } from '../../decision/pool-seats';
import type { DecisionTable } from '../../decision/tell';
import type { CallerContext, Ports } from '../ports';
import { pricedPools } from '../savings/pools-now';

/**
 * What it would be worth if cases of one product went, in each pool of it that has prices and that the person may
 * see. A pool that counts people loses nobody who holds another product of it.
 */
export async function indexCauseWorth(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  table: DecisionTable,
): Promise<(ari: string, cases: readonly number[]) => RootCause['worth']> {
  const priced = await pricedPools(ports, settings, caller, table);
  const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
  const before = seatsOfPools(table, priced);
  return (ari, cases) => {
    const touched = priced.filter(({ members }) => members.includes(ari));
    if (touched.length === 0 || cases.length === 0) return [];
    const after = seatsOfPools(table, touched, new Set(cases));
    return touched.map((record) => {
      const seatsIn = (seats: typeof after): number => seats.get(record.poolId)!.billed.size;
      const { cash, renewal } = worthOf(record, { before: seatsIn(before), after: seatsIn(after) }, today);
      return { pool: record.name, currency: record.currency, cash, renewal };
    });
  };
}
