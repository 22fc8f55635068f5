import { z } from 'zod';
import { RecordId } from './ids';
import { Amount, Currency, InvoiceLine, Pool, Worth } from './money';
import { PoolStatement, Saving } from './savings';
import { Person } from './views';

/* What the page is shown of pools, their money and the savings in them. */

/** A product in a pool; `name` is the ARI where the last scan does not know it. */
const PoolMember = z.strictObject({ ari: z.string(), name: z.string() });

export const PoolLine = z.strictObject({
  poolId: RecordId,
  name: z.string(),
  members: z.array(PoolMember),
  countedPer: Pool.shape.countedPer,
  /** What finance said of it; null where a product is counted by itself, without prices. */
  record: Pool.nullable(),
  /** What finance typed in of its invoices, as it counts now; the newest period first. */
  invoiceLines: z.array(InvoiceLine),
  /** Seats that bill, and seats of which nobody knows; never added up. */
  seats: z.strictObject({ billed: z.int(), unknown: z.int() }),
  /** What a period costs with the seats of now; null where no prices are known. */
  cost: Amount.nullable(),
  /** First day of the next period; null where nothing is recorded. */
  nextPeriod: z.iso.date().nullable(),
  /** Seats inside what is paid for that nobody holds; null where no quantity is. */
  freeInside: z.int().nullable(),
  /** What the seats are worth that are proposed, gone but not settled, and settled. */
  worth: z.strictObject({ proposed: Worth, observed: Worth, settled: Worth }),
});
export type PoolLine = z.infer<typeof PoolLine>;

/** Products that would be one pool under a plan. */
export const SuggestedPool = z.strictObject({
  preset: z.string(),
  name: z.string(),
  members: z.array(PoolMember),
  countedPer: Pool.shape.countedPer,
  because: z.string(),
  source: z.string(),
});

export const PoolList = z.strictObject({
  /** The scan that seats were counted in. */
  scanId: z.string(),
  verdict: z.enum(['complete', 'partial']),
  /** Billed products first by the pools that were recorded, then each by itself. */
  pools: z.array(PoolLine),
  suggested: z.array(SuggestedPool),
});
export type PoolList = z.infer<typeof PoolList>;

export const SavingLine = z.strictObject({
  saving: Saving,
  person: Person,
  poolName: z.string(),
  /** Null where the pool counts people. */
  product: z.string().nullable(),
});
export type SavingLine = z.infer<typeof SavingLine>;

/** What was billed for a period that a statement belongs to, and what the seats counted do not explain of it. */
export const InvoiceMatch = z.strictObject({
  period: z.iso.date(),
  seats: z.int(),
  amount: Amount,
  currency: Currency,
  unexplainedSeats: z.int(),
  /** Null where the prices of the pool do not tell. */
  unexplainedAmount: Amount.nullable(),
});

export const StatementLine = z.strictObject({
  statement: PoolStatement,
  poolName: z.string(),
  invoices: z.array(InvoiceMatch),
});
export type StatementLine = z.infer<typeof StatementLine>;

export const SavingsList = z.strictObject({
  /** Savings that fit, before paging. */
  total: z.int(),
  lines: z.array(SavingLine),
  /** Of all pools asked for, newest first. */
  statements: z.array(StatementLine),
});
export type SavingsList = z.infer<typeof SavingsList>;
