import type { Overview } from '../../contracts/overview';
import type { Settings } from '../../contracts/settings';
import { UNKNOWN } from '../../decision/columns';
import { seatFlows } from '../../decision/seat-flows';
import { countSeatsByOwner } from '../../decision/seat-owner';
import type { DecisionTable } from '../../decision/tell';
import { seesOrganization } from '../authorise';
import { currentTable, visibleResources } from '../decision-table';
import type { CallerContext, Ports } from '../ports';
import { recordScope } from '../records/record-scope';
import { isRowUnderWay } from '../route-outs/requests';
import { poolsNow, visiblePools } from '../savings/pools-now';
import { reviewNow } from './review-now';
import { standoutsOf } from './standouts';

/** Groups and products that a picture shows by name. */
const NAMED = { groups: 12, products: 10 };
/** Reviews that the history goes back. */
const REVIEWS_SHOWN = 26;

/** Where the seats of now come from, what stands out, and how far the review is. Throws NO_SNAPSHOT. */
export async function getOverview(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<Overview> {
  const { published, table } = await currentTable(ports, settings);
  const visible = visibleResources(table, settings, caller);
  const byOwner = countSeatsByOwner(table, visible);
  const flows = seatFlows(table, visible, NAMED);
  return {
    scanId: published.scanId,
    scannedAt: published.report.finishedAt,
    verdict: published.report.verdict,
    seats: {
      billed: Object.values(byOwner).reduce((sum, seats) => sum + seats, 0),
      unknown: countUnknown(table, visible),
      byOwner,
    },
    flows,
    review: await reviewNow(ports, settings, caller),
    handedOver: await handedOverNow(ports, settings, caller),
    savings: await savingsNow(ports, settings, caller, table),
    history: await historyOf(ports, settings, caller),
    standouts: await standoutsOf(ports, settings, caller, {
      table,
      report: published.report,
      visible,
      flows,
    }),
  };
}

function countUnknown({ paths, columns }: DecisionTable, visible: (resource: number) => boolean): number {
  let unknown = 0;
  for (let c = 0; c < paths.caseAccount.length; c += 1)
    if (columns.caseBillable[c] === UNKNOWN && visible(paths.caseResource[c]!)) unknown += 1;
  return unknown;
}

async function handedOverNow(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<Overview['handedOver']> {
  const mayI = await recordScope(ports, settings, caller, 'route-out');
  const rows = (await ports.records.list('route-out')).filter(mayI);
  const people = (those: typeof rows): number =>
    new Set(those.map(({ row }) => `${row.accountId} ${row.ari}`)).size;
  return {
    underWay: people(rows.filter(isRowUnderWay)),
    confirmed: people(rows.filter(({ state }) => state === 'confirmed')),
  };
}

async function savingsNow(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  table: DecisionTable,
): Promise<Overview['savings']> {
  const mayI = visiblePools(settings, caller);
  const pools = new Set((await poolsNow(ports, table)).known.filter(mayI).map(({ poolId }) => poolId));
  const { ledger } = await ports.savings.load();
  const count = (...states: readonly string[]): number =>
    ledger.savings.filter(({ seat, state }) => pools.has(seat.poolId) && states.includes(state)).length;
  return { settled: count('settled', 'invoiced'), observed: count('observed') };
}

/** Reviews are opened on what is in scope: where that is more than the person sees, their seats are not his to compare. */
async function historyOf(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
): Promise<Overview['history']> {
  if (settings.scope === 'organization' && !seesOrganization(settings, caller)) return [];
  const cycles = (await ports.cycles.list()).slice(0, REVIEWS_SHOWN).reverse();
  return cycles.flatMap(({ id, opening }) =>
    opening === null
      ? []
      : [
          {
            cycleId: id,
            at: opening.at,
            seats: opening.seats,
            byOwner: opening.seatsByOwner,
            verdict: opening.verdict,
          },
        ],
  );
}
