import { type InvoiceLine, type Pool } from '../../src/contracts/money';
import { JIRA, OWNER_SESSION, SCANNED_AT } from './example-org';
import { type Replies } from './replies';

type MoneyCall = Extract<keyof Replies, `pools/${string}` | `invoice-lines/${string}` | `savings/${string}`>;

const head = {
  schema: 1 as const,
  recordedAt: SCANNED_AT,
  recordedBy: OWNER_SESSION.accountId,
  cycleId: null,
  steps: [],
  state: 'standing' as const,
};

/** What the app answers about pools and savings before anything is recorded; what is saved comes back. */
export function moneyReplies(): Pick<Replies, MoneyCall> {
  return {
    'pools/list': () => ({ scanId: 'scan-1', verdict: 'complete', pools: [], suggested: [] }),
    'pools/save': ({ poolId, after, ...terms }): Pool => ({
      ...head,
      ...terms,
      kind: 'pool',
      id: 'pool-1',
      poolId: poolId ?? 'pool-1',
      supersedes: after,
    }),
    'invoice-lines/record': ({ after, ...line }): InvoiceLine => ({
      ...head,
      ...line,
      kind: 'invoice-line',
      id: 'invoice-line-1',
      members: [JIRA],
      supersedes: after,
    }),
    'savings/list': () => ({ total: 0, lines: [], statements: [] }),
  };
}
