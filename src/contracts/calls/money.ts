import { z } from 'zod';
import { RecordId } from '../ids';
import { InvoiceLine, Pool } from '../money';
import { PoolList, SavingsList } from '../money-views';
import { SavingState } from '../savings';
import { after, type Caller, type CallTable, everyone, nothing, paging, reason } from './common';

/** Who reads quotes and invoices. */
const buyers: readonly Caller[] = ['owner', 'finance'];

/** What finance types in of a pool. */
export const PoolInput = Pool.pick({
  name: true,
  members: true,
  countedPer: true,
  term: true,
  model: true,
  bands: true,
  currency: true,
  periodStart: true,
  renewsOn: true,
  purchased: true,
  followers: true,
  readFrom: true,
  asOf: true,
});

/** Pools, what they cost, and what became of seats that were to be freed. */
export const moneyCalls = {
  'pools/list': { input: nothing, output: PoolList, callers: everyone },
  /** Records a pool, or other prices of one that is known by its `poolId`. */
  'pools/save': {
    input: z.strictObject({ poolId: RecordId.nullable(), after, reason, ...PoolInput.shape }),
    output: Pool,
    callers: buyers,
  },
  'invoice-lines/record': {
    input: z.strictObject({
      after,
      reason,
      ...InvoiceLine.pick({
        poolId: true,
        period: true,
        seats: true,
        amount: true,
        currency: true,
        number: true,
      }).shape,
    }),
    output: InvoiceLine,
    callers: buyers,
  },
  'savings/list': {
    input: z.strictObject({ poolId: RecordId.nullable(), state: SavingState.nullable(), ...paging }),
    output: SavingsList,
    callers: everyone,
  },
} as const satisfies CallTable;
