import { z } from 'zod';
import { AccountId, Ari, DirectoryId, GroupId, IssueKey, RecordId } from './ids';
import { Finding, Owner, Via } from './vocabulary';

/** The row a record speaks of. A row is one path: a group, or all direct roles, and so on. */
export const RowRef = z.strictObject({
  accountId: AccountId,
  ari: Ari,
  via: Via,
  groupId: GroupId.nullable(),
});
export type RowRef = z.infer<typeof RowRef>;

/** What was known when the record was made; later scans do not change it. */
export const Evidence = z.strictObject({
  scanId: z.string(),
  scannedAt: z.iso.datetime(),
  verdict: z.enum(['complete', 'partial']),
  owner: Owner,
  rule: z.string(),
  because: z.string(),
  roles: z.array(z.string()),
  groupName: z.string().nullable(),
  findings: z.array(Finding),
  billable: z.union([z.boolean(), z.literal('unknown')]),
  billableBecause: z.string(),
  lastActive: z.string(),
  identityScim: z.string(),
  /** The account's own role assignments, read at the moment of the decision, in one canonical text. */
  roleAssignments: z.string(),
  roleAssignmentsReadAt: z.iso.datetime(),
});
export type Evidence = z.infer<typeof Evidence>;

const recordBase = {
  schema: z.literal(1),
  id: RecordId,
  row: RowRef,
  reason: z.string().min(1).max(1000),
  recordedAt: z.iso.datetime(),
  recordedBy: AccountId,
  evidence: Evidence,
};

/** `needs-owner`: recorded, but nobody can be asked yet. `unsent`: the issue could not be created yet. */
export const RouteOutState = z.enum(['needs-owner', 'unsent', 'sent']);
export type RouteOutState = z.infer<typeof RouteOutState>;

export const RouteOut = z.strictObject({
  ...recordBase,
  kind: z.literal('route-out'),
  state: RouteOutState,
  idpId: DirectoryId,
  idpName: z.string(),
  identityOwner: AccountId.nullable(),
  issueKey: IssueKey.nullable(),
});
export type RouteOut = z.infer<typeof RouteOut>;

export const EXCEPTION_CLASSES = ['service-account', 'break-glass', 'contractor', 'leave', 'other'] as const;
export const ExceptionClass = z.enum(EXCEPTION_CLASSES);

/** The longest an exception may run before somebody has to say again that it is wanted. */
export const EXCEPTION_MAX_DAYS = 180;

export const AccessException = z.strictObject({
  ...recordBase,
  kind: z.literal('exception'),
  class: ExceptionClass,
  /** Who answers for the exception, not who typed it. */
  ownedBy: AccountId,
  expiresOn: z.iso.date(),
});
export type AccessException = z.infer<typeof AccessException>;

export const ReviewRecord = z.discriminatedUnion('kind', [RouteOut, AccessException]);
export type ReviewRecord = z.infer<typeof ReviewRecord>;
