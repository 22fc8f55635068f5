import { z } from 'zod';
import { AccountId, Ari, RecordId } from './ids';

/** A seat as it is billed: a person in a pool, and the resource where the pool counts per resource. */
export const SeatRef = z.strictObject({ poolId: RecordId, accountId: AccountId, ari: Ari.nullable() });
export type SeatRef = z.infer<typeof SeatRef>;

/** `proposed` counts nothing, `observed` is not final yet; only `settled` is a saving. */
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

/** One seat that somebody decided to free, from the decision to the invoice. */
export const Saving = z.strictObject({
  seat: SeatRef,
  state: SavingState,
  /** The decisions that ask for it. */
  recordIds: z.array(RecordId),
  proposedAt: z.iso.datetime(),
  /** The complete scan that first showed no billing path left in the pool. */
  observed: z.strictObject({ scanId: z.string(), at: z.iso.datetime() }).nullable(),
  /** Complete scans since that still show it gone. */
  seenGone: z.int().min(0),
  settledAt: z.iso.datetime().nullable(),
  /** First day of the period whose invoice no longer bills it. */
  invoicedPeriod: z.iso.date().nullable(),
  returned: z
    .strictObject({
      scanId: z.string(),
      at: z.iso.datetime(),
      /** Whole days between the scan that showed it gone and the one that shows it back. */
      afterDays: z.int().min(0),
      way: ReturnWay,
      /** Why the way is unknown, or what tells it. */
      because: z.string(),
      groupId: z.string().nullable(),
    })
    .nullable(),
});
export type Saving = z.infer<typeof Saving>;
