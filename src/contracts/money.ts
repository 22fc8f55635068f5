import { z } from 'zod';
import { Ari, RecordId } from './ids';
import { recordBase, standing } from './record-base';

/*
 * Money as an invoice sees it. Seats stand on rows; money stands on pools and periods only, for a set of seats,
 * because what one seat is worth depends on how many others there are.
 */

/** An amount in ten-thousandths of the currency’s unit: list prices have up to four decimals, sums must be exact. */
export const Amount = z.int();
export type Amount = z.infer<typeof Amount>;

/** A step of a price list. `upTo`: the last seat of the band; null for all above. */
export const PriceBand = z.strictObject({ upTo: z.int().min(1).nullable(), price: Amount.min(0) });
export type PriceBand = z.infer<typeof PriceBand>;

/** A Marketplace app priced by the seats of its host. */
export const Follower = z.strictObject({
  name: z.string().trim().min(1).max(120),
  model: z.enum(['graduated', 'tier']),
  bands: z.array(PriceBand).min(1).max(40),
});
export type Follower = z.infer<typeof Follower>;

/** What is bought together and billed together, as finance reads it from the quote or the invoice. */
export const Pool = z.strictObject({
  ...recordBase,
  kind: z.literal('pool'),
  state: standing,
  /** Stays the same while prices change. */
  poolId: RecordId,
  name: z.string().trim().min(1).max(120),
  members: z.array(Ari).min(1).max(200),
  /** `resource`: a person on three sites is three seats. `person`: one (collections, enterprise). */
  countedPer: z.enum(['resource', 'person']),
  term: z.enum(['monthly', 'annual']),
  /** `graduated`: each seat at the price of its band, per period. `tier`: the price of the whole band. */
  model: z.enum(['graduated', 'tier']),
  bands: z.array(PriceBand).max(40),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** A day on which a period starts; the others follow by month or year. */
  periodStart: z.iso.date(),
  renewsOn: z.iso.date().nullable(),
  /** Seats paid for until the renewal; null where what is used is billed. */
  purchased: z.int().min(0).nullable(),
  followers: z.array(Follower).max(40),
  /** Where the prices were read, e.g. a quote number. */
  readFrom: z.string().trim().min(1).max(300),
  asOf: z.iso.date(),
});
export type Pool = z.infer<typeof Pool>;

/** One line of an invoice, typed in by finance. */
export const InvoiceLine = z.strictObject({
  ...recordBase,
  kind: z.literal('invoice-line'),
  state: standing,
  poolId: RecordId,
  /** First day of the period that it bills. */
  period: z.iso.date(),
  seats: z.int().min(0),
  amount: Amount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  number: z.string().trim().max(120),
});
export type InvoiceLine = z.infer<typeof InvoiceLine>;
