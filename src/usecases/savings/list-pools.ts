import type { InvoiceLine, Worth } from '../../contracts/money';
import type { PoolLine, PoolList } from '../../contracts/money-views';
import type { Saving } from '../../contracts/savings';
import type { Settings } from '../../contracts/settings';
import { nextPeriod } from '../../billing/pools/periods';
import { membersUnder, poolPresets } from '../../billing/pools/presets';
import { countAbsent, costOf, freeInside, worthOf } from '../../billing/pools/worth';
import { type PoolSeats, seatsOfPools } from '../../decision/pool-seats';
import type { CountedPool } from '../../review/savings/pools';
import { currentTable, visibleResources } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { poolsNow, visiblePools } from './pools-now';

/** Every pool that the person may see, with its seats now and what savings in it are worth. */
export async function listPools(ports: Ports, settings: Settings, caller: CallerContext): Promise<PoolList> {
  const { published, table } = await currentTable(ports, settings);
  const { resources } = table.snapshot;
  const nameOf = (ari: string): string => resources.find((one) => one.ari === ari)?.name ?? ari;
  const membersOf = (aris: readonly string[]): PoolLine['members'] =>
    aris.map((ari) => ({ ari, name: nameOf(ari) }));
  const known = await poolsNow(ports, table);
  const pools = known.counted.filter(visiblePools(settings, caller));
  const seats = seatsOfPools(table, pools);
  const { ledger } = await ports.savings.load();
  const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
  const isVisible = visibleResources(table, settings, caller);
  const visible = resources.filter((_, resource) => isVisible(resource));
  return {
    scanId: published.scanId,
    verdict: published.report.verdict,
    pools: pools.map((pool) => {
      const savings = ledger.savings.filter(({ seat }) => seat.poolId === pool.poolId);
      const line = lineOf(pool, { seats: seats.get(pool.poolId)!, savings, today });
      return {
        ...line,
        members: membersOf(pool.members),
        invoiceLines: invoiceLinesOf(known.invoiceLines, pool),
      };
    }),
    suggested: poolPresets.flatMap((preset) =>
      membersUnder(preset, visible).map((members) => ({
        preset: preset.id,
        name: preset.name,
        members: membersOf(members),
        countedPer: preset.countedPer,
        because: preset.because,
        source: preset.source,
      })),
    ),
  };
}

interface PoolFacts {
  readonly seats: PoolSeats;
  readonly savings: readonly Saving[];
  readonly today: string;
}

function invoiceLinesOf(lines: readonly InvoiceLine[], { poolId }: CountedPool): InvoiceLine[] {
  return lines
    .filter((line) => line.poolId === poolId && line.state === 'standing')
    .sort((a, b) => (a.period === b.period ? (a.number < b.number ? -1 : 1) : a.period < b.period ? 1 : -1));
}

function lineOf(
  pool: CountedPool,
  { seats, savings, today }: PoolFacts,
): Omit<PoolLine, 'members' | 'invoiceLines'> {
  const { poolId, name, countedPer, record } = pool;
  const billed = seats.billed.size;
  const numberOf = (fits: (saving: Saving) => boolean): number => savings.filter(fits).length;
  const proposed = numberOf(({ state }) => state === 'proposed');
  const worth = (before: number, after: number): Worth =>
    record === null
      ? { seats: before - after, cash: null, renewal: null, headroom: null }
      : worthOf(record, { before, after }, today);
  const next = record && nextPeriod(record, today);
  /** Those that will be gone in the next period: whoever came back before it saves nothing of it. */
  const gone = (fits: (saving: Saving) => boolean): number =>
    countAbsent(savings.filter(fits).map(absenceOf), next ?? '9999-12-31');
  return {
    poolId,
    name,
    countedPer,
    record,
    seats: { billed, unknown: seats.unknown.size },
    cost: record && costOf(record, billed, today),
    nextPeriod: next,
    freeInside: record && freeInside(record, billed, today),
    worth: {
      proposed: worth(billed, Math.max(0, billed - proposed)),
      observed: worth(
        billed + gone(({ observed, settledAt }) => observed !== null && settledAt === null),
        billed,
      ),
      settled: worth(billed + gone(({ settledAt }) => settledAt !== null), billed),
    },
  };
}

const dayOf = (at: string): string => at.slice(0, 10);
const absenceOf = ({ observed, returned }: Saving): { goneOn: string; backOn: string | null } => ({
  goneOn: dayOf(observed!.at),
  backOn: returned === null ? null : dayOf(returned.at),
});
