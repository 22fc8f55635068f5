import { type InvoiceLine, type Pool } from '../../src/contracts/money';
import { JIRA, OWNER_SESSION, SCANNED_AT } from './example-org';
import { POOL_LIST, SAVINGS, STATEMENTS } from './example-savings';
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

/** What the app answers about pools and savings; what is saved comes back. */
export function moneyReplies(): Pick<Replies, MoneyCall> {
  return {
    'pools/list': () => POOL_LIST,
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
    'savings/list': ({ poolId, state, offset, limit }) => {
      const fits = SAVINGS.filter(
        ({ saving }) =>
          (poolId === null || saving.seat.poolId === poolId) && (state === null || saving.state === state),
      );
      return {
        total: fits.length,
        lines: fits.slice(offset, offset + limit),
        statements: STATEMENTS.filter(({ statement }) => poolId === null || statement.poolId === poolId),
      };
    },
  };
}
