import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HeldSeats, Saving, SavingsLedger, SeatRef } from '../../src/contracts/savings';
import { keyOfSeat, type SeatStanding } from '../../src/decision/pool-seats';
import { advance, isGone, isSettled, type SavingsLook } from '../../src/review/savings/advance';
import { isWatched, type Proposal, seatKey } from '../../src/review/savings/propose';
import { closeStatements, heldInPartial } from '../../src/review/savings/statement';

/*
 * A small world in which anything happens in any order: people take and lose paths, decisions are made and
 * withdrawn, scans see everything or only some of it, invoices come, reviews open.
 */

const PEOPLE = 3;
const PATHS = 2;
const person = fc.nat({ max: PEOPLE - 1 });
const path = fc.nat({ max: PATHS - 1 });

const anEvent = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('take' as const), person, path, bills: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const), person, path }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), person, path }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('carry out' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), person, path }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 80 }) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('scan' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('partial scan' as const), hides: fc.array(person) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('invoice' as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('review' as const) }) },
); // prettier-ignore
type Event = typeof anEvent extends fc.Arbitrary<infer E> ? E : never;

const START = Date.parse('2026-01-05T09:00:00Z');
const HOUR = 3_600_000;
const isoAt = (now: number): string => new Date(now).toISOString();
const accountOf = (who: number): string => `712020:person-${who}`;
const seatOf = (who: number): SeatRef => ({ poolId: 'pool-1', accountId: accountOf(who), ari: null });

/** What one scan showed of everybody. */
interface Shown {
  readonly at: number;
  readonly beganAt: number;
  readonly complete: boolean;
  readonly standing: readonly SeatStanding[];
}

/** Plays events and calls `look` with the ledger after each of them. */
function play(
  events: readonly Event[],
  look: (ledger: SavingsLedger, shown: readonly Shown[]) => void,
): SavingsLedger {
  let ledger: SavingsLedger = { schema: 1, scan: null, savings: [], statements: [], opened: null };
  let held: HeldSeats | null = null;
  let now = START;
  const paths = Array.from({ length: PEOPLE }, () => new Map<number, 'bills' | 'unknown'>([[0, 'bills']]));
  const decided = new Map<string, { id: string; who: number; on: number; at: number }>();
  const made = new Map<string, boolean>();
  const shown: Shown[] = [];
  let invoices: string[] = [];

  const standingIn = (who: number): SeatStanding => {
    const kinds = [...paths[who]!.values()];
    if (kinds.includes('bills')) return 'billed';
    return kinds.includes('unknown') ? 'unknown' : 'gone';
  };
  const proposalsNow = (): Proposal[] =>
    paths.flatMap((own, who) => {
      const by = [...decided.values()].filter((one) => one.who === who && own.has(one.on));
      const isCovered =
        standingIn(who) === 'billed' && [...own.keys()].every((on) => by.some((d) => d.on === on));
      if (!isCovered) return [];
      const at = Math.max(...by.map((one) => one.at));
      return [{ seat: seatOf(who), recordIds: by.map(({ id }) => id), decidedAt: isoAt(at), syncHours: 4 }];
    });
  const lookOf = (hides: readonly number[], complete: boolean): { look: SavingsLook; shown: Shown } => {
    const beganAt = now;
    now += HOUR;
    const standing = paths.map((_, who) => (hides.includes(who) ? ('gone' as const) : standingIn(who)));
    return {
      shown: { at: now, beganAt, complete, standing },
      look: {
        scan: { id: `scan-${now}`, beganAt: isoAt(beganAt), at: isoAt(now) },
        complete,
        proposals: proposalsNow().filter(({ seat }) => standing[Number(seat.accountId.at(-1))] === 'billed'),
        standingOf: ({ accountId }) => standing[Number(accountId.at(-1))]!,
        isWanted: (id) => made.get(id) === true,
        returnOf: () => ({ way: 'unknown', because: 'not asked', groupId: null }),
        invoicedAfter: (_, day) => invoices.filter((one) => one > day).sort()[0] ?? null,
      },
    };
  };
  const scan = (hides: readonly number[], complete: boolean): void => {
    const seen = lookOf(hides, complete);
    shown.push(seen.shown);
    const next = advance(ledger, seen.look);
    // Said again of the same scan, in whatever order its proposals come, nothing changes.
    expect(advance(next, { ...seen.look, proposals: [...seen.look.proposals].reverse() })).toEqual(next);
    expect(advance(next, { ...seen.look, scan: { ...seen.look.scan, id: 'older', at: isoAt(0) } })).toBe(
      next,
    );
    ledger = next;
  };
  const review = (): void => {
    const last = shown.at(-1);
    if (last === undefined) return;
    const keys = (wanted: SeatStanding): string[] =>
      last.standing.flatMap((one, who) => (one === wanted ? [keyOfSeat(seatOf(who))] : []));
    const read = [
      { poolId: 'pool-1', members: ['ari:x'], countedPer: 'person' as const, billed: keys('billed'), unknown: keys('unknown') },
    ]; // prettier-ignore
    const seats = last.complete ? read : heldInPartial(held ?? [], read, ledger.savings);
    const mark = { cycleId: 'cycle-2026-W01', scanId: `scan-${last.at}`, at: isoAt(last.at) };
    if (held !== null && ledger.opened !== null) {
      const { cycleId, scanId, at } = ledger.opened;
      const from = { cycleId, scanId, at };
      const closed = closeStatements({ mark: from, seats: held }, { mark, seats }, ledger.savings);
      ledger = { ...ledger, statements: [...ledger.statements, ...closed] };
    }
    held = seats;
    ledger = { ...ledger, opened: { ...mark, seatsHash: 'kept beside' } };
  };

  for (const event of events) {
    now += HOUR;
    switch (event.do) {
      case 'take':
        paths[event.person]!.set(event.path, event.bills ? 'bills' : 'unknown');
        break;
      case 'lose':
        paths[event.person]!.delete(event.path);
        break;
      case 'decide': {
        const id = `record-${now}`;
        const key = `${event.person} ${event.path}`;
        const earlier = decided.get(key);
        if (earlier !== undefined) made.set(earlier.id, false);
        made.set(id, true);
        decided.set(key, { id, who: event.person, on: event.path, at: now });
        break;
      }
      case 'carry out':
        for (const { who, on } of decided.values()) if (who === event.person) paths[who]!.delete(on);
        break;
      case 'withdraw': {
        const key = `${event.person} ${event.path}`;
        const earlier = decided.get(key);
        if (earlier !== undefined) made.set(earlier.id, false);
        decided.delete(key);
        break;
      }
      case 'wait':
        now += event.hours * HOUR;
        break;
      case 'scan':
        scan([], true);
        break;
      case 'partial scan':
        scan(event.hides, false);
        break;
      case 'invoice':
        invoices = [...invoices, isoAt(now + 24 * HOUR).slice(0, 10)];
        break;
      case 'review':
        review();
    }
    look(ledger, shown);
  }
  return ledger;
}

/** Who was shown gone by a complete scan and by none billed since: counted from all scans, without the ledger. */
function freeSeats(shown: readonly Shown[]): Set<string> {
  const free = new Set<string>();
  for (const { complete, standing } of shown) {
    standing.forEach((one, who) => {
      if (one === 'billed') free.delete(accountOf(who));
      else if (one === 'gone' && complete) free.add(accountOf(who));
    });
  }
  return free;
}

/** Whether the scans since a seat was observed permit that it has settled. */
function maySettle({ seat, observed }: Saving, shown: readonly Shown[]): boolean {
  const who = Number(seat.accountId.at(-1));
  const from = Date.parse(observed!.at);
  const since = shown.filter(({ at }) => at > from);
  const later = since.filter(({ complete, standing }) => complete && standing[who] === 'gone');
  const isBack = since.some(({ standing }) => standing[who] === 'billed');
  return !isBack && later.length >= 2 && later.some(({ beganAt }) => beganAt - from >= 24 * HOUR);
}

const events = fc.array(anEvent, { minLength: 20, maxLength: 80 });

test('whatever happens, no more is settled than seats were seen free, and only after the waits', () => {
  const reached = new Map<string, number>();
  fc.assert(
    fc.property(events, (happening) => {
      const end = play(happening, ({ savings }, shown) => {
        const free = freeSeats(shown);
        const settled = savings.filter(isSettled);
        expect(settled.length).toBeLessThanOrEqual(free.size);
        for (const saving of savings.filter(isGone)) expect(free.has(saving.seat.accountId)).toBe(true);
        for (const saving of settled) expect(maySettle(saving, shown)).toBe(true);
        const watched = savings.filter(isWatched).map(({ seat }) => seatKey(seat));
        expect(new Set(watched).size).toBe(watched.length);
        for (const { observed, proposedAt } of savings)
          if (observed !== null) expect(Date.parse(observed.at)).toBeGreaterThan(Date.parse(proposedAt));
      });
      for (const { state } of end.savings) reached.set(state, (reached.get(state) ?? 0) + 1);
    }),
    { numRuns: 1500 },
  );
  // The world is none in which nothing ever comes to anything.
  for (const state of ['proposed', 'observed', 'settled', 'invoiced', 'reversed', 'dropped'])
    expect(reached.get(state) ?? 0, state).toBeGreaterThan(0);
}, 120_000);

test('whatever happens, statements add up exactly, each begins where the last one ended', () => {
  const moved = { freed: 0, readded: 0, joiners: 0, other: 0 };
  fc.assert(
    fc.property(events, (happening) => {
      const { statements, savings } = play(happening, () => undefined);
      statements.forEach((one, i) => {
        expect(one.opening + one.joiners - one.freed + one.readded + one.other).toBe(one.closing);
        for (const part of [one.joiners, one.freed, one.readded]) expect(part).toBeGreaterThanOrEqual(0);
        if (i > 0)
          expect([one.opening, one.from]).toEqual([statements[i - 1]!.closing, statements[i - 1]!.to]);
        moved.freed += one.freed;
        moved.readded += one.readded;
        moved.joiners += one.joiners;
        moved.other += Math.abs(one.other);
      });
      const freed = statements.reduce((sum, one) => sum + one.freed, 0);
      expect(freed).toBeLessThanOrEqual(savings.filter(({ observed }) => observed !== null).length);
      const readded = statements.reduce((sum, one) => sum + one.readded, 0);
      expect(readded).toBeLessThanOrEqual(savings.filter(({ state }) => state === 'reversed').length);
    }),
    { numRuns: 1500 },
  );
  for (const [name, seats] of Object.entries(moved)) expect(seats, name).toBeGreaterThan(0);
}, 120_000);
