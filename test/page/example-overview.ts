import {
  type Cohort,
  type Holder,
  type Overview,
  type RootCause,
  type SeatFlow,
} from '../../src/contracts/overview';
import { type SeatOwner } from '../../src/contracts/cycles';
import { JIRA, SCAN_ID, SCANNED_AT } from './example-org';

const WIKI = 'ari:cloud:confluence::site/site-1';
const products = { jira: { ari: JIRA, name: 'Jira (acme)' }, wiki: { ari: WIKI, name: 'Confluence (acme)' } };

function flow(
  cohort: Cohort,
  [holder, owner, name]: [Holder, SeatOwner, string?],
  product: keyof typeof products,
  seats: number,
): SeatFlow {
  const group = name === undefined ? null : { groupId: `group-${name}`, name };
  return { cohort, holder, owner, group, product: products[product], seats };
}

const synced: [Holder, SeatOwner, string] = ['group', 'idp-owned', 'okta-jira-users'];
const byDefault: [Holder, SeatOwner, string] = ['group', 'default-group', 'jira-software-users'];
const legacy: [Holder, SeatOwner, string] = ['group', 'local-group', 'contractors-2019'];
const unsaid: [Holder, SeatOwner, string] = [
  'group',
  'unknown',
  'confluence-guests-imported-in-2021-and-never-named',
];

const flows: SeatFlow[] = [
  flow('recent', synced, 'jira', 2_904),
  flow('inactive', synced, 'jira', 412),
  flow('scim-inactive', synced, 'jira', 9),
  flow('recent', byDefault, 'jira', 1_120),
  flow('inactive', byDefault, 'jira', 640),
  flow('never-active', byDefault, 'jira', 188),
  flow('recent', ['several', 'several'], 'jira', 702),
  flow('inactive', ['several', 'several'], 'jira', 96),
  flow('recent', legacy, 'jira', 84),
  flow('inactive', legacy, 'jira', 131),
  flow('recent', ['other-groups', 'local-group'], 'wiki', 233),
  flow('recent', unsaid, 'wiki', 301),
  flow('unknown', unsaid, 'wiki', 57),
  flow('recent', ['other-groups', 'idp-owned'], 'wiki', 158),
  flow('recent', ['direct', 'direct'], 'wiki', 21),
];

const seatsOf = (owner: SeatOwner): number =>
  flows.filter((one) => one.owner === owner).reduce((sum, { seats }) => sum + seats, 0);
const source = (groupName: string, owner: 'default-group' | 'local-group' | 'idp-owned') => ({
  groupId: `group-${groupName}`,
  groupName,
  ari: JIRA,
  product: 'Jira (acme)',
  owner,
});
const pages = { url: 'https://support.atlassian.com/', checked: '2026-11-20' };

const CAUSES: RootCause[] = [
  {
    ...source('jira-software-users', 'default-group'),
    seats: 1_948,
    onlyHere: 1_246,
    worth: [
      {
        pool: 'Jira',
        currency: 'USD',
        cash: { amount: 99_680_000, from: '2026-12-01' },
        renewal: null,
      },
    ],
    advice: { sentence: 'Review the membership, or redesign the default group.', ...pages },
  },
  {
    ...source('okta-jira-users', 'idp-owned'),
    seats: 421,
    onlyHere: 402,
    worth: [],
    advice: { sentence: 'Route the change to the identity owner and keep the evidence.', ...pages },
  },
  {
    ...source('contractors-2019', 'local-group'),
    seats: 215,
    onlyHere: 131,
    worth: [
      {
        pool: 'Collection',
        currency: 'EUR',
        cash: null,
        renewal: { on: '2027-03-31', amount: -500_000, nextStep: null },
      },
    ],
    advice: { sentence: 'The administrators of this organization own the membership.', ...pages },
  },
];

/** Few seats, each of them dear: first by money, and not among the first by seats. */
const ANALYSTS: RootCause = {
  ...source('analysts', 'local-group'),
  seats: 31,
  onlyHere: 31,
  worth: [
    { pool: 'Analytics', currency: 'USD', cash: { amount: 120_000_000, from: '2026-12-01' }, renewal: null },
  ],
  advice: { sentence: 'The administrators of this organization own the membership.', ...pages },
};

/** 7,056 seats, most of them synced, in the fifth review. */
export const AN_OVERVIEW: Overview = {
  scanId: SCAN_ID,
  scannedAt: SCANNED_AT,
  verdict: 'complete',
  seats: {
    billed: flows.reduce((sum, { seats }) => sum + seats, 0),
    unknown: 12,
    byOwner: {
      'idp-owned': seatsOf('idp-owned'),
      'default-group': seatsOf('default-group'),
      'local-group': seatsOf('local-group'),
      direct: seatsOf('direct'),
      unknown: seatsOf('unknown'),
      several: seatsOf('several'),
    },
  },
  flows,
  review: {
    cycleId: '2026-W48',
    state: 'open',
    scannedAt: SCANNED_AT,
    verdict: 'complete',
    queue: { items: 8, seats: 2_309 },
    backlog: { items: 120, seats: 1_044 },
    openSeats: 3_201,
    rootCauses: CAUSES,
    causesByMoney: [
      { paid: 'cash', currency: 'USD', causes: [ANALYSTS, CAUSES[0]!] },
      { paid: 'renewal', currency: 'EUR', causes: [] },
    ],
  },
  handedOver: { underWay: 88, confirmed: 41 },
  savings: { settled: 63, observed: 17 },
  history: [
    { cycleId: '2026-W45', at: '2026-11-02T08:05:00.000Z', seats: 7_190, byOwner: {}, verdict: 'complete' },
    {
      cycleId: '2026-W46',
      at: '2026-11-09T08:05:00.000Z',
      seats: 7_150,
      byOwner: { 'idp-owned': 3_550, 'default-group': 2_100, 'local-group': 460, direct: 25, unknown: 365, several: 650 },
      verdict: 'complete',
    },
    {
      cycleId: '2026-W47',
      at: '2026-11-16T08:05:00.000Z',
      seats: 7_101,
      byOwner: { 'idp-owned': 3_520, 'default-group': 2_040, 'local-group': 455, direct: 24, unknown: 362, several: 700 },
      verdict: 'partial',
    },
    {
      cycleId: '2026-W48',
      at: '2026-11-23T08:05:00.000Z',
      seats: 7_056,
      byOwner: { 'idp-owned': 3_483, 'default-group': 1_948, 'local-group': 448, direct: 21, unknown: 358, several: 798 },
      verdict: 'complete',
    },
  ],
  standouts: {
    sources: [
      { ...source('okta-jira-users', 'idp-owned'), seats: 3_325 },
      { ...source('jira-software-users', 'default-group'), seats: 2_650 },
      { ...source('contractors-2019', 'local-group'), seats: 310 },
    ],
    scimInactive: { seats: 9, directories: { read: 1, known: 1 } },
    redundantDefaults: {
      seats: 702,
      sources: [{ ...source('jira-software-users', 'default-group'), seats: 2_650, redundant: 702 }],
      more: 0,
    },
    priceSteps: [
      { pool: 'Jira', seats: 56, by: '2027-01-30', worth: 48_000_000, currency: 'USD' },
    ],
    pricesKnown: true,
  },
}; // prettier-ignore
