import { z } from 'zod';
import { DecisionCase, DecisionRow } from './decisions';
import { AccountId, ProjectKey } from './ids';
import { SeatWay } from './overview';
import { BoundaryException } from './overrides';
import { ExceptionClass, ProtectionClass, ROW_DECISIONS, RowDecision } from './records';
import { Activity, Person } from './views';
import { Certainty, Decision, EntryCause, Finding, Owner, ScimStatus, Signal, Via } from './vocabulary';

/* The decision table and its cases, as the page is shown them. */

export const CaseFilter = z.strictObject({
  ari: z.string().max(256).nullable(),
  owner: Owner.nullable(),
  signal: Signal.nullable(),
  finding: z.union([Finding, z.literal('any')]).nullable(),
  billable: Certainty.nullable(),
  groupId: z.string().max(128).nullable(),
  /** Billed seats that go this way through the overview; null for every case. */
  way: SeatWay.nullable(),
  /** Whether a protection in force names the account. */
  protected: z.boolean().nullable(),
  /** Matches names and e-mail addresses (asked of Atlassian when searched), account ids, group names. */
  text: z.string().max(200),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

export const CASE_SORTS = ['account', 'product', 'findings', 'last-active', 'paths'] as const;
export const CaseSort = z.strictObject({
  by: z.enum(CASE_SORTS),
  direction: z.enum(['ascending', 'descending']),
});
export type CaseSort = z.infer<typeof CaseSort>;

/** One path of a line, in short. */
export const PathMark = z.strictObject({
  via: Via,
  /** Null where the path is no group. */
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  owner: Owner,
  /** The name of the identity provider that writes the group; null where nothing read names it. */
  provider: z.string().nullable(),
  decision: Decision,
  findings: z.array(Finding),
  billable: Certainty,
});
export type PathMark = z.infer<typeof PathMark>;

/** One line of the decision table. */
export const CaseLine = z.strictObject({
  person: Person,
  ari: z.string(),
  product: z.string(),
  billable: Certainty,
  owners: z.array(Owner),
  signals: z.array(Signal),
  findings: z.array(Finding),
  decisions: z.array(Decision),
  activity: Activity,
  /** What the account is protected as: no bulk decides its seats. Null where no protection in force names it. */
  protectedAs: ProtectionClass.nullable(),
  paths: z.array(PathMark),
  /** Decisions on its rows that hold now. */
  records: z.partialRecord(z.enum(ROW_DECISIONS), z.int()),
});
export type CaseLine = z.infer<typeof CaseLine>;

const counts = z.record(z.string(), z.int());

export const CaseList = z.strictObject({
  scanId: z.string(),
  scannedAt: z.iso.datetime(),
  verdict: z.enum(['complete', 'partial']),
  total: z.int(),
  matched: z.int(),
  /** Billing seats among the matched. */
  seats: z.int(),
  /** How many cases each filter button would show, given the other filters. */
  facets: z.strictObject({ product: counts, owner: counts, signal: counts, finding: counts }),
  products: z.array(z.strictObject({ ari: z.string(), name: z.string() })),
  /** The group that is filtered by; null where none is, or it is unknown. */
  group: z.strictObject({ groupId: z.string(), name: z.string() }).nullable(),
  lines: z.array(CaseLine),
});
export type CaseList = z.infer<typeof CaseList>;

export const OUTCOMES = [
  'route-out',
  'exception',
  'local-removal',
  'default-redesign',
  'hold',
  'keep',
] as const;

/** An exception that follows from the answer of an identity owner, until somebody records it. */
export const ProposedException = z.strictObject({
  class: ExceptionClass,
  expiresOn: z.iso.date(),
  reason: z.string(),
});
export type ProposedException = z.infer<typeof ProposedException>;

/** One thing that would come of an edit, and the page it rests on. `for-now`: until something brings it back. */
export const Prediction = z.strictObject({
  says: z.enum(['yes', 'no', 'for-now', 'unknown']),
  because: z.string(),
  url: z.string(),
  checked: z.string(),
});
export type Prediction = z.infer<typeof Prediction>;

/** What would come of removing a path by hand in Atlassian’s own screens. */
export const EditByHand = z.strictObject({
  accepted: Prediction,
  survives: Prediction,
  /** Whether it is planned only where the identity owner agrees: the change is his. */
  needsAgreement: z.boolean(),
});
export type EditByHand = z.infer<typeof EditByHand>;

/** Whom a row is handed over to, as far as setup, scan and records tell. */
export const HandOver = z.strictObject({
  /** The name of the identity provider. */
  provider: z.string(),
  /** Whether nothing read names that provider. */
  assumed: z.boolean(),
  /** The account that is asked; null while nobody is named. */
  asked: AccountId.nullable(),
  projectKey: ProjectKey.nullable(),
  /** Whether the group itself is asked about before anybody in it is. */
  groupFirst: z.boolean(),
});
export type HandOver = z.infer<typeof HandOver>;

export const RowView = z.strictObject({
  row: DecisionRow,
  via: Via,
  groupId: z.string().nullable(),
  /** The whole path told as one sentence. */
  sentence: z.string(),
  /** How the account came into the group; null where the path is no group. */
  entry: z
    .strictObject({
      cause: EntryCause,
      /** Null where the audit log tells of no entry. */
      at: z.iso.datetime().nullable(),
      /** An account id or a word of the system. */
      actor: z.string().nullable(),
      sentence: z.string(),
    })
    .nullable(),
  /** Who any change belongs to, as a sentence. */
  lane: z.string(),
  /** Present only where there is a finding. */
  suggestion: z.string().nullable(),
  /** The rules and facts that fired. */
  why: z.array(z.strictObject({ rule: z.string(), because: z.string() })),
  /** The Atlassian page the rule rests on and the day it was checked. */
  source: z.strictObject({ url: z.string(), checked: z.string() }),
  /** The outcomes that the owner of this path permits, and those of them that can be recorded here. */
  outcomes: z.array(z.enum(OUTCOMES)),
  /** What a route-out of this row still lacks; empty where it could be recorded now. */
  missingForRouteOut: z.array(z.string()),
  /** Null where the row is nobody’s to be handed to, or its provider is not known. */
  handOver: HandOver.nullable(),
  check: z.array(z.string()),
  proof: z.array(z.string()),
  /** Every decision on this row, newest first; the first one counts, if it still holds. */
  records: z.array(RowDecision),
  /** Whether the newest decision holds now, and its identity owner does not dispute it. */
  decided: z.boolean(),
  /** What the reader may do with the newest decision; null where there is none. */
  next: z.strictObject({ version: z.int(), moves: z.array(z.string()) }).nullable(),
  editByHand: EditByHand,
  /** The newest request to override the sync on this path; null where nobody asked. */
  boundary: BoundaryException.nullable(),
  /** What the identity owner’s answer asks for; null where nothing. */
  proposed: ProposedException.nullable(),
});
export type RowView = z.infer<typeof RowView>;

export const CaseView = z.strictObject({
  person: Person,
  product: z.string(),
  case: DecisionCase,
  activity: Activity,
  protectedAs: ProtectionClass.nullable(),
  /** The four facts, each for itself. */
  facts: z.strictObject({
    identity: z.strictObject({ scim: ScimStatus, sentence: z.string() }),
    account: z.strictObject({ sentence: z.string() }),
    productAccess: z.strictObject({ sentence: z.string() }),
    groups: z.array(z.strictObject({ groupId: z.string(), name: z.string(), owner: Owner })),
  }),
  /** What frees the seat, as a sentence. */
  freeing: z.string(),
  rows: z.array(RowView),
  /** Everybody whom the records of this case mention. */
  people: z.array(Person),
});
export type CaseView = z.infer<typeof CaseView>;
