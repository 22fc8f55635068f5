import { z } from 'zod';
import { PeopleProof, SourceEvidence, SourceRef } from './evidence';
import { AccountId, Ari, CloudId, DirectoryId, GroupId, RecordId } from './ids';
import { InvoiceLine, Pool } from './money';
import { recordBase, rowBase, standing } from './record-base';
import { BoundaryException, OverrideAttempt } from './overrides';
import { GroupProfile, RequestIssue, RouteOut } from './route-outs';

/*
 * Everything that people decide, one shape for each kind. A record is never changed but by a move of its
 * state; another decision on the same subject is another record that supersedes it. Fields with a default
 * came later than the first records.
 */

const sourceBase = { ...recordBase, source: SourceRef, evidence: SourceEvidence };

export const EXCEPTION_CLASSES = ['service-account', 'break-glass', 'contractor', 'leave', 'other'] as const;
export const ExceptionClass = z.enum(EXCEPTION_CLASSES);
export type ExceptionClass = z.infer<typeof ExceptionClass>;

/** The longest that each may run before somebody has to say again that it is wanted, in days. */
export const EXCEPTION_MAX_DAYS = 180;
export const HOLD_MAX_DAYS = 60;
export const REVIEW_MAX_DAYS = 365;

/** A path that stays as it is although it was found, until a day. */
export const AccessException = z.strictObject({
  ...rowBase,
  kind: z.literal('exception'),
  state: standing,
  class: ExceptionClass,
  /** Who answers for the exception, not who typed it. */
  ownedBy: AccountId,
  expiresOn: z.iso.date(),
  /** What would break without the path. */
  dependency: z.string().max(1000).default(''),
});
export type AccessException = z.infer<typeof AccessException>;

/** What a hold can wait for; a scan tells whether it has come. */
export const HOLD_CONDITIONS = ['owner-known', 'complete-scan', 'activity-known'] as const;
export const HoldCondition = z.enum(HOLD_CONDITIONS);
export type HoldCondition = z.infer<typeof HoldCondition>;

/** Nothing is decided yet, and somebody sees to it that it will be. */
export const Hold = z.strictObject({
  ...rowBase,
  kind: z.literal('hold'),
  state: standing,
  ownedBy: AccountId,
  /** Comes back on this day at the latest, or as soon as the condition holds. */
  expiresOn: z.iso.date(),
  condition: HoldCondition.nullable(),
});
export type Hold = z.infer<typeof Hold>;

/** The path is right as it is; asked again after a day. */
export const Keep = z.strictObject({
  ...rowBase,
  kind: z.literal('keep'),
  state: standing,
  expiresOn: z.iso.date(),
});
export type Keep = z.infer<typeof Keep>;

/** States of a change that somebody carries out by hand and a scan confirms. */
export const CHANGE_STATES = [
  'planned',
  'approved',
  'claimed',
  'confirmed',
  'returned',
  'withdrawn',
  'superseded',
] as const;
export const ChangeState = z.enum(CHANGE_STATES);
export type ChangeState = z.infer<typeof ChangeState>;

/** The path is to be removed by hand: the membership of a group that nobody syncs, or a direct role. */
export const LocalAction = z.strictObject({
  ...rowBase,
  kind: z.literal('local-action'),
  state: ChangeState,
  edit: z.enum(['membership', 'direct-role']),
  /** The boundary exception that permits it; null where the path is the organization’s own. */
  under: RecordId.nullable().default(null),
});
export type LocalAction = z.infer<typeof LocalAction>;

/** Whom a standing decision speaks of. Accounts outside stay in the queue. */
export const Population = z.strictObject({
  /** Claim statuses as the API says them; empty for every status. */
  claimStatuses: z.array(z.string().min(1).max(64)).max(10),
  /** E-mail domains in lower case; empty for every domain. */
  domains: z.array(z.string().min(1).max(253)).max(100),
});
export type Population = z.infer<typeof Population>;

export const INTENT_STATES = ['proposed', 'standing', 'void', 'withdrawn', 'superseded'] as const;
export const IntentState = z.enum(INTENT_STATES);
export type IntentState = z.infer<typeof IntentState>;

/** The standing decision that a source is intended, for whom, up to how many seats, until when. */
export const Intent = z.strictObject({
  ...sourceBase,
  kind: z.literal('intent'),
  state: IntentState,
  /** Who answers for the source. */
  steward: AccountId,
  population: Population,
  /** Seats that were outside of the population when it was decided. */
  outside: z.int().min(0).default(0),
  /** Seats beyond this void it. */
  cap: z.int().min(0),
  expiresOn: z.iso.date(),
});
export type Intent = z.infer<typeof Intent>;

/** A change of a source. The grant is always the organization's, so synced groups have these too. */
export const SourceChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('revoke-grant') }),
  z.strictObject({ do: z.literal('unset-default') }),
  z.strictObject({ do: z.literal('move-default'), toGroupId: GroupId }),
  /** The people named keep the access through a new group; the others lose it. */
  z.strictObject({ do: z.literal('split-group'), keep: Population }),
  z.strictObject({ do: z.literal('change-role'), from: z.string().max(200), to: z.string().max(200) }),
]);
export type SourceChange = z.infer<typeof SourceChange>;

export const Redesign = z.strictObject({
  ...sourceBase,
  kind: z.literal('redesign'),
  state: ChangeState,
  change: SourceChange,
  /** Whom the change takes the product from, as it was shown to whoever decided it. */
  losesAccess: PeopleProof,
  losesSeat: PeopleProof,
});
export type Redesign = z.infer<typeof Redesign>;

export const PROTECTION_CLASSES = ['service', 'admin', 'break-glass', 'integration', 'app'] as const;
export const ProtectionClass = z.enum(PROTECTION_CLASSES);
export type ProtectionClass = z.infer<typeof ProtectionClass>;

/** Whose seats no bulk may touch. In a pattern only `*` is special. */
export const ProtectionRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('account'), accountId: AccountId }),
  z.strictObject({
    by: z.literal('email-pattern'),
    pattern: z
      .string()
      .toLowerCase()
      .regex(/^[^\s@]*@[^\s@]+$/)
      .max(254),
  }),
  z.strictObject({ by: z.literal('group'), groupId: GroupId }),
  z.strictObject({ by: z.literal('direct-role'), ari: Ari, role: z.string().max(200) }),
]);
export type ProtectionRule = z.infer<typeof ProtectionRule>;

export const Protection = z.strictObject({
  ...recordBase,
  kind: z.literal('protection'),
  state: standing,
  rule: ProtectionRule,
  class: ProtectionClass,
  steward: AccountId,
  expiresOn: z.iso.date(),
});
export type Protection = z.infer<typeof Protection>;

/** Somebody's word on who owns a group where no API tells. The owner stays unknown, as attested. */
export const SourceAttestation = z.strictObject({
  ...recordBase,
  kind: z.literal('source-attestation'),
  state: standing,
  groupId: GroupId,
  says: z.enum(['idp', 'local']),
  /** The identity provider, where it is said to write the group. */
  idpId: DirectoryId.nullable(),
  expiresOn: z.iso.date(),
});
export type SourceAttestation = z.infer<typeof SourceAttestation>;

/** Somebody's word on settings of a site that no API tells: approved domains and invite policy. */
export const SettingsAttestation = z.strictObject({
  ...recordBase,
  kind: z.literal('settings-attestation'),
  state: standing,
  cloudId: CloudId,
  approvedDomains: z.string().trim().min(1).max(1000),
  invitePolicy: z.string().trim().min(1).max(1000),
  expiresOn: z.iso.date(),
});
export type SettingsAttestation = z.infer<typeof SettingsAttestation>;

/** Who answers for a group, and what it is for. */
export const Stewardship = z.strictObject({
  ...recordBase,
  kind: z.literal('stewardship'),
  state: standing,
  groupId: GroupId,
  steward: AccountId,
  expiresOn: z.iso.date(),
});
export type Stewardship = z.infer<typeof Stewardship>;

export const ReviewRecord = z.discriminatedUnion('kind', [
  RouteOut,
  AccessException,
  Hold,
  Keep,
  LocalAction,
  Intent,
  Redesign,
  Protection,
  SourceAttestation,
  SettingsAttestation,
  Stewardship,
  GroupProfile,
  RequestIssue,
  Pool,
  InvoiceLine,
  BoundaryException,
  OverrideAttempt,
]);
export type ReviewRecord = z.infer<typeof ReviewRecord>;
export type RecordKind = ReviewRecord['kind'];
export type RecordOf<K extends RecordKind> = Extract<ReviewRecord, { kind: K }>;

export const RECORD_KINDS = ReviewRecord.options.map((one) => one.shape.kind.value) as [
  RecordKind,
  ...RecordKind[],
];

/** Kinds that have a register of their own; the others stand on the boards that they serve. */
export const REGISTER_KINDS = [
  'route-out',
  'exception',
  'hold',
  'keep',
  'local-action',
  'boundary-exception',
  'override-attempt',
  'intent',
  'redesign',
  'protection',
  'source-attestation',
  'settings-attestation',
  'stewardship',
] as const satisfies readonly RecordKind[];
export type RegisterKind = (typeof REGISTER_KINDS)[number];

/** Decisions on one row; a row has one at a time. */
export const ROW_DECISIONS = ['route-out', 'exception', 'hold', 'keep', 'local-action'] as const;
export const RowDecision = z.discriminatedUnion('kind', [RouteOut, AccessException, Hold, Keep, LocalAction]);
export type RowDecision = z.infer<typeof RowDecision>;

export function isRowDecision(record: ReviewRecord): record is RowDecision {
  return (ROW_DECISIONS as readonly string[]).includes(record.kind);
}
