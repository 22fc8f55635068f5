import { z } from 'zod';
import { CommentNode } from '../../contracts/comment';
import { id } from './common';

/*
 * Jira's answers, as much of them as Seatpath reads. Field names: Atlassian's Jira Cloud platform OpenAPI (v3),
 * read 2026-11-23.
 */

export const Permissions = z.looseObject({
  permissions: z.record(z.string(), z.looseObject({ havePermission: z.boolean().optional() })),
});
export const People = z.array(z.looseObject({ accountId: z.string(), displayName: z.string().optional() }));
export const Account = z.looseObject({ accountId: z.string(), active: z.boolean() });
export const Projects = z.looseObject({
  values: z.array(z.looseObject({ key: z.string(), name: z.string() })),
});
export const IssueTypes = z.looseObject({
  issueTypes: z.array(z.looseObject({ id: z.string(), name: z.string(), subtask: z.boolean().optional() })),
});
/** Jira's own example has a path in the address: only where the site is counts. */
export const ServerInfo = z.looseObject({
  baseUrl: z.url({ protocol: /^https$/ }).transform((url) => new URL(url).origin),
});
export const Found = z.looseObject({ issues: z.array(z.looseObject({ key: id })) });
export const Created = z.looseObject({ key: id });
export const CreatedComment = z.looseObject({ id });
/** Answers without a body, or with one that says nothing. */
export const Nothing = z.unknown();

/** Jira writes `2026-11-23T09:00:00.000+0000`, in the zone of the reader; here it becomes ISO in UTC. */
const instant = z.string().transform((text, context) => {
  const at = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  context.addIssue({ code: 'custom', message: 'is no date' });
  return z.NEVER;
});

/** Old statuses may have none (`undefined`): neither new nor done. */
const category = z.string().transform((key) => (key === 'new' || key === 'done' ? key : 'indeterminate'));

export const Issue = z.looseObject({
  key: id,
  fields: z.looseObject({
    status: z.looseObject({
      name: z.string(),
      statusCategory: z.looseObject({ key: category }),
    }),
    resolution: z.looseObject({ name: z.string() }).nullish(),
    assignee: z.looseObject({ accountId: z.string() }).nullish(),
    updated: instant,
  }),
});

export const Comments = z.looseObject({
  total: z.int().min(0),
  comments: z.array(
    z.looseObject({
      id,
      /** Absent where nobody was signed in. */
      author: z.looseObject({ accountId: z.string().nullish(), accountType: z.string().nullish() }).nullish(),
      created: instant,
      /** One that cannot be read answers nothing; it is for people all the same. */
      body: CommentNode.nullable().catch(null),
    }),
  ),
});
