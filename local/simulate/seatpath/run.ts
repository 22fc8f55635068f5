import type { SavingLine, StatementLine } from '../../../src/contracts/money-views';
import type { RegisterLine } from '../../../src/contracts/review-views';
import type { RegisterKind } from '../../../src/contracts/records';
import { returnSentences } from '../../../src/review/queue/other-items';
import { people } from '../../org/demo/people';
import type { OrgFile } from '../../org/org-file';
import { firstRun } from '../../start/first-run';
import { castOf } from '../cast';
import { administrator, type Administrator } from '../edits';
import { everydayLife } from '../everyday-life';
import { type Return, watchReturns } from '../returns';
import { type Change, providerDesk } from '../identity-team';
import { type Outcome, outcomeOf } from '../outcome';
import { ownerOf, type Seat, seatsHeld } from '../truth';
import { START } from '../weeks';
import { openDesk, type OpenDesk } from './desk';
import { type Asked, identityOwners } from './identity-owners';
import { dayIn, followSuggestion, linesOf, passDay } from './reviewers';

/** A seat that went, epoch ms. */
export interface Freed extends Seat {
  readonly at: number;
}

/** Everything of a run that is held against the truth. */
export interface SeatpathRun {
  readonly outcome: Outcome;
  readonly desk: OpenDesk;
  readonly asked: readonly Asked[];
  readonly changes: readonly Change[];
  readonly returns: readonly Return[];
  readonly routeOuts: readonly RegisterLine[];
  /** Ids of route-outs as they were met, week by week. */
  readonly met: ReadonlySet<string>;
  readonly savings: readonly SavingLine[];
  readonly statements: readonly StatementLine[];
  /** Seats that went because somebody did what was decided, by key, and when they last went. */
  readonly freed: ReadonlyMap<string, Freed>;
  /** The seats held, and when: at each scan, oldest first. */
  readonly scans: readonly { readonly at: number; readonly held: ReadonlyMap<string, Seat> }[];
}

const REVIEWERS = { first: people.orgAdmin, second: people.reviewer };
/** Days after the last review in which what was said is still looked for. */
const LAST_DAYS = 3;

/** Lets Seatpath work through so many weeks, with everybody whom it needs. The desk is open afterwards. */
export async function runSeatpath(world: OrgFile, weeks: number): Promise<SeatpathRun> {
  const desk = await openDesk(world, REVIEWERS.first);
  const { org } = desk;
  const cast = castOf(world);
  const admin = administrator(org, world.org.id);
  const providers = providerDesk(org);
  const returns = watchReturns(org, world.timeline, providers);
  const life = everydayLife(org, cast, { start: START, returns });
  const owners = identityOwners(org, cast, providers, people.identityOwner);
  await firstRun({
    host: desk.host,
    installationId: desk.installationId,
    admin: REVIEWERS.first,
    orgId: world.org.id,
    orgKey: org.orgKey,
    scimKeys: org.scimKeys,
    world,
    identityOwner: people.identityOwner,
    roles: [{ accountId: REVIEWERS.second, role: 'reviewer', idpId: null }],
    waits: true,
  });

  const met = new Set<string>();
  const freed = new Map<string, Freed>();
  const scans: { at: number; held: ReadonlyMap<string, Seat> }[] = [];
  let [decisions, wrongOwners] = [0, 0];
  let reviewed: string | null = null;
  for (let day = 0; day < weeks * 7 + LAST_DAYS; day += 1) {
    const { cycle } = await desk.call('cycle/get', {});
    if (cycle?.state === 'open' && cycle.id !== reviewed) {
      reviewed = cycle.id;
      scans.push({ at: desk.clock.now(), held: seatsHeld(org) });
      const before = seatsHeld(org);
      const review = await reviewWeek(desk, admin, day === 0);
      decisions += review.decisions;
      wrongOwners += review.wrongOwners;
      for (const id of review.routeOuts) met.add(id);
      noteFreed(freed, before, desk);
    }
    await passDay(desk);
    const before = seatsHeld(org);
    providers.day();
    // The providers sync within the hour.
    await desk.advance(3_600_000);
    noteFreed(freed, before, desk, new Set(providers.changes.map(({ accountId }) => accountId)));
    life.day();
    returns.day();
    owners.day();
  }

  const { savings, statements } = await savingsOf(desk);
  const settled = savings.filter(({ saving }) => saving.state === 'settled' || saving.state === 'invoiced');
  const claimed = settled.map(({ saving: { seat } }) => ({ accountId: seat.accountId, ari: seat.ari! }));
  const hit = new Set([...freed.values()].map(({ accountId }) => accountId));
  const work = { id: 'P5', name: 'Seatpath', edits: admin.edits, wrongOwners, claimed, decisions, hit };
  return {
    outcome: outcomeOf(org, cast, work, seatsHeld(org).size),
    desk,
    asked: owners.asked,
    changes: providers.changes,
    returns: returns.returns,
    routeOuts: await register(desk, 'route-out'),
    met,
    savings,
    statements,
    freed,
    scans,
  };
}

const register = async (desk: OpenDesk, kind: RegisterKind): Promise<RegisterLine[]> =>
  (await desk.call('registers/list', { kind })).lines;

/** Notes the seats that went since a look; only those of some people where they are given. */
function noteFreed(
  freed: Map<string, Freed>,
  before: ReadonlyMap<string, Seat>,
  { org, clock }: OpenDesk,
  of: ReadonlySet<string> | null = null,
): void {
  const after = seatsHeld(org);
  for (const [key, seat] of before) {
    if (!after.has(key) && (of === null || of.has(seat.accountId)))
      freed.set(key, { ...seat, at: clock.now() });
  }
}

/** One review: the queue as suggested, what was planned is approved and done by hand, and it is closed. */
async function reviewWeek(
  desk: OpenDesk,
  admin: Administrator,
  first: boolean,
): Promise<{ decisions: number; wrongOwners: number; routeOuts: string[] }> {
  if (first) await protectWhoIsSuggested(desk);
  const known = new Set([
    ...(await register(desk, 'route-out')).map(({ record }) => record.id),
    ...(await register(desk, 'local-action')).map(({ record }) => record.id),
  ]);
  for (const line of await linesOf(desk, 'queue')) {
    // What its identity owner says to be done, and is not, stays with him: the app tells him every week.
    if (line.item.reason !== returnSentences['not-confirmed']) await followSuggestion(desk, line, REVIEWERS);
  }
  const routeOuts = await register(desk, 'route-out');
  const wrongOwners = [...routeOuts, ...(await register(desk, 'local-action'))].filter(({ record }) => {
    if (known.has(record.id) || !('row' in record)) return false;
    const { groupId } = record.row;
    const owner = groupId === null ? 'organization' : ownerOf(desk.org, groupId);
    return owner !== (record.kind === 'route-out' ? 'idp' : 'organization');
  }).length;
  const approvals = await carryOut(desk, admin);
  const { cycle, version } = await desk.call('cycle/get', {});
  const closed = await desk.call('cycle/close', { cycleId: cycle!.id, version });
  const decided = closed.cycle?.ending?.decisions ?? 0;
  return { decisions: decided + approvals, wrongOwners, routeOuts: routeOuts.map(({ record }) => record.id) };
}

async function protectWhoIsSuggested(desk: OpenDesk): Promise<void> {
  const { suggestions } = await desk.call('protections/suggest', {});
  for (const { rule, class: protectionClass, because } of suggestions) {
    await desk.call('protections/record', {
      rule,
      after: null,
      class: protectionClass,
      reason: because,
      steward: REVIEWERS.first,
      expiresOn: dayIn(desk, 300),
    });
  }
}

/** A second person approves what was planned; a site admin does it in Atlassian’s own screens and says so. */
async function carryOut(desk: OpenDesk, admin: Administrator): Promise<number> {
  let approvals = 0;
  for (const { record, version } of await register(desk, 'local-action')) {
    if (record.kind !== 'local-action' || record.state !== 'planned') continue;
    const { groupId, accountId } = record.row;
    // Nobody approves what is about himself, and a direct role has no group to leave.
    if (accountId === REVIEWERS.second || groupId === null) continue;
    const move = (name: 'approve' | 'claim', seen: number, by: string): Promise<unknown> =>
      desk.call('records/move', { recordId: record.id, version: seen, move: name, note: '' }, by);
    await move('approve', version, REVIEWERS.second);
    approvals += 1;
    // One membership may keep seats of several products: whoever left with the first is gone for the others.
    const isMember = desk.org.world.membersOf(groupId).has(accountId);
    const isOut = !isMember || (await admin.removeMember(groupId, accountId)).accepted;
    if (isOut) await move('claim', version + 1, REVIEWERS.first);
  }
  return approvals;
}

async function savingsOf(desk: OpenDesk): Promise<{ savings: SavingLine[]; statements: StatementLine[] }> {
  const savings: SavingLine[] = [];
  for (;;) {
    const page = await desk.call('savings/list', {
      poolId: null,
      state: null,
      offset: savings.length,
      limit: 200,
    });
    savings.push(...page.lines);
    if (savings.length >= page.total) return { savings, statements: page.statements };
  }
}
