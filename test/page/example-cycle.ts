import { type Cycle, type Opening } from '../../src/contracts/cycles';
import { type CycleView } from '../../src/contracts/review-views';
import { CYCLE } from './example-records';
import { JIRA, personAt, SCAN_ID, SCANNED_AT } from './example-org';

export const OPENING: Opening = {
  at: '2026-11-23T08:05:00.000Z',
  scanId: SCAN_ID,
  scannedAt: SCANNED_AT,
  verdict: 'complete',
  reasons: [],
  baseline: false,
  budget: 15,
  inactiveDays: 90,
  plans: [],
  seats: 7_056,
  seatsByOwner: {},
  seatsWithIntent: 5_820,
  queue: { items: 10, seats: 2_721, freeable: 552 },
  backlog: { items: 120, seats: 8_460, freeable: 8_460 },
  rows: { queued: 412, backlog: 1_904, covered: 5_310, 'route-out': 88, exception: 41, hold: 6, keep: 19 },
  covered: [],
  sourcesChanged: [
    {
      groupId: 'group-okta-marketing',
      groupName: 'okta-marketing',
      ari: JIRA,
      was: { owner: 'idp-owned', defaultRole: null },
      is: { owner: 'local-group', defaultRole: null },
    },
  ],
  endingSoon: [
    { recordId: 'exception-1', kind: 'exception' },
    { recordId: 'exception-2', kind: 'exception' },
    { recordId: 'hold-1', kind: 'hold' },
  ],
  voided: [{ recordId: 'intent-void', because: 'It holds 3280 seats; it was decided for 2838 at most.' }],
  waterfall: {
    before: 7_012,
    steps: [
      { cause: 'joined', owner: 'idp-owned', seats: 61 },
      { cause: 'joined', owner: 'default-group', seats: 14 },
      { cause: 'gained-path', owner: 'local-group', seats: 3 },
      { cause: 'left', owner: 'several', seats: -26 },
      { cause: 'suspended', owner: 'idp-owned', seats: -8 },
    ],
    after: 7_056,
    moved: [{ from: 'local-group', to: 'idp-owned', seats: 12 }],
  },
  kept: { items: 'hash-of-items', seatAges: 'hash-of-ages' },
};

export const OPEN_CYCLE: Cycle = {
  schema: 1,
  id: CYCLE,
  state: 'open',
  dueAt: '2026-11-23T08:00:00.000Z',
  begunAt: '2026-11-23T08:00:00.000Z',
  opening: OPENING,
  ending: null,
  digest: { issueKey: 'OPS-7' },
};

function earlierCycle(week: number, state: 'closed' | 'lapsed'): CycleView['earlier'][number] {
  const id = `cycle-2026-W${week}`;
  const dueAt = `2026-11-${String(23 - 7 * (48 - week)).padStart(2, '0')}T08:00:00.000Z`;
  const ending = {
    at: dueAt.replace('T08', 'T15'),
    by: state === 'closed' ? '712020:account-0' : ('seatpath' as const),
    rows: { queued: 20 },
    decidedRows: 380 - week,
    decidedBy: ['712020:account-0'],
    decisions: 14,
    items: state === 'closed' ? { decided: 13, undecided: 2 } : { decided: 4, undecided: 11 },
    ledgerHash: 'hash-of-ledger',
  };
  const opening = { ...OPENING, baseline: week === 45, seats: 7_056 - 44 * (48 - week) };
  return { id, state, dueAt, cycle: { ...OPEN_CYCLE, id, state, dueAt, opening, ending } };
}

export const OPEN_REVIEW: CycleView = {
  cycle: OPEN_CYCLE,
  version: 3,
  nextDueAt: '2026-11-30T08:00:00.000Z',
  timeZone: 'Europe/Berlin',
  progress: {
    items: { total: 10, decided: 2 },
    rows: { ...OPENING.rows, queued: 380, 'route-out': 120 },
    sections: [
      { section: 'local-paths', items: 4, undecided: 3 },
      { section: 'default-groups', items: 2, undecided: 2 },
      { section: 'exceptions', items: 1, undecided: 1 },
      { section: 'billable-seats', items: 3, undecided: 2 },
    ],
  },
  open: { queue: { items: 8, seats: 2_309 }, backlog: { items: 120, seats: 1_044 } },
  earlier: [earlierCycle(47, 'closed'), earlierCycle(46, 'lapsed'), earlierCycle(45, 'closed')],
  people: [0, 1, 2].map(personAt),
};
