import { z } from 'zod';
import { AccountId, Ari, GroupId } from './ids';
import { Certainty, Finding, Owner, Via } from './vocabulary';

/** A row: one path of an account to a resource. A group, or all direct roles, and so on. */
export const RowRef = z.strictObject({
  accountId: AccountId,
  ari: Ari,
  via: Via,
  groupId: GroupId.nullable(),
});
export type RowRef = z.infer<typeof RowRef>;

/** A source: one group on one resource, where rows come from. */
export const SourceRef = z.strictObject({ groupId: GroupId, ari: Ari });
export type SourceRef = z.infer<typeof SourceRef>;

const scanned = {
  scanId: z.string(),
  scannedAt: z.iso.datetime(),
  verdict: z.enum(['complete', 'partial']),
};

/** What was known of a row when its record was made; later scans do not change it. */
export const Evidence = z.strictObject({
  ...scanned,
  owner: Owner,
  rule: z.string(),
  because: z.string(),
  roles: z.array(z.string()),
  groupName: z.string().nullable(),
  findings: z.array(Finding),
  billable: Certainty,
  billableBecause: z.string(),
  lastActive: z.string(),
  identityScim: z.string(),
  /** The account's own role assignments, read at the moment of the decision, in one canonical text. */
  roleAssignments: z.string(),
  roleAssignmentsReadAt: z.iso.datetime(),
});
export type Evidence = z.infer<typeof Evidence>;

/** People as a number and a hash over their sorted account ids: enough to prove a list, without keeping it. */
export const PeopleProof = z.strictObject({ count: z.int().min(0), hash: z.string() });
export type PeopleProof = z.infer<typeof PeopleProof>;

/** What was known of a source when it was decided. */
export const SourceEvidence = z.strictObject({
  ...scanned,
  groupName: z.string(),
  owner: Owner,
  rule: z.string(),
  because: z.string(),
  roles: z.array(z.string()),
  /** The role that newcomers get through this group; null where it is no default here. */
  defaultRole: z.string().nullable(),
  /** Every resource of the same site that the group grants, this one too. */
  grants: z.array(Ari),
  /** Whether the members of the group added up. */
  complete: z.boolean(),
  people: z.int(),
  seats: z.int(),
  seatsOnlyHere: z.int(),
  /** The people whose seats come through it. */
  seated: PeopleProof,
});
export type SourceEvidence = z.infer<typeof SourceEvidence>;
