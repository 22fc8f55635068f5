import { z } from 'zod';
import { AccountId, DirectoryId, GroupId, IssueKey, IssueTypeId, ProjectKey, RecordId } from './ids';
import { recordBase, rowBase, standing } from './record-base';

/*
 * What is handed over to identity owners. Each row is a record with a state of its own; the issue that carries
 * rows is a record too, and there is one of them under way for a provider, a group and a kind of request.
 */

/** What the identity owner is asked for. `profile`: how a group is filled, before anybody in it is asked about. */
export const REQUEST_KINDS = ['membership', 'rule-change', 'design', 'leaver-check', 'profile'] as const;
export const RequestKind = z.enum(REQUEST_KINDS);
export type RequestKind = z.infer<typeof RequestKind>;

/** States of one row: docs/review-cycle.md tells what each means and who moves it. */
export const ROUTE_OUT_STATES = [
  'needs-owner',
  'needs-profile',
  'ready',
  'sent',
  'acknowledged',
  'done-claimed',
  'confirmed',
  'not-confirmed',
  'disputed',
  'withdrawn',
  'superseded',
] as const;
export const RouteOutState = z.enum(ROUTE_OUT_STATES);
export type RouteOutState = z.infer<typeof RouteOutState>;

/** What an identity owner can say of one person. */
export const ANSWERS = [
  'done',
  'needs-access',
  'on-leave',
  'service-account',
  'not-mine',
  'accepted',
  'planned',
] as const;
export const AnswerKind = z.enum(ANSWERS);
export type AnswerKind = z.infer<typeof AnswerKind>;

/** Whether an answer names a day: the one of the change, or of the person’s return. */
export const ANSWER_DAYS: Readonly<Record<AnswerKind, 'none' | 'needed' | 'optional'>> = {
  done: 'none',
  'needs-access': 'none',
  'on-leave': 'optional',
  'service-account': 'none',
  'not-mine': 'none',
  accepted: 'none',
  planned: 'needed',
};

export const Answer = z.strictObject({
  says: AnswerKind,
  by: AccountId,
  at: z.iso.datetime(),
  /** The day the person is back, or the change is planned for. */
  until: z.iso.date().nullable(),
  /** Where it was said: in Seatpath, in a comment of the issue, or by moving the issue. */
  through: z.enum(['page', 'comment', 'status']),
});
export type Answer = z.infer<typeof Answer>;

export const RouteOut = z.strictObject({
  ...rowBase,
  kind: z.literal('route-out'),
  /** `unsent` was the name of `ready` before rows had answers. */
  state: z.preprocess((state) => (state === 'unsent' ? 'ready' : state), RouteOutState),
  request: RequestKind.default('membership'),
  idpId: DirectoryId,
  idpName: z.string(),
  identityOwner: AccountId.nullable(),
  /** The record of the issue that carries the row; null where none does, or where it has an issue of its own. */
  issueId: RecordId.nullable().default(null),
  issueKey: IssueKey.nullable(),
  answer: Answer.nullable().default(null),
});
export type RouteOut = z.infer<typeof RouteOut>;

/** How people get into a group at the identity provider. */
export const MEMBERSHIP_WAYS = [
  'manual',
  'rule',
  'dynamic',
  'ad',
  'hr',
  'access-request',
  'unknown',
] as const;
export const MembershipWay = z.enum(MEMBERSHIP_WAYS);
export type MembershipWay = z.infer<typeof MembershipWay>;

export const YesNoUnknown = z.enum(['yes', 'no', 'unknown']);

/** What the identity owner knows of a group at the provider, asked for once. */
export const GroupProfile = z.strictObject({
  ...recordBase,
  kind: z.literal('group-profile'),
  state: standing,
  idpId: DirectoryId,
  groupId: GroupId,
  /** Name and id at the provider, which Atlassian does not tell. */
  nameAtIdp: z.string().trim().max(255),
  idAtIdp: z.string().trim().max(255).nullable(),
  membership: MembershipWay,
  /** Whether the group also assigns the Atlassian app to its members. */
  assignsApp: YesNoUnknown,
  /** What else the group opens at the provider. */
  otherApps: z.string().trim().max(1000),
  businessOwner: AccountId.nullable(),
  /** Who is asked about this group instead of the provider’s owners. */
  identityOwner: AccountId.nullable(),
  /** How a change is asked for: a form, a ticket queue, a pull request. */
  changeRoute: z.string().trim().max(1000),
  confirmedOn: z.iso.date(),
});
export type GroupProfile = z.infer<typeof GroupProfile>;

/** `asked`: Jira was asked to create it and has not answered; `unknown`: that request ended without an answer. */
export const REQUEST_ISSUE_STATES = [
  'wanted',
  'asked',
  'unknown',
  'open',
  'accepted',
  'finished',
  'declined',
  'withdrawn',
] as const;
export const RequestIssueState = z.enum(REQUEST_ISSUE_STATES);
export type RequestIssueState = z.infer<typeof RequestIssueState>;

/** The issue that asks an identity owner about a group: the intent first, then what became of it. */
export const RequestIssue = z.strictObject({
  ...recordBase,
  kind: z.literal('request-issue'),
  state: RequestIssueState,
  idpId: DirectoryId,
  idpName: z.string(),
  groupId: GroupId,
  groupName: z.string(),
  request: RequestKind,
  identityOwner: AccountId,
  projectKey: ProjectKey,
  issueTypeId: IssueTypeId,
  issueKey: IssueKey.nullable(),
  /** Searches that found nothing since Jira did not answer. */
  searchedAt: z.array(z.iso.datetime()).max(2),
  /** Further issues of the same intent, found later and linked; a record of what search hid. */
  duplicates: z.array(IssueKey),
  /** Comments of the app, newest last: at most one a week. */
  comments: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      about: z.enum(['not-confirmed', 'reminder', 'escalation']),
    }),
  ),
  /** Hash over the rows that the issue tells of; null before there is one. */
  told: z.string().nullable(),
  /** Up to which comment of the issue answers have been read. */
  readUpTo: z.iso.datetime().nullable(),
});
export type RequestIssue = z.infer<typeof RequestIssue>;
