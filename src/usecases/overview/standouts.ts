import { countDirectories, type ScanReport } from '../../contracts/coverage';
import type { SeatFlow, Standouts } from '../../contracts/overview';
import type { Settings } from '../../contracts/settings';
import { OWNERS } from '../../contracts/vocabulary';
import { worthOf } from '../../billing/pools/worth';
import { seatsOfPools } from '../../decision/pool-seats';
import { listSources, type Source } from '../../decision/sources';
import type { DecisionTable } from '../../decision/tell';
import { casesAlsoSynced } from '../../review/sources/overlap';
import { indexRowsOfGrants } from '../../review/sources/source-facts';
import type { CallerContext, Ports } from '../ports';
import { pricedPools } from '../savings/pools-now';
import { sourceNamer } from './source-name';

/** As many of a kind are told; the tabs list the rest. */
const SHOWN = 3;

export interface Seen {
  readonly table: DecisionTable;
  readonly report: ScanReport;
  readonly visible: (resource: number) => boolean;
  readonly flows: readonly SeatFlow[];
}

const sumOf = (flows: readonly SeatFlow[]): number => flows.reduce((sum, { seats }) => sum + seats, 0);

/** What is worth knowing before anybody has decided anything. */
export async function standoutsOf(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { table, report, visible, flows }: Seen,
): Promise<Standouts> {
  const nameOf = sourceNamer(table);
  const sources = listSources(table).filter(({ resource, seats }) => visible(resource) && seats > 0);
  return {
    sources: sources
      .sort((a, b) => b.seats - a.seats)
      .slice(0, SHOWN)
      .map(({ grant, seats }) => ({ ...nameOf(grant), seats })),
    scimInactive: {
      seats: sumOf(flows.filter(({ cohort }) => cohort === 'scim-inactive')),
      directories: countDirectories(report.coverage),
    },
    redundantDefaults: redundantDefaultsOf(table, sources),
    ...(await priceStepsOf(ports, settings, caller, table)),
  };
}

/** Seats of default groups that a synced group holds as well; one that two of them give is one seat. */
function redundantDefaultsOf(
  table: DecisionTable,
  sources: readonly Source[],
): Standouts['redundantDefaults'] {
  const nameOf = sourceNamer(table);
  const rowsOf = indexRowsOfGrants(table);
  const isSynced = (row: number): boolean => OWNERS[table.columns.rowOwner[row]!] === 'idp-owned';
  const all = new Set<number>();
  const redundant = sources.flatMap(({ grant, owner, seats }) => {
    if (owner !== 'default-group') return [];
    const cases = casesAlsoSynced(table, rowsOf(grant), isSynced);
    for (const c of cases) all.add(c);
    return cases.length === 0 ? [] : [{ ...nameOf(grant), seats, redundant: cases.length }];
  });
  return {
    seats: all.size,
    sources: redundant.sort((a, b) => b.redundant - a.redundant).slice(0, SHOWN),
    more: Math.max(0, redundant.length - SHOWN),
  };
}

/** How many seats the next lower price is away, of pools that renew; seats cost each by itself elsewhere. */
async function priceStepsOf(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  table: DecisionTable,
): Promise<Pick<Standouts, 'priceSteps' | 'pricesKnown'>> {
  const priced = await pricedPools(ports, settings, caller, table);
  const seats = seatsOfPools(table, priced);
  const today = new Date(ports.clock.now()).toISOString().slice(0, 10);
  return {
    pricesKnown: priced.length > 0,
    priceSteps: priced.flatMap((record) => {
      const billed = seats.get(record.poolId)!.billed.size;
      const step = worthOf(record, { before: billed, after: billed }, today).renewal?.nextStep ?? null;
      return step === null ? [] : [{ pool: record.name, currency: record.currency, ...step }];
    }),
  };
}
