import { z } from 'zod';
import { AccountId, Ari, CycleId, RecordId } from './ids';

/** A seat as it is billed: a person in a pool, and the resource where the pool counts per resource. */
export const SeatRef = z.strictObject({ poolId: RecordId, accountId: AccountId, ari: Ari.nullable() });
export type SeatRef = z.infer<typeof SeatRef>;

/** `proposed` counts nothing, `observed` is not final yet; only `settled` and what follows it is a saving. */
export const SAVING_STATES = ['proposed', 'observed', 'settled', 'invoiced', 'reversed', 'dropped'] as const;
export const SavingState = z.enum(SAVING_STATES);
export type SavingState = z.infer<typeof SavingState>;

/** Why a seat that was free is held again. */
export const RETURN_WAYS = [
  'sync',
  'default-on-invite',
  'approved-domain',
  'first-access',
  'admin',
  'unknown',
] as const;
export const ReturnWay = z.enum(RETURN_WAYS);
export type ReturnWay = z.infer<typeof ReturnWay>;

/** By which way a seat came back, as the audit log tells. */
export const ReturnCause = z.strictObject({
  way: ReturnWay,
  /** Why the way is unknown, or what tells it. */
  because: z.string(),
  /** The group that it came through; null where nothing tells. */
  groupId: z.string().nullable(),
});
export type ReturnCause = z.infer<typeof ReturnCause>;

/** One seat that somebody decided to free, from the decision to the invoice. */
export const Saving = z.strictObject({
  seat: SeatRef,
  state: SavingState,
  /** The decisions that ask for it. */
  recordIds: z.array(RecordId),
  proposedAt: z.iso.datetime(),
  /** Hours that it has to be gone for before it settles. */
  waitHours: z.int().min(0),
  /** The complete scan that first showed no billing path left in the pool. */
  observed: z.strictObject({ scanId: z.string(), at: z.iso.datetime() }).nullable(),
  /** Complete scans since that still showed it gone, counted until it settles. */
  seenGone: z.int().min(0),
  settledAt: z.iso.datetime().nullable(),
  /** First day of the first period after it was observed whose invoice is known. */
  invoicedPeriod: z.iso.date().nullable(),
  returned: z
    .strictObject({
      scanId: z.string(),
      at: z.iso.datetime(),
      /** Whole days between the scan that showed it gone and the one that shows it back. */
      afterDays: z.int().min(0),
      ...ReturnCause.shape,
    })
    .nullable(),
});
export type Saving = z.infer<typeof Saving>;

const CycleMark = z.strictObject({ cycleId: CycleId, scanId: z.string(), at: z.iso.datetime() });

/** The seats of one pool from one review to the next: `opening + joiners - freed + readded + other = closing`. */
export const PoolStatement = z.strictObject({
  poolId: RecordId,
  from: CycleMark,
  to: CycleMark,
  opening: z.int().min(0),
  /** Seats billed now that were neither billed nor unknown before, and never freed by a decision. */
  joiners: z.int().min(0),
  /** Gone as somebody decided. */
  freed: z.int().min(0),
  /** Back after having been freed. */
  readded: z.int().min(0),
  /** Whatever came or went without a decision; below zero where more went. */
  other: z.int(),
  closing: z.int().min(0),
  /** Seats at the closing of which nobody knows whether they bill; in none of the numbers above. */
  unknown: z.int().min(0),
});
export type PoolStatement = z.infer<typeof PoolStatement>;

/** All savings that were ever proposed, and the statements between reviews. */
export const SavingsLedger = z.strictObject({
  schema: z.literal(1),
  /** The scan that it was held against last. */
  scan: z.strictObject({ id: z.string(), at: z.iso.datetime() }).nullable(),
  savings: z.array(Saving),
  /** Oldest first. */
  statements: z.array(PoolStatement),
  /** The review that the next statements begin with, and the hash that its seats are kept under. */
  opened: z.strictObject({ ...CycleMark.shape, seatsHash: z.string() }).nullable(),
});
export type SavingsLedger = z.infer<typeof SavingsLedger>;

/** The seats of pools at the opening of a review, by their keys. */
export const HeldSeats = z.array(
  z.strictObject({
    poolId: RecordId,
    members: z.array(Ari),
    countedPer: z.enum(['resource', 'person']),
    billed: z.array(z.string()),
    unknown: z.array(z.string()),
  }),
);
export type HeldSeats = z.infer<typeof HeldSeats>;
