import type { InvoiceLine, Pool } from '../../contracts/money';
import type { Settings } from '../../contracts/settings';
import { newestBySubject } from '../../review/book';
import { type CountedPool, type Pools, poolsOf } from '../../review/savings/pools';
import type { DecisionTable } from '../../decision/tell';
import { seesOrganization } from '../authorise';
import type { CallerContext, Ports } from '../ports';

export interface PoolsNow extends Pools {
  /** Newest of each period and number. */
  readonly invoiceLines: readonly InvoiceLine[];
}

/** What was recorded of pools and their invoices, and what a scan adds to it. */
export async function poolsNow(ports: Ports, { snapshot, columns }: DecisionTable): Promise<PoolsNow> {
  const records = [...(await ports.records.list('pool')), ...(await ports.records.list('invoice-line'))];
  const newest = [...newestBySubject(records).values()];
  return {
    ...poolsOf(
      newest.filter((record): record is Pool => record.kind === 'pool'),
      snapshot.resources,
      columns.resourceStanding,
    ),
    invoiceLines: newest.filter((record): record is InvoiceLine => record.kind === 'invoice-line'),
  };
}

/** The pools that a person may see and of which finance said what they cost. */
export async function pricedPools(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  table: DecisionTable,
): Promise<Pool[]> {
  const pools = (await poolsNow(ports, table)).counted.filter(visiblePools(settings, caller));
  return pools.flatMap(({ record }) => (record !== null && record.bands.length > 0 ? [record] : []));
}

/** Whether a person may see a pool: any, or one of which every member is on the site whose Jira he administers. */
export function visiblePools(settings: Settings, caller: CallerContext): (pool: CountedPool) => boolean {
  if (seesOrganization(settings, caller)) return () => true;
  return ({ members }) => members.every((ari) => ari.endsWith(`/${caller.cloudId}`));
}
