import type { Input } from '../../contracts/api';
import type { Pool } from '../../contracts/money';
import type { Settings } from '../../contracts/settings';
import { currentTable, visibleResources } from '../decision-table';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead } from '../records/add-record';
import { advanceSavings } from './advance-savings';
import { poolsNow, visiblePools } from './pools-now';

/**
 * Records what is bought together and what it costs. A pool keeps its id while its prices change. A product may be
 * in several pools: an app that follows one product of a collection is a pool of that product alone.
 */
export async function savePool(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { poolId, after, reason, ...terms }: Input<'pools/save'>,
): Promise<Pool> {
  const { table } = await currentTable(ports, settings);
  const isVisible = visibleResources(table, settings, caller);
  const visible = table.snapshot.resources.filter((_, resource) => isVisible(resource)).map(({ ari }) => ari);
  if (!terms.members.every((ari) => visible.includes(ari)))
    throw new UseCaseError('NOT_FOUND', 'The last scan found no such product.');
  if (new Set(terms.members).size < terms.members.length)
    throw new UseCaseError('BAD_INPUT', 'A product can be in a pool once only.');
  if (poolId !== null) await requirePool(ports, settings, caller, poolId);
  const head = await recordHead(ports, caller, 'pool', { reason, after });
  const saved = await addRecord(ports, {
    ...head,
    kind: 'pool',
    state: 'standing',
    poolId: poolId ?? head.id,
    ...terms,
  });
  await advanceSavings(ports, settings);
  return saved;
}

/** The record of a pool that the person may see. Throws NOT_FOUND. */
export async function requirePool(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  poolId: string,
): Promise<Pool> {
  const { table } = await currentTable(ports, settings);
  const mayI = visiblePools(settings, caller);
  const { known } = await poolsNow(ports, table);
  const found = known.find((pool) => pool.poolId === poolId && mayI(pool))?.record ?? null;
  if (found === null) throw new UseCaseError('NOT_FOUND', 'There is no such pool.');
  return found;
}
