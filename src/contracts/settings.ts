import { z } from 'zod';
import { AccountId, Ari, DirectoryId, IssueTypeId, OrgId, ProjectKey, ScimDirectoryId } from './ids';

/** What people with a role are shown: the site the app is installed on, or every site of the organization. */
export const Scope = z.enum(['site', 'organization']);
export type Scope = z.infer<typeof Scope>;

export const AppRole = z.enum(['owner', 'reviewer', 'finance', 'auditor', 'identity-owner']);
export type AppRole = z.infer<typeof AppRole>;

export const RoleGrant = z.strictObject({
  accountId: AccountId,
  role: AppRole,
  /** Only for `identity-owner`: the identity provider spoken for. */
  idpId: DirectoryId.nullable(),
});
export type RoleGrant = z.infer<typeof RoleGrant>;

/** How a provider is asked unless setup says otherwise. Google reads every four hours; of the others nobody tells. */
export const ASKING_DEFAULTS = {
  escalateTo: null,
  syncMinutes: 240,
  pace: { mostOpen: 5, everyDays: 0, fewestRows: 1 },
  profileFirst: false,
};

/** Where route-outs for one identity provider go. `idpId` is the SCIM directory id where there is one. */
export const IdentityProvider = z.strictObject({
  idpId: DirectoryId,
  name: z.string().min(1).max(80),
  kind: z.enum(['scim', 'google', 'entra-nested', 'other']),
  owners: z.array(AccountId).max(2),
  deputy: AccountId.nullable(),
  projectKey: ProjectKey.nullable(),
  issueTypeId: IssueTypeId.nullable(),
  /** Who is told when nobody answers; null for the deputy. */
  escalateTo: AccountId.nullable(),
  /** Minutes between two syncs. */
  syncMinutes: z.int().min(1).max(10_080),
  /** How much this provider is asked at a time. */
  pace: z.strictObject({
    mostOpen: z.int().min(1).max(50),
    everyDays: z.int().min(0).max(90),
    fewestRows: z.int().min(1).max(1000),
  }),
  /** Whether an unknown group is asked about before its people are. */
  profileFirst: z.boolean(),
});
export type IdentityProvider = z.infer<typeof IdentityProvider>;

/** The same as it is stored: fields with a default came later than the first settings. */
const StoredIdentityProvider = IdentityProvider.extend({
  escalateTo: IdentityProvider.shape.escalateTo.default(ASKING_DEFAULTS.escalateTo),
  syncMinutes: IdentityProvider.shape.syncMinutes.default(ASKING_DEFAULTS.syncMinutes),
  pace: IdentityProvider.shape.pace.default(ASKING_DEFAULTS.pace),
  profileFirst: IdentityProvider.shape.profileFirst.default(ASKING_DEFAULTS.profileFirst),
});

export const Weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);

/** How often a review is due; scans are weekly all the same. */
export const ReviewRhythm = z.enum(['week', 'fortnight', 'month']);
export type ReviewRhythm = z.infer<typeof ReviewRhythm>;

/** Where the digest of each cycle goes; null where none is wanted. */
export const DigestTarget = z.strictObject({
  projectKey: ProjectKey,
  issueTypeId: IssueTypeId,
  assignee: AccountId.nullable(),
});
export type DigestTarget = z.infer<typeof DigestTarget>;

/** Everything that an owner chooses of the review. */
export const ReviewChoice = z.strictObject({
  inactiveDays: z.int().min(1).max(3650),
  weekday: Weekday,
  timeZone: z.string().min(1).max(64),
  /** Dates of last activity are personal data; buckets are the default. */
  activityShownAs: z.enum(['buckets', 'dates']),
  every: ReviewRhythm,
  /** Items of a week's queue. */
  budget: z.int().min(1).max(100),
  digest: DigestTarget.nullable(),
});

/** The same as it is stored: fields with a default came later than the first settings. */
export const ReviewSettings = ReviewChoice.extend({
  every: ReviewRhythm.default('week'),
  budget: ReviewChoice.shape.budget.default(15),
  digest: DigestTarget.nullable().default(null),
});
export type ReviewSettings = z.infer<typeof ReviewSettings>;

export const PlanSetting = z.strictObject({ ari: Ari, plan: z.enum(['paid', 'free']) });

/** Everything the admin chose. Keys are secrets and live elsewhere; this knows only that they exist. */
export const Settings = z.strictObject({
  schema: z.literal(1),
  version: z.int(),
  scope: Scope,
  orgId: OrgId.nullable(),
  identityProviders: z.array(StoredIdentityProvider).max(20),
  roles: z.array(RoleGrant).max(200),
  plans: z.array(PlanSetting).max(500),
  review: ReviewSettings,
});
export type Settings = z.infer<typeof Settings>;

export const KeySlot = z.enum(['a', 'b']);
export type KeySlot = z.infer<typeof KeySlot>;

/** What is known of a stored key without the key: never any part of it. */
export const KeyCard = z.strictObject({
  savedAt: z.iso.datetime(),
  savedBy: AccountId,
  /** The day the key expires, as the admin typed it; the API does not tell. */
  expiresOn: z.iso.date().nullable(),
  scoped: z.boolean(),
});
export type KeyCard = z.infer<typeof KeyCard>;

export const KeyRing = z.strictObject({
  schema: z.literal(1),
  version: z.int(),
  /** The slot in use; the other one is for rotation. */
  active: KeySlot.nullable(),
  org: z.strictObject({ a: KeyCard.nullable(), b: KeyCard.nullable() }),
  scim: z.array(z.strictObject({ scimDirectoryId: ScimDirectoryId, card: KeyCard })).max(20),
});
export type KeyRing = z.infer<typeof KeyRing>;
