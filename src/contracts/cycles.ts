import { z } from 'zod';
import { PeopleProof, RowRef } from './evidence';
import { AccountId, Ari, CycleId, GroupId, IssueKey, RecordId } from './ids';
import { Disposition } from './queue';
import { RECORD_KINDS } from './records';
import { PlanSetting } from './settings';
import { Owner } from './vocabulary';

/** `collecting`: due, waiting for a scan. `lapsed`: the next one opened before anybody closed it. */
export const CYCLE_STATES = ['collecting', 'open', 'closed', 'lapsed'] as const;
export const CycleState = z.enum(CYCLE_STATES);
export type CycleState = z.infer<typeof CycleState>;

/** Why the number of billing seats moved from one cycle to the next. */
export const SEAT_CAUSES = [
  'joined',
  'gained-path',
  'restored',
  'became-billable',
  'left',
  'lost-path',
  'suspended',
  'no-longer-billable',
] as const;
export const SeatCause = z.enum(SEAT_CAUSES);
export type SeatCause = z.infer<typeof SeatCause>;

/** The owner a seat is put down to: the one owner of all its paths, or `several`. */
export const SeatOwner = z.union([Owner, z.literal('several')]);
export type SeatOwner = z.infer<typeof SeatOwner>;

/** Billing seats by whom they are put down to; owners without a seat are left out. */
export const SeatsByOwner = z.partialRecord(SeatOwner, z.int().min(1));
export type SeatsByOwner = z.infer<typeof SeatsByOwner>;

/** `before` plus all steps is `after`, exactly (S7). */
export const Waterfall = z.strictObject({
  before: z.int(),
  steps: z.array(z.strictObject({ cause: SeatCause, owner: SeatOwner, seats: z.int() })),
  after: z.int(),
  /** Seats that are held by other owners than before, without a change of their number. */
  moved: z.array(z.strictObject({ from: SeatOwner, to: SeatOwner, seats: z.int() })),
});
export type Waterfall = z.infer<typeof Waterfall>;

const SourceState = z.strictObject({ owner: Owner, defaultRole: z.string().nullable() });

/** A source whose owner or default flag moved from one cycle to the next; null where it was not there. */
export const SourceChanged = z.strictObject({
  groupId: GroupId,
  groupName: z.string(),
  ari: Ari,
  was: SourceState.nullable(),
  is: SourceState.nullable(),
});
export type SourceChanged = z.infer<typeof SourceChanged>;

/** Rows with a finding, by what became of them; the sum is every such row. */
export const RowCounts = z.partialRecord(Disposition, z.int());
export type RowCounts = z.infer<typeof RowCounts>;

/** What was in front of the reviewer when a cycle opened. */
export const Opening = z.strictObject({
  at: z.iso.datetime(),
  scanId: z.string(),
  scannedAt: z.iso.datetime(),
  verdict: z.enum(['complete', 'partial']),
  reasons: z.array(z.string()),
  baseline: z.boolean(),
  budget: z.int(),
  /** The settings that it was decided under; later changes of them do not reach it. */
  inactiveDays: z.int(),
  plans: z.array(PlanSetting),
  seats: z.int(),
  /** The same seats by owner; empty in reviews that were opened before this was kept. */
  seatsByOwner: SeatsByOwner.default({}),
  /** Billing seats of which every local and default path has a standing decision, or none needs one. */
  seatsWithIntent: z.int(),
  /** Items and the seats that they ask about, each once; in earlier reviews once for each item. */
  queue: z.strictObject({ items: z.int(), seats: z.int(), freeable: z.int() }),
  backlog: z.strictObject({ items: z.int(), seats: z.int(), freeable: z.int() }),
  rows: RowCounts,
  /** Each standing decision in force and the people it covers now. */
  covered: z.array(z.strictObject({ recordId: RecordId, people: PeopleProof })),
  /** Standing decisions that this cycle found void, with the reason. */
  voided: z.array(z.strictObject({ recordId: RecordId, because: z.string() })),
  /** Sources that have another owner or default flag than at the cycle before, decided or not. */
  sourcesChanged: z.array(SourceChanged).default([]),
  /** Decisions that hold now and end before the next review is due. */
  endingSoon: z.array(z.strictObject({ recordId: RecordId, kind: z.enum(RECORD_KINDS) })).default([]),
  waterfall: Waterfall.nullable(),
  /** Hashes that the items and the ages of seats are kept under. */
  kept: z.strictObject({ items: z.string(), seatAges: z.string() }),
});
export type Opening = z.infer<typeof Opening>;

/** One row with a finding, what has become of it, and the record that says so. */
export const LedgerLine = z.strictObject({
  row: RowRef,
  disposition: Disposition,
  recordId: RecordId.nullable(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** How a cycle ended. */
export const Ending = z.strictObject({
  at: z.iso.datetime(),
  by: z.union([AccountId, z.literal('seatpath')]),
  /** Rows of the opening by what had become of them; `queued` and `backlog` are carried over. */
  rows: RowCounts,
  /** Rows whose newest decision is of this cycle and was not taken back, and the people who decided. */
  decidedRows: z.int(),
  decidedBy: z.array(AccountId),
  /** Decisions that people made: a bulk or a standing decision counts once. */
  decisions: z.int(),
  items: z.strictObject({ decided: z.int(), undecided: z.int() }),
  /** Hash over the list of rows with what became of each, kept beside the cycle. */
  ledgerHash: z.string(),
});
export type Ending = z.infer<typeof Ending>;

export const Cycle = z.strictObject({
  schema: z.literal(1),
  id: CycleId,
  state: CycleState,
  dueAt: z.iso.datetime(),
  begunAt: z.iso.datetime(),
  opening: Opening.nullable(),
  ending: Ending.nullable(),
  digest: z.strictObject({ issueKey: IssueKey.nullable() }),
});
export type Cycle = z.infer<typeof Cycle>;
