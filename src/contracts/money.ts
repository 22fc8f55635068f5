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

/** ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);

/** A step of a price list. `upTo`: the last seat of the band; null for all above. */
export const PriceBand = z.strictObject({ upTo: z.int().min(1).nullable(), price: Amount.min(0) });
export type PriceBand = z.infer<typeof PriceBand>;

const MAX_BANDS = 40;

/** Whether each band ends above the one before, and only the last one is open. */
function isAscending(bands: readonly PriceBand[]): boolean {
  return bands.slice(1).every(({ upTo }, i) => {
    const below = bands[i]!.upTo;
    return below !== null && (upTo === null || upTo > below);
  });
}

/** A price list, lowest seats first. Beyond a last band that ends nobody knows the price. */
export const PriceBands = z
  .array(PriceBand)
  .max(MAX_BANDS)
  .refine(isAscending, 'Each band has to end above the one before; only the last one may be open.');

/** `graduated`: each seat at the price of its band, per period. `tier`: the price of the whole band. */
export const PriceModel = z.enum(['graduated', 'tier']);
export type PriceModel = z.infer<typeof PriceModel>;

/**
 * A Marketplace app whose price follows the seats of the pool. One that follows a single member of it is a pool
 * of its own.
 */
export const Follower = z.strictObject({
  name: z.string().trim().min(1).max(120),
  model: PriceModel,
  bands: PriceBands.min(1),
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
  model: PriceModel,
  /** Empty where prices are not known: seats are counted all the same. */
  bands: PriceBands,
  currency: Currency,
  /** A day on which a period starts; the others follow by month or year. */
  periodStart: z.iso.date(),
  /** The day of a renewal of an annual term, where it is not that of a period. */
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
  /** The members of the pool then: who may see all of them may see the line. */
  members: z.array(Ari).min(1).max(200),
  /** First day of the period that it bills. */
  period: z.iso.date(),
  seats: z.int().min(0),
  amount: Amount,
  currency: Currency,
  number: z.string().trim().max(120),
});
export type InvoiceLine = z.infer<typeof InvoiceLine>;

/**
 * What a set of seats is worth to a pool. The three amounts are never added up: each answers another question, and
 * one seat may stand in all of them.
 */
export const Worth = z.strictObject({
  seats: z.int().min(0),
  /** What each period from `from` on costs less; below zero where it costs more. Null but for monthly terms. */
  cash: z.strictObject({ amount: Amount.nullable(), from: z.iso.date() }).nullable(),
  /** What the renewal costs less. Null but for annual terms. */
  renewal: z
    .strictObject({
      on: z.iso.date(),
      amount: Amount.nullable(),
      /** The fewest further seats whose removal changes the price of the renewal, and by how much. */
      nextStep: z.strictObject({ seats: z.int().min(1), by: z.iso.date(), worth: Amount }).nullable(),
    })
    .nullable(),
  /** Seats that become free to give away inside what is paid for; null where no quantity is. */
  headroom: z.int().min(0).nullable(),
});
export type Worth = z.infer<typeof Worth>;
