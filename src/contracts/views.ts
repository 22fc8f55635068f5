import { z } from 'zod';
import { Coverage } from './coverage';
import {
  AppRole,
  IdentityProvider,
  KeyCard,
  KeySlot,
  PlanSetting,
  ReviewSettings,
  RoleGrant,
  Scope,
} from './settings';
import { LastCheck } from './setup-checks';

/* What the page is shown. Every shape here is filled by the app and only drawn by the page. */

/** A person as shown; the name is fetched when shown and never stored. */
export const Person = z.strictObject({ accountId: z.string(), name: z.string().nullable() });
export type Person = z.infer<typeof Person>;

/** What the app can see with the keys it has, and what follows. */
export const Capability = z.enum(['none', 'without-scim', 'full']);
export type Capability = z.infer<typeof Capability>;

/** What somebody speaks for at the identity owner’s desk: whole providers, and single groups at others. */
export const SpokenFor = z.strictObject({
  providers: z.array(z.strictObject({ idpId: z.string(), name: z.string() })),
  groups: z.array(
    z.strictObject({ idpId: z.string(), provider: z.string(), groupId: z.string(), groupName: z.string() }),
  ),
});
export type SpokenFor = z.infer<typeof SpokenFor>;

export const Session = z.strictObject({
  accountId: z.string(),
  /** The app's own time, for a page that follows no scan. */
  now: z.iso.datetime(),
  /** Null on the admin page. */
  desk: SpokenFor.nullable(),
  roles: z.array(AppRole),
  /** Whether this person may see other sites than this one. */
  sees: z.enum(['site', 'organization']),
  capability: Capability,
  /** True while no organization key is stored: whoever saves one and administers the organization becomes owner. */
  unclaimed: z.boolean(),
  /** Calls of the call table that this person may make. */
  mayCall: z.array(z.string()),
  inactiveDays: z.int(),
  /** Moments are told by the clocks of this zone, in which reviews are due. */
  timeZone: z.string(),
});
export type Session = z.infer<typeof Session>;

/** One probe of a key by a read, and what it showed. */
export const KeyProbe = z.strictObject({
  scope: z.string(),
  neededFor: z.string(),
  /** A key without it is as good, and its scans know less. */
  optional: z.boolean(),
  granted: z.union([z.boolean(), z.literal('unknown')]),
});
export type KeyProbe = z.infer<typeof KeyProbe>;

export const SetupView = z.strictObject({
  scope: Scope,
  orgId: z.string().nullable(),
  orgName: z.string().nullable(),
  keys: z.strictObject({
    active: KeySlot.nullable(),
    a: KeyCard.nullable(),
    b: KeyCard.nullable(),
    /** Days until the active key expires; `null` where nobody said when. */
    expiresInDays: z.int().nullable(),
    scim: z.array(z.strictObject({ scimDirectoryId: z.string(), card: KeyCard })),
  }),
  identityProviders: z.array(IdentityProvider),
  people: z.array(Person),
  roles: z.array(RoleGrant),
  resources: z.array(z.strictObject({ ari: z.string(), typeKey: z.string(), name: z.string() })),
  plans: z.array(PlanSetting),
  review: ReviewSettings,
  /** The last test of each step that was tested. */
  checks: z.array(LastCheck),
});
export type SetupView = z.infer<typeof SetupView>;

export const JiraProject = z.strictObject({ key: z.string(), name: z.string() });
export type JiraProject = z.infer<typeof JiraProject>;
export const JiraIssueType = z.strictObject({ id: z.string(), name: z.string() });
export type JiraIssueType = z.infer<typeof JiraIssueType>;

export const ScanProgress = z.strictObject({
  /** The app's own time, so that ages are told by one clock. */
  now: z.iso.datetime(),
  state: z.enum(['never', 'running', 'published', 'failed']),
  /** What it is doing now, e.g. `users`. */
  phase: z
    .enum(['organization', 'groups', 'read', 'completeness', 'accounts', 'history', 'publish', 'done'])
    .nullable(),
  /** Work done and known so far in this phase; `of` is null while the end is not known. */
  done: z.int(),
  of: z.int().nullable(),
  requests: z.int(),
  startedAt: z.iso.datetime().nullable(),
  lastPublishedAt: z.iso.datetime().nullable(),
  /** Of the scan last published. */
  verdict: z.enum(['complete', 'partial']).nullable(),
  reasons: z.array(z.string()),
  coverage: Coverage.nullable(),
  /** Why the last run failed; `null` unless it did. */
  failure: z.string().nullable(),
});
export type ScanProgress = z.infer<typeof ScanProgress>;

/** A bucket, or a date where the owner chose dates. */
export const Activity = z.union([
  z.strictObject({ bucket: z.enum(['recent', 'over-30', 'over-90', 'over-180', 'never', 'unknown']) }),
  z.strictObject({ at: z.iso.datetime() }),
]);
export type Activity = z.infer<typeof Activity>;
