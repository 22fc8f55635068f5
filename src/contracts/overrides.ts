import { z } from 'zod';
import { RowRef } from './evidence';
import { AccountId, DirectoryId, IssueKey, RecordId } from './ids';
import { recordBase, rowHead, STANDING_STATES } from './record-base';

/*
 * Synced access is the identity provider’s. Where its owner agrees, an administrator may all the same take a path away by
 * hand, once: a boundary exception. Whoever tries without one is refused, and that he tried is kept.
 */

export const BOUNDARY_STATES = [
  'proposed',
  'approved',
  'used',
  'declined',
  'withdrawn',
  'superseded',
] as const;
export const BoundaryState = z.enum(BOUNDARY_STATES);

/** The longest that an approval may wait for the edit, in days. */
export const BOUNDARY_MAX_DAYS = 30;

/** How an identity owner agreed; it is read again before the edit is planned. */
export const BoundaryApproval = z.strictObject({
  by: AccountId,
  at: z.iso.datetime(),
  /** The comment that says so, where it was said in an issue; null where it was said in Seatpath. */
  comment: z.strictObject({ issueKey: IssueKey, id: z.string().max(64) }).nullable(),
});
export type BoundaryApproval = z.infer<typeof BoundaryApproval>;

export const BoundaryException = z.strictObject({
  ...recordBase,
  ...rowHead,
  kind: z.literal('boundary-exception'),
  state: BoundaryState,
  idpId: DirectoryId,
  idpName: z.string(),
  /** The edit is to be planned by this day. */
  expiresOn: z.iso.date(),
  /** What was said of the edit when it was asked for; the scans after it tell whether that was right. */
  predicted: z.enum(['yes', 'no', 'for-now', 'unknown']),
  approval: BoundaryApproval.nullable().default(null),
});
export type BoundaryException = z.infer<typeof BoundaryException>;

/** Where an attempt stands, from its beginning and for good: nothing follows a refusal. */
export const ATTEMPT_STATES = ['refused'] as const;
type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Somebody asked for a removal by hand of synced access, and was refused. */
export const OverrideAttempt = z.strictObject({
  ...recordBase,
  kind: z.literal('override-attempt'),
  // What was stored as standing was refused all the same: the state of its own came later.
  state: z.enum([...ATTEMPT_STATES, ...STANDING_STATES]).transform((): AttemptState => 'refused'),
  about: RowRef,
  /** The boundary exception that he relied on; null for none. */
  under: RecordId.nullable(),
  refusedBecause: z.string().max(1000),
});
export type OverrideAttempt = z.infer<typeof OverrideAttempt>;

/** What became of the edits that were permitted; `asPredicted` of those that lasted or were undone. */
export const OverridesMeasured = z.strictObject({
  survived: z.int(),
  reverted: z.int(),
  /** Not taken by Atlassian. */
  refused: z.int(),
  /** Not seen yet. */
  open: z.int(),
  asPredicted: z.int(),
});
export type OverridesMeasured = z.infer<typeof OverridesMeasured>;
