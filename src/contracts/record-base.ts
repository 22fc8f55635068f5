import { z } from 'zod';
import { Evidence, RowRef } from './evidence';
import { AccountId, BatchId, CycleId, RecordId } from './ids';

/** One step of a record's state: who took it, when and why. `seatpath` stands for the app itself. */
export const Step = z.strictObject({
  to: z.string(),
  at: z.iso.datetime(),
  by: z.union([AccountId, z.literal('seatpath')]),
  note: z.string().max(1000),
  /** The bulk that it was taken in; absent where it was taken on its own. */
  batchId: BatchId.optional(),
});
export type Step = z.infer<typeof Step>;

export const Reason = z.string().min(1).max(1000);

/** The head of every record. */
export const recordBase = {
  schema: z.literal(1),
  id: RecordId,
  reason: Reason,
  recordedAt: z.iso.datetime(),
  recordedBy: AccountId,
  /** The decision on the same subject that this one replaced. */
  supersedes: RecordId.nullable().default(null),
  /** The review cycle it was made in; null outside of any. */
  cycleId: CycleId.nullable().default(null),
  steps: z.array(Step).default([]),
};

/** One row, and what was known of it when the record was made. */
export const rowHead = { row: RowRef, evidence: Evidence };

/** The head of every decision on one row. */
export const rowBase = {
  ...recordBase,
  ...rowHead,
  /** The bulk that it was made in; null where it was made on its own. */
  batchId: BatchId.nullable().default(null),
};

/** States of whatever simply holds until its end, or until somebody ends it. */
export const STANDING_STATES = ['standing', 'ended', 'superseded'] as const;
export const standing = z.enum(STANDING_STATES).default('standing');
