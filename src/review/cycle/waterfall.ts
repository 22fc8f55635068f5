import type { SeatCause, SeatOwner, Waterfall } from '../../contracts/cycles';
import { IS } from '../../decision/columns';
import { seatOwner } from '../../decision/seat-owner';
import type { DecisionTable } from '../../decision/tell';

interface Case {
  readonly bills: boolean;
  /** Whether any path is left, billed or not. */
  readonly owner: SeatOwner;
  readonly active: boolean;
}

/** Cases by account and resource; accounts without a case too, so that a newcomer is told from a new path. */
function indexCases(table: DecisionTable): { cases: Map<string, Case>; accounts: ReadonlySet<string> } {
  const { snapshot, paths, columns } = table;
  const cases = new Map<string, Case>();
  for (let c = 0; c < paths.caseAccount.length; c += 1) {
    const account = paths.caseAccount[c]!;
    const key = `${snapshot.accounts.ids[account]!} ${snapshot.resources[paths.caseResource[c]!]!.ari}`;
    cases.set(key, {
      bills: columns.caseBillable[c] === IS,
      owner: seatOwner(table, c),
      active: columns.accountStanding[account] === 'active',
    });
  }
  return { cases, accounts: new Set(snapshot.accounts.ids) };
}

function gainedBy(before: Case | undefined, now: Case, known: boolean): SeatCause {
  if (before === undefined) return known ? 'gained-path' : 'joined';
  return !before.active && now.active ? 'restored' : 'became-billable';
}

function lostBy(now: Case | undefined, before: Case, known: boolean): SeatCause {
  if (now === undefined) return known ? 'lost-path' : 'left';
  return before.active && !now.active ? 'suspended' : 'no-longer-billable';
}

/**
 * What changed in the billing seats between two scans, by cause and owner. The steps add up to the difference
 * exactly, because each seat that came or went is counted once (S7). Pure.
 */
export function compareSeats(earlier: DecisionTable, later: DecisionTable): Waterfall {
  const before = indexCases(earlier);
  const after = indexCases(later);
  const steps = new Map<string, { cause: SeatCause; owner: SeatOwner; seats: number }>();
  const moved = new Map<string, { from: SeatOwner; to: SeatOwner; seats: number }>();
  const step = (cause: SeatCause, owner: SeatOwner, seats: number): void => {
    const known = steps.get(`${cause} ${owner}`) ?? { cause, owner, seats: 0 };
    steps.set(`${cause} ${owner}`, { ...known, seats: known.seats + seats });
  };
  let count = 0;
  for (const [key, now] of after.cases) {
    const then = before.cases.get(key);
    const known = before.accounts.has(key.slice(0, key.indexOf(' ')));
    if (now.bills) count += 1;
    if (now.bills && !then?.bills) step(gainedBy(then, now, known), now.owner, 1);
    if (now.bills && then?.bills && then.owner !== now.owner) {
      const way = `${then.owner} ${now.owner}`;
      moved.set(way, { from: then.owner, to: now.owner, seats: (moved.get(way)?.seats ?? 0) + 1 });
    }
  }
  let countBefore = 0;
  for (const [key, then] of before.cases) {
    if (!then.bills) continue;
    countBefore += 1;
    const now = after.cases.get(key);
    const known = after.accounts.has(key.slice(0, key.indexOf(' ')));
    if (!now?.bills) step(lostBy(now, then, known), then.owner, -1);
  }
  const inOrder = <T>(map: Map<string, T>): T[] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { before: countBefore, steps: inOrder(steps), after: count, moved: inOrder(moved) };
}
