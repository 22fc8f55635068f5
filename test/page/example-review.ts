import { type Cycle, type Opening } from '../../src/contracts/cycles';
import { type QueueItem } from '../../src/contracts/queue';
import { type CycleView, type ItemPerson, type QueueLine } from '../../src/contracts/review-views';
import { type Owner } from '../../src/contracts/vocabulary';
import { CYCLE } from './example-records';
import { GROUP, JIRA, personAt, PRODUCTS, SCAN_ID, SCANNED_AT } from './example-org';

/** The site of the example; also the cloud id inside of its resources. */
export const SITE = '11111111-1111-1111-1111-111111111111';

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
  seatsWithIntent: 5_820,
  queue: { items: 10, seats: 2_681, freeable: 552 },
  backlog: { items: 120, seats: 8_460, freeable: 8_460 },
  rows: { queued: 412, backlog: 1_904, covered: 5_310, 'route-out': 88, exception: 41, hold: 6, keep: 19 },
  covered: [],
  voided: [
    { recordId: 'intent-void', because: 'It holds 3,280 seats now; the decision was for at most 3,100.' },
  ],
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
  earlier: [earlierCycle(47, 'closed'), earlierCycle(46, 'lapsed'), earlierCycle(45, 'closed')],
  people: [0, 1, 2].map(personAt),
};

interface ItemWish extends Partial<Omit<QueueItem, 'people'>> {
  groupName?: string | null;
  people: number;
  decided?: number;
  suggestion: QueueLine['suggestion'];
}

function aLine(id: string, wish: ItemWish): QueueLine {
  const { groupName = 'legacy-jira-2017', people, decided = 0, suggestion, ...item } = wish;
  const ari = item.ari === undefined ? JIRA : item.ari;
  return {
    item: {
      id,
      class: 'inactive-one-edit',
      section: 'local-paths',
      finding: 'inactive-seat',
      outcome: 'free-seats',
      ari,
      groupId: groupName === null ? null : `group-${groupName}`,
      cloudId: null,
      owner: 'local-group',
      seats: people,
      freeable: people,
      edits: 1,
      editOwners: ['local-group'],
      reason: '',
      recordId: null,
      since: null,
      inQueue: true,
      ...item,
    },
    groupName,
    product: ari === null ? null : PRODUCTS[0]!.name,
    site: item.cloudId === undefined ? null : 'northwind.atlassian.net',
    people,
    decided,
    suggestion,
  };
}

const FREE = { do: 'free-seats', because: 'Each seat is free after one edit of a local group.' } as const;

/** A queue with an item of each class, in rank order. */
export function exampleQueue(): QueueLine[] {
  return [
    aLine('item-back', {
      class: 'back',
      section: 'exceptions',
      people: 3,
      reason: 'The exceptions ended on 20 November.',
      suggestion: { do: 'look', because: 'The reason of each exception may still hold.' },
    }),
    aLine('item-scim', {
      class: 'scim-inactive',
      finding: 'scim-inactive-billable',
      section: 'billable-seats',
      groupName: 'contractors',
      owner: 'idp-owned',
      editOwners: ['idp-owned'],
      people: 8,
      decided: 8,
      suggestion: { do: 'free-seats', because: 'Okta calls them inactive since weeks.' },
    }),
    aLine('item-inactive', { people: 12, since: Date.parse('2025-02-01'), suggestion: FREE }),
    aLine('item-never', {
      class: 'never-active',
      finding: 'never-active',
      section: 'default-groups',
      groupName: 'jira-users',
      owner: 'default-group',
      people: 312,
      decided: 40,
      editOwners: ['default-group'],
      suggestion: FREE,
    }),
    aLine('item-several', {
      class: 'inactive-more-edits',
      people: 24,
      freeable: 11,
      edits: 3,
      editOwners: ['idp-owned', 'local-group', 'default-group'],
      suggestion: { do: 'free-seats', because: 'Every path has an owner who can be asked.' },
    }),
    aLine('item-unknown', {
      class: 'unknown-source',
      finding: 'owner-unknown',
      outcome: 'attest-source',
      ari: null,
      groupName: 'project-atlas',
      owner: 'unknown',
      people: 1_880,
      freeable: 0,
      edits: 0,
      editOwners: [],
      suggestion: { do: 'attest', because: 'The API does not tell who writes the group.' },
    }),
    aLine('item-source', {
      class: 'source-review',
      finding: 'unproven-local',
      outcome: 'decide-source',
      people: 480,
      freeable: 204,
      suggestion: { do: 'redesign', because: '440 of its seats are held by contractors too.' },
    }),
    aLine('item-settings', {
      class: 'settings',
      finding: null,
      section: 'default-groups',
      outcome: 'attest-settings',
      ari: null,
      groupName: null,
      cloudId: SITE,
      owner: null,
      people: 0,
      edits: 0,
      editOwners: [],
      suggestion: { do: 'attest', because: 'The last word on these settings is older than a quarter.' },
    }),
    aLine('item-dormant', {
      class: 'dormant',
      finding: 'dormant-path',
      outcome: 'close-dormant',
      section: 'billable-seats',
      people: 5,
      seats: 0,
      freeable: 0,
      suggestion: { do: 'free-seats', because: 'They are suspended, and would bill again when restored.' },
    }),
    aLine('item-age', {
      class: 'never-active-age-unknown',
      finding: 'never-active',
      section: 'billable-seats',
      groupName: null,
      owner: 'direct',
      editOwners: ['direct'],
      people: 2,
      suggestion: { do: 'look', because: 'The audit log does not reach back to the seat.' },
    }),
  ];
}

/** What stands beyond the budget. */
export function exampleBacklog(): QueueLine[] {
  return Array.from({ length: 120 }, (_, position) =>
    aLine(`item-backlog-${position}`, {
      class: 'source-review',
      finding: 'unproven-local',
      outcome: 'decide-source',
      groupName: `team-${position}`,
      people: 130 - position,
      inQueue: false,
      suggestion: { do: 'intend', because: 'Everybody in it is active.' },
    }),
  );
}

/** The people of an item; whoever comes first is decided already, as far as the item says. */
export function examplePeople(line: QueueLine): ItemPerson[] {
  const { item, groupName } = line;
  return Array.from({ length: line.people }, (_, position) => {
    const person = personAt(position);
    const ari = item.ari ?? JIRA;
    const row = (groupId: string | null, owner: Owner, name: string | null): ItemPerson['rows'][number] => ({
      row: { accountId: person.accountId, ari, via: groupId === null ? 'direct' : 'group', groupId },
      owner,
      groupName: name,
      decided:
        position < line.decided
          ? { recordId: `record-of-${position}`, kind: 'route-out', state: 'sent' }
          : null,
    });
    return {
      person,
      ari,
      product: PRODUCTS[0]!.name,
      activity: { bucket: item.class.startsWith('never') ? 'never' : 'over-180' },
      seatAgeDays: position % 3 === 2 ? null : 200 + position,
      edits: item.edits,
      rows: [
        row(item.groupId, item.owner ?? 'unknown', groupName),
        ...(item.edits > 1 ? [row(GROUP, 'idp-owned', 'contractors')] : []),
      ],
      gone: position === line.people - 1 && line.people > 20,
    };
  });
}
