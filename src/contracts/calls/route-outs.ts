import { z } from 'zod';
import { DirectoryId, GroupId, RecordId } from '../ids';
import { AnswerKind, GroupProfile, RequestIssue, RouteOut } from '../route-outs';
import { Person } from '../views';
import { MOVES } from './registers';
import { after, type CallTable, day, deciders, everyone, identityOwners, nothing, reason } from './common';

/** A row as the board shows it. */
export const HandedOver = z.strictObject({
  record: RouteOut,
  version: z.int(),
  person: Person,
  product: z.string(),
  groupName: z.string(),
  /** What the caller may answer now. */
  answers: z.array(AnswerKind),
  /** Moves that the caller may make now; nobody decides at the desk. */
  moves: z.array(z.enum(MOVES)),
});
export type HandedOver = z.infer<typeof HandedOver>;

/** Rows of a group that are in no issue yet, and why. */
export const Waiting = z.strictObject({
  idpId: DirectoryId,
  groupId: GroupId,
  groupName: z.string(),
  rows: z.array(HandedOver),
  because: z.string(),
});
export type Waiting = z.infer<typeof Waiting>;

export const RequestLine = z.strictObject({
  issue: RequestIssue,
  /** Whether it still takes the identity owner’s time, or may. */
  underWay: z.boolean(),
  rows: z.array(HandedOver),
  profile: GroupProfile.nullable(),
});
export type RequestLine = z.infer<typeof RequestLine>;

/** What is handed over to identity owners, and what they say of it. */
export const routeOutCalls = {
  'requests/list': {
    input: nothing,
    output: z.strictObject({
      providers: z.array(
        z.strictObject({
          idpId: DirectoryId,
          name: z.string(),
          /** Issues, those under way first. */
          issues: z.array(RequestLine),
          waiting: z.array(Waiting),
        }),
      ),
      people: z.array(Person),
    }),
    callers: everyone,
    desk: true,
  },
  /** The word of an identity owner on one person. */
  'route-outs/answer': {
    input: z.strictObject({
      recordId: RecordId,
      version: z.int(),
      says: AnswerKind,
      until: day.nullable(),
    }),
    output: RouteOut,
    callers: identityOwners,
    desk: true,
  },
  /** What is known of a group at its provider. */
  'group-profiles/record': {
    input: z.strictObject({
      after,
      reason,
      ...GroupProfile.pick({
        idpId: true,
        groupId: true,
        nameAtIdp: true,
        idAtIdp: true,
        membership: true,
        assignsApp: true,
        otherApps: true,
        businessOwner: true,
        identityOwner: true,
        changeRoute: true,
      }).shape,
    }),
    output: GroupProfile,
    callers: [...deciders, ...identityOwners],
    desk: true,
  },
  /** Files for an identity owner, of the rows of one issue that are under way; they name people as the provider does. */
  'requests/file': {
    input: z.strictObject({ issueId: RecordId, format: z.enum(['csv', 'entra', 'okta']) }),
    output: z.strictObject({ name: z.string(), text: z.string() }),
    callers: [...deciders, ...identityOwners],
    desk: true,
  },
} as const satisfies CallTable;

export type RequestFormat = z.infer<(typeof routeOutCalls)['requests/file']['input']>['format'];
