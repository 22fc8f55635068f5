import type { Pool } from '../../../contracts/money';
import type { Settings } from '../../../contracts/settings';
import type { SetupRemark } from '../../../contracts/setup-checks';
import { nextRenewal } from '../../../billing/pools/periods';
import { costOf, purchasedOn } from '../../../billing/pools/worth';
import { seatsOfPools } from '../../../decision/pool-seats';
import { tableOf, termsOf } from '../../decision-table';
import type { CallerContext, Ports } from '../../ports';
import { poolsNow, visiblePools } from '../../savings/pools-now';
import { remark } from './remark';

/**
 * Which of the products that bill have their seats shown without money, and what is not known of what was bought.
 * Prices are typed in: nobody outside is asked.
 */
export async function checkPrices(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<SetupRemark[]> {
  const published = await ports.snapshots.current();
  if (published === null) return [remark('prices-need-scan')];
  const table = await tableOf(ports, published, termsOf(settings));
  const pools = (await poolsNow(ports, table)).counted.filter(visiblePools(settings, caller));
  if (pools.length === 0) return [remark('prices-nothing-billed')];
  const recorded = pools.flatMap(({ record }) => record ?? []);
  if (recorded.length === 0) return [remark('prices-none', { count: pools.length })];
  const nameOf = new Map(table.snapshot.resources.map(({ ari, name }) => [ari, name]));
  const alone = pools
    .filter(({ record }) => record === null)
    .flatMap(({ members }) => members.map((ari) => nameOf.get(ari) ?? ari));
  const seats = seatsOfPools(table, recorded);
  const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
  return [
    ...(alone.length > 0 ? [remark('prices-no-pool', { names: alone })] : []),
    ...tellPools(recorded, (pool) => seats.get(pool.poolId)!.billed.size, today),
  ];
}

function tellPools(pools: readonly Pool[], billedIn: (pool: Pool) => number, today: string): SetupRemark[] {
  const remarks: SetupRemark[] = [];
  const [unpriced, uncounted, known]: [string[], string[], string[]] = [[], [], []];
  for (const pool of pools) {
    const { name, bands, purchased, term, model } = pool;
    const billed = billedIn(pool);
    const renewed = purchased !== null && purchasedOn(pool, today) === null;
    if (bands.length === 0) unpriced.push(name);
    else if (costOf(pool, billed, today) === null) {
      remarks.push(remark('prices-beyond', { name, count: billed }));
    } else if (renewed) {
      remarks.push(remark('prices-renewed-since', { name, day: nextRenewal(pool, pool.asOf)! }));
    } else if (purchased === null && term === 'annual' && model === 'graduated') {
      // An annual term is a quantity that was bought; without it nobody knows what a freed seat is inside of.
      uncounted.push(name);
    } else known.push(name);
  }
  return [
    ...(unpriced.length > 0 ? [remark('prices-no-bands', { names: unpriced })] : []),
    ...remarks,
    ...(uncounted.length > 0 ? [remark('prices-quantity-unknown', { names: uncounted })] : []),
    ...(known.length > 0 ? [remark('prices-known', { names: known })] : []),
  ];
}
