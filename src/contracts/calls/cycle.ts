import { z } from 'zod';
import { AccountId, BatchId, CycleId, ItemId } from '../ids';
import { BatchView, CycleView, ItemView, PastCycle, QueueList } from '../review-views';
import { type CallTable, deciders, everyone, nothing, paging, reason } from './common';
import { BulkOutcome } from './terms';

/** The review cycle, its queue, and decisions on whole items of it. */
export const cycleCalls = {
  'cycle/get': { input: nothing, output: CycleView, callers: everyone },
  /** A review that has ended, which never changes again. */
  'cycle/past': { input: z.strictObject({ cycleId: CycleId }), output: PastCycle, callers: everyone },
  'cycle/close': {
    input: z.strictObject({ cycleId: CycleId, version: z.int() }),
    output: CycleView,
    callers: deciders,
  },
  'queue/list': {
    input: z.strictObject({ part: z.enum(['queue', 'backlog']), ...paging }),
    output: QueueList,
    callers: everyone,
  },
  'queue/item': {
    input: z.strictObject({ itemId: ItemId, ...paging }),
    output: ItemView,
    callers: everyone,
  },
  /** Begins a bulk over the rows of an item, except those of the accounts named; `batches/get` tells how far it is. */
  'queue/decide': {
    input: z.strictObject({
      cycleId: CycleId,
      itemId: ItemId,
      outcome: BulkOutcome,
      except: z.array(AccountId).max(1000),
      reason,
    }),
    output: BatchView,
    callers: deciders,
  },
  /** Begins to take back what a bulk recorded, as a bulk of its own. One that takes back cannot be taken back. */
  'batches/take-back': {
    input: z.strictObject({ batchId: BatchId, reason }),
    output: BatchView,
    callers: deciders,
  },
  'batches/get': { input: z.strictObject({ batchId: BatchId }), output: BatchView, callers: deciders },
} as const satisfies CallTable;
