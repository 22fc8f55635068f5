import { expect, test } from 'vitest';
import type { ReturnCause, Saving, SavingsLedger, SeatRef } from '../../src/contracts/savings';
import type { SeatStanding } from '../../src/decision/pool-seats';
import { advance, type SavingsLook } from '../../src/review/savings/advance';
import type { Proposal } from '../../src/review/savings/propose';
import { LATER_SCANS, LEAST_HOURS, UNKNOWN_SYNC_HOURS } from '../../src/review/savings/settling';
import { closeStatements, heldInPartial } from '../../src/review/savings/statement';

const seat: SeatRef = { poolId: 'pool-1', accountId: '712020:sue', ari: null };
const ADMIN: ReturnCause = { way: 'admin', because: 'somebody added it', groupId: 'group-1' };
const START = Date.parse('2026-11-02T09:00:00Z');
const hour = (hours: number): string => new Date(START + hours * 3_600_000).toISOString();
const EMPTY: SavingsLedger = { schema: 1, scan: null, savings: [], statements: [], opened: null };

const proposal = (change: Partial<Proposal> = {}): Proposal => ({
  seat,
  recordIds: ['record-1'],
  decidedAt: hour(0),
  syncHours: 0,
  ...change,
});

interface Shown {
  readonly standing?: SeatStanding;
  readonly complete?: boolean;
  readonly proposals?: readonly Proposal[];
  readonly wanted?: readonly string[];
  readonly beganAt?: string;
  readonly invoice?: string | null;
}

/** A scan that took an hour and ended at a time; what it showed of the seat, and which decisions stand. */
function scanAt(ended: number, shown: Shown = {}): SavingsLook {
  const { standing = 'gone', complete = true, proposals = [], wanted = ['record-1'] } = shown;
  return {
    scan: { id: `scan-${ended}`, beganAt: shown.beganAt ?? hour(ended - 1), at: hour(ended) },
    complete,
    proposals,
    standingOf: () => standing,
    isWanted: (id) => wanted.includes(id),
    returnOf: () => ADMIN,
    invoicedAfter: (_, day) => (shown.invoice != null && shown.invoice > day ? shown.invoice : null),
  };
}

const run = (looks: readonly SavingsLook[], from = EMPTY): Saving[] => looks.reduce(advance, from).savings;
const billed = (ended: number, shown: Shown = {}): SavingsLook =>
  scanAt(ended, { standing: 'billed', proposals: [proposal()], ...shown });
const states = (looks: readonly SavingsLook[]): string[] => run(looks).map(({ state }) => state);

test('from the decision to the invoice: proposed, observed, settled by the second later scan, invoiced', () => {
  const looks = [billed(1), scanAt(170), scanAt(338), scanAt(506), scanAt(674, { invoice: '2026-12-01' })];
  expect(looks.map((_, i) => states(looks.slice(0, i + 1))[0])).toEqual([
    'proposed',
    'observed',
    'observed',
    'settled',
    'invoiced',
  ]);
  expect(run(looks)).toEqual([
    {
      seat,
      state: 'invoiced',
      recordIds: ['record-1'],
      proposedAt: hour(0),
      waitHours: 24,
      observed: { scanId: 'scan-170', at: hour(170) },
      seenGone: 2,
      settledAt: hour(506),
      invoicedPeriod: '2026-12-01',
      returned: null,
    },
  ]);
});

test('two scans on the same day do not settle; the first one that began a day after does', () => {
  const looks = [billed(1), scanAt(10), scanAt(12), scanAt(14), scanAt(34.5)];
  expect(states(looks)).toEqual(['observed']);
  expect(states([...looks, scanAt(35)])).toEqual(['settled']);
});

test('a provider that syncs more slowly than once a day is waited for', () => {
  const slow = billed(1, { proposals: [proposal({ syncHours: 72 })] });
  const looks = [slow, scanAt(10), scanAt(40), scanAt(80)];
  expect(states(looks)).toEqual(['observed']);
  expect(states([...looks, scanAt(83)])).toEqual(['settled']);
});

test('a partial scan observes nothing, settles nothing and drops nothing that it does not show', () => {
  const partial = (ended: number): SavingsLook => scanAt(ended, { complete: false });
  expect(states([billed(1), partial(170)])).toEqual(['proposed']);
  expect(states([billed(1), scanAt(170), partial(338), partial(506), partial(674)])).toEqual(['observed']);
  expect(states([billed(1), billed(170, { complete: false, proposals: [] })])).toEqual(['proposed']);
});

test('a partial scan that shows the seat shows that it is back', () => {
  const back = billed(338, { complete: false, proposals: [] });
  expect(run([billed(1), scanAt(170), back])).toMatchObject([
    { state: 'reversed', returned: { scanId: 'scan-338', afterDays: 7, ...ADMIN } },
  ]);
});

test('what nobody knows to be billed is not gone, and does not count as seen gone', () => {
  const unknown = (ended: number): SavingsLook => scanAt(ended, { standing: 'unknown' });
  expect(states([billed(1), unknown(170)])).toEqual(['proposed']);
  expect(run([billed(1), scanAt(170), unknown(338), unknown(506)])).toMatchObject([{ seenGone: 0 }]);
});

test('it comes back from any state after it was observed, and is a saving no more', () => {
  const invoice = '2026-12-01';
  const looks = [billed(1), scanAt(170), scanAt(338), scanAt(506), scanAt(674, { invoice })];
  for (const count of [2, 3, 4, 5]) {
    const back = billed(1000, { proposals: [], invoice });
    expect(states([...looks.slice(0, count), back]), String(count)).toEqual(['reversed']);
  }
});

test('proposed again after it came back, it is another saving, and the first one stays as it ended', () => {
  const looks = [billed(1), scanAt(170), billed(338, { wanted: ['record-1', 'record-2'] }), scanAt(506)];
  expect(states(looks)).toEqual(['reversed', 'observed']);
});

test('withdrawn before anything was seen it is dropped, also where it is gone by then; after that it is not', () => {
  expect(states([billed(1), scanAt(170, { wanted: [] })])).toEqual(['dropped']);
  expect(states([billed(1), billed(170, { wanted: [], proposals: [] })])).toEqual(['dropped']);
  expect(states([billed(1), scanAt(170), scanAt(338, { wanted: [] })])).toEqual(['observed']);
});

test('a decision that no longer frees the seat proposes nothing', () => {
  expect(states([billed(1), billed(170, { proposals: [] })])).toEqual(['dropped']);
});

test('a scan that began before the decision observes nothing', () => {
  const early = billed(1, { proposals: [proposal({ decidedAt: hour(169.5) })] });
  expect(states([early, scanAt(170)])).toEqual(['proposed']);
  expect(states([early, scanAt(170), scanAt(338)])).toEqual(['observed']);
});

test('a seat that was not billed when it was proposed is no saving', () => {
  expect(states([scanAt(1, { proposals: [proposal()] })])).toEqual([]);
  expect(states([scanAt(1, { standing: 'unknown', proposals: [proposal()] })])).toEqual([]);
});

test('one scan counts once, and an older one not at all', () => {
  const looks = [billed(1), scanAt(170), scanAt(338)];
  const ledger = looks.reduce(advance, EMPTY);
  expect(advance(ledger, looks.at(-1)!)).toEqual(ledger);
  expect(advance(ledger, billed(169))).toBe(ledger);
});

test('decisions that were carried out stay named beside those that are still open', () => {
  const both = billed(1, { proposals: [proposal({ recordIds: ['record-2', 'record-1'] })] });
  const second = billed(170, {
    proposals: [proposal({ recordIds: ['record-2'], syncHours: 48 })],
    wanted: ['record-1', 'record-2'],
  });
  expect(run([both, second])).toMatchObject([{ recordIds: ['record-1', 'record-2'], waitHours: 48 }]);
  expect(run([both, { ...second, isWanted: (id) => id === 'record-2' }])).toMatchObject([
    { recordIds: ['record-2'] },
  ]);
});

test('an invoice of the period in which it went is none that leaves it out; one that is taken back counts no more', () => {
  const looks = [billed(1), scanAt(170), scanAt(338), scanAt(506, { invoice: '2026-11-09' })];
  expect(states(looks)).toEqual(['settled']);
  expect(states([...looks, scanAt(674, { invoice: '2026-11-10' })])).toEqual(['invoiced']);
  expect(run([...looks, scanAt(674, { invoice: '2026-11-10' }), scanAt(900)])).toMatchObject([
    { state: 'settled', invoicedPeriod: null },
  ]);
});

test('every wait says why', () => {
  for (const { value, because } of [LATER_SCANS, LEAST_HOURS, UNKNOWN_SYNC_HOURS]) {
    expect(value).toBeGreaterThan(0);
    expect(because.length).toBeGreaterThan(30);
  }
});

const mark = (week: number): { cycleId: string; scanId: string; at: string } => ({
  cycleId: `cycle-2026-W${44 + week}`,
  scanId: `scan-${week}`,
  at: hour(168 * week),
});
const pool = (names: string, unknown = ''): Parameters<typeof closeStatements>[1]['seats'][number] => ({
  poolId: 'pool-1',
  members: ['ari:cloud:jira-software::site/acme'],
  countedPer: 'person',
  billed: Array.from(names, (name) => `712020:${name} `),
  unknown: Array.from(unknown, (name) => `712020:${name} `),
});
const saved = (name: string, state: Saving['state'], change: Partial<Saving> = {}): Saving => ({
  ...run([billed(1)])[0]!,
  seat: { ...seat, accountId: `712020:${name}` },
  state,
  ...change,
});
const returnedAt = (at: string): Partial<Saving> => ({
  returned: { scanId: 'scan-x', at, afterDays: 1, ...ADMIN },
});

test('each seat that came or went stands in one number of the statement', () => {
  const savings = [
    saved('a', 'observed'),
    saved('b', 'settled'),
    saved('c', 'proposed'),
    saved('f', 'reversed', returnedAt(hour(300))),
    // Came back before, left by itself and joined again.
    saved('g', 'reversed', returnedAt(hour(100))),
  ];
  const before = { mark: mark(1), seats: [pool('abcde', 'h')] };
  const now = { mark: mark(2), seats: [pool('efghi', 'd')] };
  expect(closeStatements(before, now, savings)).toEqual([
    {
      poolId: 'pool-1',
      from: mark(1),
      to: mark(2),
      opening: 5,
      joiners: 2,
      freed: 2,
      readded: 1,
      // h was not known to be billed before; c left without having been seen by a decision, d is not known now.
      other: 1 - 2,
      closing: 5,
      unknown: 1,
    },
  ]);
});

test('a pool that is new, or counted otherwise, begins anew', () => {
  const now = { mark: mark(2), seats: [pool('ab')] };
  for (const change of [
    { poolId: 'pool-2' },
    { countedPer: 'resource' as const },
    { members: ['ari:other'] },
  ]) {
    expect(closeStatements({ mark: mark(1), seats: [{ ...pool('a'), ...change }] }, now, [])).toEqual([]);
  }
});

test('on a partial scan seats that it does not show are held on, but for those that were seen gone', () => {
  const held = heldInPartial([pool('abc')], [pool('ad', 'b')], [saved('c', 'observed')]);
  expect(held).toEqual([pool('abd')]);
  expect(heldInPartial([], [pool('ad', 'b')], [])).toEqual([pool('ad', 'b')]);
});
