import { z } from 'zod';
import { DirectoryId, IssueTypeId, OrgId, ProjectKey, ScimDirectoryId } from '../ids';
import { IdentityProvider, KeySlot, PlanSetting, ReviewChoice, RoleGrant, Scope } from '../settings';
import { IssueTargetStanding, LastCheck, SetupStep } from '../setup-checks';
import { JiraIssueType, JiraProject, KeyProbe, Person, Session, SetupView } from '../views';
import { type CallTable, deciders, everyone, identityOwners, nothing, owner } from './common';

/** Printable ASCII without blanks, as Atlassian's keys are. */
const secret = z.string().regex(/^[\x21-\x7e]{8,4096}$/);

/** Who one is, and what an owner sets up. */
export const setupCalls = {
  'session/get': { input: nothing, output: Session, callers: everyone, desk: true },

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
  /** Asks Jira whether the app could create an issue of this type in the project; creates nothing. */
  'setup/test-issue-target': {
    input: z.strictObject({ projectKey: ProjectKey, issueTypeId: IssueTypeId }),
    output: z.strictObject({ standing: IssueTargetStanding }),
    callers: owner,
  },
  /** Tests one step of the checklist as it is stored, by reads alone, and keeps what it showed. */
  'setup/check': {
    input: z.strictObject({ step: SetupStep }),
    output: LastCheck,
    callers: owner,
  },
  'setup/save-plans': {
    input: z.strictObject({ plans: z.array(PlanSetting).max(500) }),
    output: SetupView,
    callers: owner,
  },
  'setup/save-review': {
    input: z.strictObject({ review: ReviewChoice }),
    output: SetupView,
    callers: owner,
  },
  'setup/save-roles': {
    input: z.strictObject({ roles: z.array(RoleGrant).max(200) }),
    output: SetupView,
    callers: owner,
  },
  /** Asked of Jira as the person: it shows him whom it would show him anyway. */
  'setup/search-people': {
    input: z.strictObject({ text: z.string().trim().min(1).max(100) }),
    output: z.strictObject({ people: z.array(Person) }),
    callers: [...deciders, ...identityOwners],
    desk: true,
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
} as const satisfies CallTable;
