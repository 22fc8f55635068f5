import { z } from 'zod';
import { ScanReport } from './coverage';
import { AnomalyKind, Certainty, Decision, Finding, Owner, ScimStatus, Signal, Via } from './vocabulary';

export const DECISIONS_FORMAT = 'seatpath-decisions/1';

export const Anomaly = z.strictObject({
  kind: AnomalyKind,
  groupId: z.string().optional(),
  accountId: z.string().optional(),
  ari: z.string().optional(),
  detail: z.string(),
});
export type Anomaly = z.infer<typeof Anomaly>;

export const DecisionRow = z.strictObject({
  path: z.strictObject({
    via: Via,
    groupId: z.string().optional(),
    groupName: z.string().optional(),
    roles: z.array(z.string()),
    idp: z.strictObject({ scimDirectoryId: z.string(), scimGroupId: z.string() }).nullable(),
  }),
  owner: Owner,
  rule: z.string(),
  because: z.string(),
  signal: Signal.nullable(),
  decision: Decision,
  hold: z.string().nullable(),
  findings: z.array(Finding),
  billable: Certainty,
  anomalies: z.array(AnomalyKind),
});
export type DecisionRow = z.infer<typeof DecisionRow>;

export const Identity = z.strictObject({
  accountType: z.string(),
  accountStatus: z.string(),
  membershipStatus: z.string(),
  claimStatus: z.string(),
  managementSource: z.string(),
  scim: ScimStatus,
});
export type Identity = z.infer<typeof Identity>;

export const DecisionCase = z.strictObject({
  accountId: z.string(),
  ari: z.string(),
  billable: Certainty,
  /** One sentence a finance person can read. */
  billableBecause: z.string(),
  identity: Identity,
  /** RFC 3339, `never`, or `unknown` where product access was not read. */
  lastActive: z.string(),
  inactive: Certainty,
  directChecked: z.boolean(),
  split: z.boolean(),
  signals: z.array(Signal),
  /** The smallest set of removals that frees the seat, counted by the owner of each edit. */
  freeing: z.strictObject({ edits: z.int(), byOwner: z.partialRecord(Owner, z.int()) }),
  rows: z.array(DecisionRow),
});
export type DecisionCase = z.infer<typeof DecisionCase>;

export const DecisionsDocument = z.strictObject({
  format: z.literal(DECISIONS_FORMAT),
  app: z.strictObject({ name: z.string(), version: z.string() }),
  scan: ScanReport,
  org: z.strictObject({ id: z.string(), name: z.string() }),
  resources: z.array(z.strictObject({ ari: z.string(), typeKey: z.string(), name: z.string() })),
  anomalies: z.array(Anomaly),
  cases: z.array(DecisionCase),
});
export type DecisionsDocument = z.infer<typeof DecisionsDocument>;
