import { z } from 'zod';
import { CycleState } from './cycles';
import { AccountId, CycleId, GroupId, RecordId } from './ids';
import { Disposition } from './queue';
import { RECORD_KINDS } from './records';
import { ReturnCause } from './savings';
import { Person } from './views';
import { Via } from './vocabulary';

/* What became of one case from review to review, as the page is shown it. */

/** Which path a line is about; the name is null where nothing tells it any more. */
export const PathThen = z.strictObject({
  via: Via,
  groupId: GroupId.nullable(),
  groupName: z.string().nullable(),
});
export type PathThen = z.infer<typeof PathThen>;

/** Where a path with a finding stood, and the record that says so. */
export const RowThen = z.strictObject({
  path: PathThen,
  disposition: Disposition,
  recordId: RecordId.nullable(),
});
export type RowThen = z.infer<typeof RowThen>;

/**
 * Why nobody knows what the rows were in a review. `scan-awaited`: it has not opened yet. `no-scan`: it lapsed
 * before there was a scan. `not-kept`: its ledger is not there any more.
 */
export const UNKNOWN_ROWS = ['scan-awaited', 'no-scan', 'not-kept'] as const;
export const UnknownRows = z.enum(UNKNOWN_ROWS);
export type UnknownRows = z.infer<typeof UnknownRows>;

/** When it happened, and by whom; null where nobody did it, such as a last day that came. */
const happened = { at: z.iso.datetime(), by: z.union([AccountId, z.literal('seatpath')]).nullable() };

/** A review and the rows of the case in it: of one that has ended from its ledger, of the open one as they stand now. */
const ReviewLine = z.strictObject({
  is: z.literal('review'),
  ...happened,
  cycleId: CycleId,
  state: CycleState,
  /** Of the scan that it rests on; null where it never opened. */
  verdict: z.enum(['complete', 'partial']).nullable(),
  /** No row: none of this case had a finding that the scan knew of. */
  rows: z.union([z.array(RowThen), UnknownRows]),
});

/** A record of the case was made (`to` null), took a step to a state, or its last day is over (`over`). */
const RecordLine = z.strictObject({
  is: z.literal('record'),
  ...happened,
  record: z.strictObject({ id: RecordId, kind: z.enum(RECORD_KINDS) }),
  to: z.string().nullable(),
  /** Null where the record is about no path of the case but about the account. */
  path: PathThen.nullable(),
  /** The reason that it was made for, or the note of the step. */
  note: z.string(),
});

/** The seat was seen gone, settled as a saving, or is held again. */
const SavingLine = z.strictObject({
  is: z.literal('saving'),
  ...happened,
  saw: z.enum(['gone', 'settled', 'back']),
  poolId: RecordId,
  poolName: z.string(),
  /** How it came back, and after how many days; null where it did not. */
  returned: z.strictObject({ afterDays: z.int().min(0), ...ReturnCause.shape }).nullable(),
});

export const HistoryLine = z.discriminatedUnion('is', [ReviewLine, RecordLine, SavingLine]);
export type HistoryLine = z.infer<typeof HistoryLine>;

export const CaseHistory = z.strictObject({
  /** Newest first. */
  lines: z.array(HistoryLine),
  /** The oldest review told of, where more is known of the time before it. */
  earlier: CycleId.nullable(),
  /** Everybody whom the lines mention. */
  people: z.array(Person),
});
export type CaseHistory = z.infer<typeof CaseHistory>;
