import { z } from 'zod';
import { CycleState, SeatOwner, SeatsByOwner } from './cycles';
import { Amount, Currency, Worth } from './money';
import { Heap } from './queue';
import { Owner } from './vocabulary';

/* What the first tab of the page shows: where the seats come from, what stands out, and how far the work is. */

/** How somebody who holds a seat stands, most urgent first. A seat is in one cohort. */
export const COHORTS = ['scim-inactive', 'never-active', 'inactive', 'recent', 'unknown'] as const;
export const Cohort = z.enum(COHORTS);
export type Cohort = z.infer<typeof Cohort>;

/**
 * What holds a seat: one group; one of the smaller groups, which are told together; several paths at once; or no
 * group. A seat is held by one of these, so that they add up.
 */
export const HOLDERS = ['group', 'other-groups', 'several', 'direct', 'inferred', 'unexplained'] as const;
export const Holder = z.enum(HOLDERS);
export type Holder = z.infer<typeof Holder>;

/** The way of some billed seats; a null matches any. */
export const SeatWay = z.strictObject({
  cohort: Cohort.nullable(),
  holder: Holder.exclude(['other-groups']).nullable(),
  owner: SeatOwner.nullable(),
});
export type SeatWay = z.infer<typeof SeatWay>;

/** Seats that go the same way: who holds them, through what, on which product. */
export const SeatFlow = z.strictObject({
  cohort: Cohort,
  holder: Holder,
  owner: SeatOwner,
  /** Where the holder is one group. */
  group: z.strictObject({ groupId: z.string(), name: z.string() }).nullable(),
  /** Null: the smaller products together. */
  product: z.strictObject({ ari: z.string(), name: z.string() }).nullable(),
  seats: z.int().min(1),
});
export type SeatFlow = z.infer<typeof SeatFlow>;

const SourceName = z.strictObject({
  groupId: z.string(),
  groupName: z.string(),
  ari: z.string(),
  product: z.string(),
  owner: Owner,
});

/** A group on a product through which open seats of the review are held, and what such a source asks for. */
export const RootCause = z.strictObject({
  ...SourceName.shape,
  /** Open seats of the review that come through it. */
  seats: z.int(),
  /** Of those, the ones that nothing else holds. */
  onlyHere: z.int(),
  /** What it would be worth if those went, in each pool of the product whose prices are known. */
  worth: z.array(
    z.strictObject({
      pool: z.string(),
      currency: Currency,
      ...Worth.pick({ cash: true, renewal: true }).shape,
    }),
  ),
  advice: z.strictObject({ sentence: z.string(), url: z.string(), checked: z.string() }),
});
export type RootCause = z.infer<typeof RootCause>;

/** What a cause is worth can be compared in one currency, and by one way of paying: each month, or at the renewal. */
export const CausesByMoney = z.strictObject({
  paid: z.enum(['cash', 'renewal']),
  currency: Currency,
  /** Those worth most first; only such as are worth something. */
  causes: z.array(RootCause),
});
export type CausesByMoney = z.infer<typeof CausesByMoney>;

/** The four things worth knowing on the first day; each with its seats, or why nobody knows. */
export const Standouts = z.strictObject({
  /** The sources that hold most seats. */
  sources: z.array(z.strictObject({ ...SourceName.shape, seats: z.int() })),
  /** Billed seats of people whom a SCIM directory that was read has deactivated, and how many of those known were read. */
  scimInactive: z.strictObject({
    seats: z.int(),
    directories: z.strictObject({ read: z.int(), known: z.int() }),
  }),
  /** Default groups whose seats a synced group holds as well. */
  redundantDefaults: z.strictObject({
    /** Such seats of all of them, each once. */
    seats: z.int(),
    /** Those with most of them. */
    sources: z.array(z.strictObject({ ...SourceName.shape, seats: z.int(), redundant: z.int() })),
    /** Such groups beside the ones that are told. */
    more: z.int(),
  }),
  /** The next step of the price, of pools whose prices are known. */
  priceSteps: z.array(
    z.strictObject({
      pool: z.string(),
      seats: z.int(),
      by: z.iso.date(),
      worth: Amount,
      currency: Currency,
    }),
  ),
  /** Whether the prices of any pool are known. */
  pricesKnown: z.boolean(),
});
export type Standouts = z.infer<typeof Standouts>;

export const Overview = z.strictObject({
  scanId: z.string(),
  scannedAt: z.iso.datetime(),
  verdict: z.enum(['complete', 'partial']),
  seats: z.strictObject({
    billed: z.int(),
    /** Of which nobody knows whether they bill; in no other number. */
    unknown: z.int(),
    byOwner: SeatsByOwner,
  }),
  flows: z.array(SeatFlow),
  /** Undecided items of this week and behind it; null before the first review. */
  review: z
    .strictObject({
      cycleId: z.string(),
      state: CycleState,
      /** The scan that it was opened on, and what it asks about. */
      scannedAt: z.iso.datetime(),
      verdict: z.enum(['complete', 'partial']),
      queue: Heap,
      backlog: Heap,
      /** Open seats of both, each counted once. */
      openSeats: z.int(),
      /** Those that hold most seats first. */
      rootCauses: z.array(RootCause),
      /** Empty where no prices are known. */
      causesByMoney: z.array(CausesByMoney),
    })
    .nullable(),
  /** People on a product who are handed over: still asked about, and seen to be gone. */
  handedOver: z.strictObject({ underWay: z.int(), confirmed: z.int() }),
  /** Seats freed by a decision: gone for good, and seen gone but not settled. */
  savings: z.strictObject({ settled: z.int(), observed: z.int() }),
  /** Billed seats at the opening of each review, oldest first. `byOwner` is empty where it was not kept. */
  history: z.array(
    z.strictObject({
      cycleId: z.string(),
      at: z.iso.datetime(),
      seats: z.int(),
      byOwner: SeatsByOwner,
      verdict: z.enum(['complete', 'partial']),
    }),
  ),
  standouts: Standouts,
});
export type Overview = z.infer<typeof Overview>;
