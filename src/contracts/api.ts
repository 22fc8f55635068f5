import { z } from 'zod';
import { ERROR_CODES } from './error-codes';
import { AccountId, Ari, DirectoryId, GroupId, IssueTypeId, OrgId, ProjectKey, ScimDirectoryId } from './ids';
import { AccessException, ExceptionClass, RouteOut, RowRef } from './records';
import {
  type AppRole,
  IdentityProvider,
  KeySlot,
  PlanSetting,
  ReviewSettings,
  RoleGrant,
  Scope,
} from './settings';
import {
  CaseFilter,
  CaseList,
  CaseSort,
  CaseView,
  ExceptionLine,
  JiraIssueType,
  JiraProject,
  KeyProbe,
  Person,
  RouteOutLine,
  ScanProgress,
  Session,
  SetupView,
  SOURCE_SORTS,
  SourceList,
} from './views';

/**
 * Who may make a call. Every call also needs Jira ADMINISTER, asked as the user.
 * `site-admin` is any Jira admin of this site; they see this site only.
 */
export type Caller = AppRole | 'site-admin';
const everyone: readonly Caller[] = [
  'owner',
  'reviewer',
  'finance',
  'auditor',
  'identity-owner',
  'site-admin',
];
const owner: readonly Caller[] = ['owner'];
const deciders: readonly Caller[] = ['owner', 'reviewer'];

const nothing = z.strictObject({});
const paging = { offset: z.int().min(0), limit: z.int().min(1).max(200) };
const reason = z.string().trim().min(1).max(1000);
/** Printable ASCII without blanks, as Atlassian's keys are. */
const secret = z.string().regex(/^[\x21-\x7e]{8,4096}$/);

/** Every call the admin page can make. Resolver and page both derive from this table. */
export const api = {
  'session/get': { input: nothing, output: Session, callers: everyone },

  'setup/get': { input: nothing, output: SetupView, callers: everyone },
  'setup/save-scope': { input: z.strictObject({ scope: Scope }), output: SetupView, callers: owner },
  /** While nobody owns the app, any Jira admin may try; only one who administers the organization succeeds. */
  'setup/save-org-key': {
    input: z.strictObject({
      slot: KeySlot,
      orgId: OrgId,
      key: secret,
      expiresOn: z.iso.date().nullable(),
      insistOnUnscoped: z.boolean(),
    }),
    output: z.strictObject({ setup: SetupView, probes: z.array(KeyProbe) }),
    callers: everyone,
  },
  'setup/save-scim-key': {
    input: z.strictObject({
      scimDirectoryId: ScimDirectoryId,
      key: secret,
      expiresOn: z.iso.date().nullable(),
    }),
    output: SetupView,
    callers: owner,
  },
  'setup/forget-keys': { input: nothing, output: SetupView, callers: owner },
  'setup/save-identity-provider': {
    input: z.strictObject({ identityProvider: IdentityProvider }),
    output: SetupView,
    callers: owner,
  },
  'setup/remove-identity-provider': {
    input: z.strictObject({ idpId: DirectoryId }),
    output: SetupView,
    callers: owner,
  },
  /** Asks Jira whether an issue of this type could be created in the project; creates nothing. */
  'setup/test-issue-target': {
    input: z.strictObject({ projectKey: ProjectKey, issueTypeId: IssueTypeId }),
    output: z.strictObject({ ok: z.boolean(), message: z.string() }),
    callers: owner,
  },
  'setup/save-plans': {
    input: z.strictObject({ plans: z.array(PlanSetting).max(500) }),
    output: SetupView,
    callers: owner,
  },
  'setup/save-review': {
    input: z.strictObject({ review: ReviewSettings }),
    output: SetupView,
    callers: owner,
  },
  'setup/save-roles': {
    input: z.strictObject({ roles: z.array(RoleGrant).max(200) }),
    output: SetupView,
    callers: owner,
  },
  'setup/search-people': {
    input: z.strictObject({ text: z.string().trim().min(1).max(100) }),
    output: z.strictObject({ people: z.array(Person) }),
    callers: deciders,
  },
  'setup/projects': {
    input: nothing,
    output: z.strictObject({ projects: z.array(JiraProject) }),
    callers: owner,
  },
  'setup/issue-types': {
    input: z.strictObject({ projectKey: ProjectKey }),
    output: z.strictObject({ issueTypes: z.array(JiraIssueType) }),
    callers: owner,
  },

  'scan/start': { input: nothing, output: ScanProgress, callers: deciders },
  'scan/progress': { input: nothing, output: ScanProgress, callers: everyone },

  'cases/list': {
    input: z.strictObject({ filter: CaseFilter, sort: CaseSort, ...paging }),
    output: CaseList,
    callers: everyone,
  },
  'cases/get': {
    input: z.strictObject({ accountId: AccountId, ari: Ari }),
    output: CaseView,
    callers: everyone,
  },
  'sources/list': {
    input: z.strictObject({
      ari: Ari.nullable(),
      text: z.string().max(200),
      sort: z.enum(SOURCE_SORTS),
      ...paging,
    }),
    output: SourceList,
    callers: everyone,
  },

  'route-outs/record': {
    input: z.strictObject({ accountId: AccountId, ari: Ari, groupId: GroupId, reason }),
    output: RouteOut,
    callers: deciders,
  },
  'route-outs/list': {
    input: nothing,
    output: z.strictObject({ lines: z.array(RouteOutLine) }),
    callers: everyone,
  },
  'exceptions/record': {
    input: z.strictObject({
      row: RowRef,
      class: ExceptionClass,
      reason,
      ownedBy: AccountId,
      expiresOn: z.iso.date(),
    }),
    output: AccessException,
    callers: deciders,
  },
  'exceptions/list': {
    input: nothing,
    output: z.strictObject({ lines: z.array(ExceptionLine) }),
    callers: everyone,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType; callers: readonly Caller[] }>;

export type Call = keyof typeof api;
export type Input<C extends Call> = z.infer<(typeof api)[C]['input']>;
export type Output<C extends Call> = z.infer<(typeof api)[C]['output']>;

/** `message` says what, where and what to do, for a person. */
export const Failure = z.strictObject({ code: z.enum(ERROR_CODES), message: z.string() });
export type Failure = z.infer<typeof Failure>;
export type Reply<T> = { ok: true; data: T } | { ok: false; error: Failure };
