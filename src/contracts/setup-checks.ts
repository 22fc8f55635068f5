import { z } from 'zod';
import { Scope } from './settings';

/*
 * What the tests of the setup checklist can come to. The app finds, the page words: a remark is a code and what it
 * names, never a sentence.
 */

export const SETUP_STEPS = ['org-key', 'scan', 'owners', 'roles', 'prices', 'review', 'scim'] as const;
export const SetupStep = z.enum(SETUP_STEPS);
export type SetupStep = z.infer<typeof SetupStep>;

/** `unknown`: the test could not tell, which is never the same as `ok`. From bad to good. */
export const CHECK_STATES = ['failed', 'warning', 'unknown', 'ok'] as const;
export const CheckState = z.enum(CHECK_STATES);
export type CheckState = z.infer<typeof CheckState>;

/** Everything that a remark can name; each means the same in every remark. */
const named = {
  /** A provider, an organization, a directory or a pool. */
  name: z.string(),
  names: z.array(z.string()),
  /** Account ids: names are fetched when shown. */
  people: z.array(z.string()),
  /** Key of a Jira project. */
  project: z.string(),
  count: z.int(),
  of: z.int(),
  day: z.iso.date(),
  at: z.iso.datetime(),
  timeZone: z.string(),
};
export const CheckParams = z.strictObject(named).partial();
export type CheckParams = z.infer<typeof CheckParams>;
export type CheckParam = keyof typeof named;

/** Every remark: how it stands, and what it names. Its words stand under the same code in the texts of the page. */
export const setupRemarks = {
  'key-none': { state: 'failed', names: [] },
  'key-forgotten': { state: 'failed', names: [] },
  'key-accepted': { state: 'ok', names: ['name'] },
  'key-refused': { state: 'failed', names: [] },
  'key-no-organization': { state: 'failed', names: [] },
  'key-untried': { state: 'unknown', names: [] },
  'key-not-understood': { state: 'unknown', names: [] },
  'key-scopes-missing': { state: 'failed', names: ['names'] },
  'key-scopes-untried': { state: 'unknown', names: ['names'] },
  'key-audit-unread': { state: 'unknown', names: [] },
  'key-audit-untried': { state: 'unknown', names: [] },
  'key-unscoped': { state: 'warning', names: [] },
  'key-expiry-unknown': { state: 'unknown', names: [] },
  'key-expired': { state: 'warning', names: ['day'] },
  'key-expires-soon': { state: 'warning', names: ['day', 'count'] },
  'key-expires': { state: 'ok', names: ['day'] },

  'scan-none': { state: 'unknown', names: [] },
  'scan-first-running': { state: 'unknown', names: [] },
  'scan-failed': { state: 'failed', names: [] },
  'scan-complete': { state: 'ok', names: ['at'] },
  'scan-partial': { state: 'warning', names: ['at'] },
  'scan-old': { state: 'warning', names: ['count'] },
  'scan-accounts-missing': { state: 'warning', names: ['count', 'of'] },
  'scan-groups-missing': { state: 'warning', names: ['count', 'of'] },
  'scan-members-missing': { state: 'warning', names: ['count'] },
  'scan-uncounted': { state: 'unknown', names: [] },
  'scan-directories-unread': { state: 'warning', names: ['names'] },

  'owners-none-needed': { state: 'ok', names: [] },
  'owners-need-scan': { state: 'unknown', names: [] },
  'owners-no-provider': { state: 'failed', names: ['count'] },
  'owners-directory-not-set-up': { state: 'failed', names: ['name'] },
  'owners-unlinked': { state: 'unknown', names: ['name'] },
  'owners-nobody': { state: 'failed', names: ['name'] },
  'owners-nobody-active': { state: 'failed', names: ['name', 'people'] },
  'owners-inactive': { state: 'warning', names: ['name', 'people'] },
  'owners-untried': { state: 'unknown', names: ['name', 'people'] },
  'owners-alone': { state: 'warning', names: ['name', 'people'] },
  'owners-active': { state: 'ok', names: ['name', 'people'] },
  'owners-no-target': { state: 'failed', names: ['name'] },
  'owners-target-accepted': { state: 'ok', names: ['name', 'project'] },
  'owners-target-refused': { state: 'failed', names: ['name', 'project'] },
  'owners-type-refused': { state: 'failed', names: ['name', 'project'] },
  'owners-target-untried': { state: 'unknown', names: ['name', 'project'] },

  'roles-second': { state: 'ok', names: ['people'] },
  'roles-alone': { state: 'warning', names: ['people'] },
  'roles-inactive': { state: 'warning', names: ['people'] },
  'roles-untried': { state: 'unknown', names: ['people'] },

  'prices-need-scan': { state: 'unknown', names: [] },
  'prices-nothing-billed': { state: 'ok', names: [] },
  'prices-none': { state: 'unknown', names: ['count'] },
  'prices-no-pool': { state: 'warning', names: ['names'] },
  'prices-no-bands': { state: 'warning', names: ['names'] },
  'prices-beyond': { state: 'unknown', names: ['name', 'count'] },
  'prices-renewed-since': { state: 'unknown', names: ['name', 'day'] },
  'prices-quantity-unknown': { state: 'unknown', names: ['names'] },
  'prices-known': { state: 'ok', names: ['names'] },

  'review-next': { state: 'ok', names: ['at', 'timeZone'] },
  'review-no-digest': { state: 'ok', names: [] },
  'review-digest-accepted': { state: 'ok', names: ['project'] },
  'review-digest-refused': { state: 'failed', names: ['project'] },
  'review-digest-type-refused': { state: 'failed', names: ['project'] },
  'review-digest-untried': { state: 'unknown', names: ['project'] },
  'review-assignee-inactive': { state: 'failed', names: ['people'] },
  'review-assignee-untried': { state: 'unknown', names: ['people'] },

  'scim-none': { state: 'unknown', names: [] },
  'scim-without-key': { state: 'unknown', names: ['names'] },
  'scim-forgotten': { state: 'failed', names: ['name'] },
  'scim-accepted': { state: 'ok', names: ['name'] },
  'scim-refused': { state: 'failed', names: ['name'] },
  'scim-no-directory': { state: 'failed', names: ['name'] },
  'scim-untried': { state: 'unknown', names: ['name'] },
  'scim-not-understood': { state: 'unknown', names: ['name'] },
  'scim-expired': { state: 'warning', names: ['name', 'day'] },
  'scim-expires-soon': { state: 'warning', names: ['name', 'day', 'count'] },
  'scim-expiry-unknown': { state: 'unknown', names: ['name'] },
} as const satisfies Record<string, { state: CheckState; names: readonly CheckParam[] }>;

export type RemarkCode = keyof typeof setupRemarks;
export const REMARK_CODES = Object.keys(setupRemarks) as [RemarkCode, ...RemarkCode[]];

/** Remarks that are no good news: each has a cure. */
export type MendableCode = {
  [C in RemarkCode]: (typeof setupRemarks)[C]['state'] extends 'ok' ? never : C;
}[RemarkCode];

export const SetupRemark = z.strictObject({
  code: z.enum(REMARK_CODES),
  state: CheckState,
  params: CheckParams,
});
export type SetupRemark = z.infer<typeof SetupRemark>;

/** What Jira says of an issue that the app would create; `untried` where it did not say. */
export const IssueTargetStanding = z.enum(['accepted', 'project-refused', 'type-refused', 'untried']);
export type IssueTargetStanding = z.infer<typeof IssueTargetStanding>;

/** One test of one step: when it was made, and all that it showed, never nothing. */
export const SetupCheck = z.strictObject({
  step: SetupStep,
  at: z.iso.datetime(),
  remarks: z.array(SetupRemark).min(1),
});
export type SetupCheck = z.infer<typeof SetupCheck>;

/** The last test of a step as it is stored, under the scope that its tester saw; `of` stands for all it was about. */
export const KeptCheck = z.strictObject({ check: SetupCheck, of: z.string(), scope: Scope });
export type KeptCheck = z.infer<typeof KeptCheck>;

/** The last test of a step as it is shown; outdated once what it was about has changed. */
export const LastCheck = SetupCheck.extend({ outdated: z.boolean() });
export type LastCheck = z.infer<typeof LastCheck>;
