import { z } from 'zod';
import { BulkOutcome } from './calls/terms';
import { ERROR_CODES } from './error-codes';
import { RowRef } from './evidence';
import { AccountId, BatchId, CycleId, ItemId, RecordId } from './ids';

/** Takes back what another batch recorded. */
const TakeBack = z.strictObject({ do: z.literal('take-back'), batchId: BatchId });

/** A decision on many rows with one note, or the taking back of one, worked off row by row. */
export const Batch = z.strictObject({
  schema: z.literal(1),
  id: BatchId,
  /** Null where it was asked for outside of a review. */
  cycleId: CycleId.nullable(),
  /** Null where the cases were chosen in the table of all. */
  itemId: ItemId.nullable(),
  outcome: z.discriminatedUnion('do', [...BulkOutcome.options, TakeBack]),
  reason: z.string().min(1).max(1000),
  requestedBy: AccountId,
  requestedAt: z.iso.datetime(),
  /** `issuing`: all rows are recorded, the issues of those handed over are not all there yet. */
  state: z.enum(['running', 'issuing', 'done']),
  total: z.int(),
  done: z.int(),
  recorded: z.int(),
  refused: z.int(),
  /** The hash that the list of rows is kept under. */
  rowsHash: z.string(),
  /** Pages of results stored so far. */
  pages: z.int(),
  /** The batch that takes back what this one recorded; of several the last. */
  takenBackBy: BatchId.nullable().default(null),
});
export type Batch = z.infer<typeof Batch>;
export type DecidingBatch = Batch & { readonly outcome: BulkOutcome };
export type TakingBatch = Batch & { readonly outcome: z.infer<typeof TakeBack> };

/** A row of a batch, with the newest decision on it when the batch was asked for: one made since then stays. */
export const BatchRow = z.strictObject({ row: RowRef, after: RecordId.nullable() });
export type BatchRow = z.infer<typeof BatchRow>;

/** What became of one row: a record, or a refusal and its reason. */
export const BatchResult = z.strictObject({
  row: RowRef,
  recordId: RecordId.nullable(),
  code: z.enum(ERROR_CODES).nullable(),
  message: z.string().nullable(),
});
export type BatchResult = z.infer<typeof BatchResult>;
