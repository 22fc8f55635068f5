import { poolPresets } from '../../src/billing/pools/presets';
import { type InvoiceLine, type Pool, type Worth } from '../../src/contracts/money';
import {
  type PoolLine,
  type PoolList,
  type SavingLine,
  type StatementLine,
} from '../../src/contracts/money-views';
import { RETURN_WAYS, type Saving } from '../../src/contracts/savings';
import { CONFLUENCE, JIRA, personAt, PRODUCTS, SCAN_ID, SERVICE } from './example-org';
import { aRecord } from './example-records';

const memberOf = (ari: string) => ({ ari, name: PRODUCTS.find((one) => one.ari === ari)!.name });
const seatsOnly = (seats: number): Worth => ({ seats, cash: null, renewal: null, headroom: null });
const monthly = (seats: number, amount: number | null): Worth => ({
  seats,
  cash: { amount, from: '2026-12-01' },
  renewal: null,
  headroom: null,
});
const annual = (seats: number, amount: number): Worth => ({
  seats,
  cash: null,
  renewal: {
    on: '2027-04-01',
    amount,
    nextStep: { seats: 12, by: '2027-03-31', worth: 9_000_000 },
  },
  headroom: seats,
});

const JIRA_POOL: Pool = aRecord('pool', { id: 'pool-record-1', reason: 'The new quote.' });

const INVOICE_LINE: InvoiceLine = aRecord('invoice-line', {
  id: 'invoice-line-of-november',
  poolId: 'pool-jira',
  members: [JIRA],
  period: '2026-11-01',
  seats: 750,
  amount: 56_250_000,
  currency: 'EUR',
  number: 'IN-7',
});

/** One pool paid by the month, one by the year, one without prices. */
export const POOLS: readonly PoolLine[] = [
  {
    poolId: 'pool-jira',
    name: 'Jira',
    members: [memberOf(JIRA)],
    countedPer: 'resource',
    record: JIRA_POOL,
    invoiceLines: [INVOICE_LINE],
    seats: { billed: 744, unknown: 3 },
    cost: 55_800_000,
    nextPeriod: '2026-12-01',
    freeInside: null,
    worth: { proposed: monthly(20, 1_500_000), observed: monthly(4, 300_000), settled: monthly(8, -120_000) },
  },
  {
    poolId: 'pool-service',
    name: 'Service desk',
    members: [memberOf(SERVICE)],
    countedPer: 'resource',
    record: aRecord('pool', {
      id: 'pool-record-2',
      poolId: 'pool-service',
      name: 'Service desk',
      members: [SERVICE],
      term: 'annual',
      model: 'tier',
      purchased: 200,
    }),
    invoiceLines: [],
    seats: { billed: 181, unknown: 0 },
    cost: 480_000_000,
    nextPeriod: '2027-04-01',
    freeInside: 19,
    worth: { proposed: annual(5, 0), observed: annual(0, 0), settled: annual(9, 12_000_000) },
  },
  {
    poolId: 'unrecorded-confluence',
    name: 'Confluence (northwind)',
    members: [memberOf(CONFLUENCE)],
    countedPer: 'resource',
    record: null,
    invoiceLines: [],
    seats: { billed: 512, unknown: 1 },
    cost: null,
    nextPeriod: null,
    freeInside: null,
    worth: { proposed: seatsOnly(6), observed: seatsOnly(0), settled: seatsOnly(2) },
  },
];

export const POOL_LIST: PoolList = {
  scanId: SCAN_ID,
  verdict: 'complete',
  pools: [...POOLS],
  suggested: [
    {
      preset: 'teamwork-collection',
      name: 'Teamwork Collection',
      members: [memberOf(JIRA), memberOf(CONFLUENCE)],
      countedPer: 'person',
      because: poolPresets.find(({ id }) => id === 'teamwork-collection')!.because,
      source:
        'https://support.atlassian.com/subscriptions-and-billing/docs/how-billing-works-for-collections',
    },
  ],
};

function aSaving(position: number, change: Partial<Saving>): SavingLine {
  const { accountId } = personAt(position);
  return {
    person: personAt(position),
    poolName: 'Jira',
    product: PRODUCTS[0]!.name,
    saving: {
      seat: { poolId: 'pool-jira', accountId, ari: JIRA },
      state: 'proposed',
      recordIds: [`record-${position}`],
      proposedAt: '2026-11-02T08:00:00.000Z',
      waitHours: 72,
      observed: null,
      seenGone: 0,
      settledAt: null,
      invoicedPeriod: null,
      returned: null,
      ...change,
    },
  };
}

const observed = { scanId: 'scan-2026-11-09', at: '2026-11-09T06:00:00.000Z' };
const back = { scanId: SCAN_ID, at: '2026-11-23T06:00:00.000Z', afterDays: 14 };

/** A saving in every state, and one that came back by each way. */
export const SAVINGS: readonly SavingLine[] = [
  aSaving(0, {}),
  aSaving(1, { state: 'observed', observed, seenGone: 1 }),
  aSaving(2, { state: 'settled', observed, seenGone: 2, settledAt: '2026-11-16T06:00:00.000Z' }),
  aSaving(3, {
    state: 'invoiced',
    observed,
    settledAt: '2026-11-16T06:00:00.000Z',
    invoicedPeriod: '2026-12-01',
  }),
  aSaving(4, { state: 'dropped' }),
  ...RETURN_WAYS.map((way, nth) =>
    aSaving(5 + nth, {
      state: 'reversed',
      observed,
      returned: {
        ...back,
        way,
        because:
          way === 'unknown'
            ? 'The audit log tells of the entry and gives no cause that is known.'
            : 'A sync of the identity provider wrote it again.',
        groupId: null,
      },
    }),
  ),
];

/** What became of the seats of Jira between two reviews, with an invoice that they do not explain. */
export const STATEMENTS: readonly StatementLine[] = [
  {
    poolName: 'Jira',
    statement: {
      poolId: 'pool-jira',
      from: { cycleId: 'cycle-2026-W47', scanId: 'scan-2026-11-16', at: '2026-11-16T06:00:00.000Z' },
      to: { cycleId: 'cycle-2026-W48', scanId: SCAN_ID, at: '2026-11-23T06:00:00.000Z' },
      opening: 742,
      joiners: 12,
      freed: 8,
      readded: 1,
      other: -3,
      closing: 744,
      unknown: 3,
    },
    invoices: [
      {
        period: '2026-11-01',
        seats: 750,
        amount: 56_250_000,
        currency: 'EUR',
        unexplainedSeats: 6,
        unexplainedAmount: 450_000,
      },
    ],
  },
];
