import type { ReviewRecord } from '../../contracts/records';
import type { HeldSeats, SavingsLedger } from '../../contracts/savings';
import type { Settings } from '../../contracts/settings';
import { indexStandings, seatsOfPools } from '../../decision/pool-seats';
import type { DecisionTable } from '../../decision/tell';
import { advance } from '../../review/savings/advance';
import { indexInvoices, type Pools } from '../../review/savings/pools';
import { propose, type ProposalLook } from '../../review/savings/propose';
import { proposalsOf, type Removal } from '../../review/savings/proposals';
import { indexReturns } from '../../review/savings/return-way';
import { UNKNOWN_SYNC_HOURS } from '../../review/savings/settling';
import { closeStatements, heldInPartial } from '../../review/savings/statement';
import { isInForce } from '../../review/standing';
import { currentTable, tableOf, termsOf } from '../decision-table';
import { Conflict, type Ports, type Published } from '../ports';
import { allRecords } from '../records/add-record';
import { openedTable } from '../review/look';
import { poolsNow } from './pools-now';

/**
 * Holds the ledger of savings against the last published scan, and closes the statements of the review that has
 * opened since. Said again of the same scan, it changes nothing but what was decided or invoiced meanwhile; where a
 * run broke off, the next one makes up for it.
 */
export async function advanceSavings(ports: Ports, settings: Settings): Promise<void> {
  const { published, table } = await currentTable(ports, settings);
  const { ledger: before, version } = await ports.savings.load();
  const pools = await poolsNow(ports, table);
  const removals = await removalsNow(ports);
  const idpOf = await providerIndex(ports);
  const lookAt = proposalLooks(ports, settings, pools, { removals, idpOf });
  const proposed = before.scan?.id === published.scanId ? before : await proposeBefore(ports, settings, { ledger: before, published, removals, lookAt }); // prettier-ignore
  const { id, startedAt, finishedAt } = published.report;
  const inForce = removals.filter((one) => isInForce(one, ports.clock.now()));
  const advanced = advance(proposed, {
    ...lookAt(published, table, inForce),
    scan: { id, beganAt: startedAt, at: finishedAt },
    returnOf: indexReturns(table, pools.known),
    invoicedAfter: indexInvoices(pools.invoiceLines),
  });
  const ledger = await closeReview(ports, advanced, pools);
  // A scan that changed nothing is not worth a link of the chain: held against it again, it changes nothing either.
  if (JSON.stringify({ ...ledger, scan: null }) === JSON.stringify({ ...before, scan: null })) return;
  try {
    await ports.savings.save(ledger, version);
  } catch (error) {
    // Another run has done this at the same moment.
    if (error instanceof Conflict) return;
    throw error;
  }
  const outdated = before.opened?.seatsHash;
  if (outdated !== undefined && outdated !== ledger.opened?.seatsHash)
    await ports.savings.forgetSeats(outdated);
}

const isRemoval = (record: ReviewRecord): record is Removal =>
  record.kind === 'route-out' || record.kind === 'local-action' || record.kind === 'redesign';

async function removalsNow(ports: Ports): Promise<Removal[]> {
  const stored = await allRecords(ports, ['route-out', 'local-action', 'redesign']);
  return stored.map(({ record }) => record).filter(isRemoval);
}

/**
 * The identity provider that writes what a decision takes: whoever is asked, or agreed to an edit by hand. Null where
 * the path is the organization’s own.
 */
async function providerIndex(ports: Ports): Promise<(removal: Removal) => string | null> {
  const agreed = await ports.records.list('boundary-exception');
  const idpIds = new Map(agreed.map(({ id, idpId }) => [id, idpId]));
  return (removal) => {
    if (removal.kind === 'route-out') return removal.idpId;
    return removal.kind === 'local-action' ? (idpIds.get(removal.under ?? '') ?? null) : null;
  };
}

type LookAt = (published: Published, table: DecisionTable, asked: readonly Removal[]) => ProposalLook;

/** What a scan shows of decisions; only those that are in force propose anything, those carried out still stand. */
function proposalLooks(
  ports: Ports,
  { identityProviders }: Settings,
  pools: Pools,
  { removals, idpOf }: { removals: readonly Removal[]; idpOf: (removal: Removal) => string | null },
): LookAt {
  const now = ports.clock.now();
  const wanted = new Set(
    removals.filter((one) => isInForce(one, now) || one.state === 'confirmed').map(({ id }) => id),
  );
  const syncHoursOf = (removal: Removal): number => {
    const idpId = idpOf(removal);
    if (idpId === null) return 0;
    const provider = identityProviders.find((one) => one.idpId === idpId);
    return provider === undefined ? UNKNOWN_SYNC_HOURS.value : provider.syncMinutes / 60;
  };
  return ({ report }, table, asked) => ({
    complete: report.verdict === 'complete',
    proposals: proposalsOf(table, pools.counted, asked, syncHoursOf),
    standingOf: indexStandings(table, pools.known),
    isWanted: (recordId) => wanted.has(recordId),
  });
}

/**
 * What was decided on the scan before the last one, as that one showed it: a seat that is gone by now was billed
 * then. A decision that the last scan confirmed was in force until it did.
 */
async function proposeBefore(
  ports: Ports,
  settings: Settings,
  {
    ledger,
    published,
    removals,
    lookAt,
  }: { ledger: SavingsLedger; published: Published; removals: readonly Removal[]; lookAt: LookAt },
): Promise<SavingsLedger> {
  const previous = await ports.snapshots.previous();
  if (previous === null) return ledger;
  const now = ports.clock.now();
  const table = await tableOf(ports, previous, termsOf(settings));
  const inForceThen = removals.filter((one) => {
    if (Date.parse(one.recordedAt) >= Date.parse(published.publishedAt)) return false;
    const steppedAt = one.steps.at(-1)?.at ?? one.recordedAt;
    const isJustConfirmed = Date.parse(steppedAt) >= Date.parse(previous.publishedAt);
    return isInForce(one, now) || (one.state === 'confirmed' && isJustConfirmed);
  });
  return propose(ledger, lookAt(previous, table, inForceThen));
}

/** Closes the statements of the review that opened last, unless that was done. */
async function closeReview(ports: Ports, ledger: SavingsLedger, pools: Pools): Promise<SavingsLedger> {
  const cycle = (await ports.cycles.list()).find(({ opening }) => opening !== null);
  const review = await openedTable(ports);
  if (cycle === undefined || review === null || ledger.opened?.cycleId === cycle.id) return ledger;
  const { report } = review.published;
  const read = heldSeats(review.table, pools);
  const earlier = ledger.opened === null ? [] : await ports.savings.seats(ledger.opened.seatsHash);
  const seats = report.verdict === 'complete' ? read : heldInPartial(earlier, read, ledger.savings);
  const mark = { cycleId: cycle.id, scanId: report.id, at: report.finishedAt };
  const opened = { ...mark, seatsHash: await ports.savings.keepSeats(seats) };
  if (ledger.opened === null) return { ...ledger, opened };
  const { cycleId, scanId, at } = ledger.opened;
  const before = { mark: { cycleId, scanId, at }, seats: earlier };
  const closed = closeStatements(before, { mark, seats }, ledger.savings);
  return { ...ledger, opened, statements: [...ledger.statements, ...closed] };
}

function heldSeats(table: DecisionTable, { counted }: Pools): HeldSeats {
  const seats = seatsOfPools(table, counted);
  return counted.map(({ poolId, members, countedPer }) => {
    const { billed, unknown } = seats.get(poolId)!;
    return {
      poolId,
      members: [...members],
      countedPer,
      billed: [...billed].sort(),
      unknown: [...unknown].sort(),
    };
  });
}
