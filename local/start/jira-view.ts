import { z } from 'zod';
import type { Installation } from '../host/installation';
import type { ProductGateway } from '../host/runtime/product';
import type { AdfNode } from '../host/web/adf';
import type { IssueView, JiraView, Viewer } from '../host/web/options';

const Named = z
  .looseObject({
    accountId: z.string().nullish(),
    accountType: z.string().nullish(),
    displayName: z.string(),
  })
  .nullish();
const CATEGORIES = ['new', 'indeterminate', 'done'] as const;
const Status = z
  .looseObject({ name: z.string(), statusCategory: z.looseObject({ key: z.string() }) })
  .transform(({ name, statusCategory: { key } }) => ({
    name,
    category: CATEGORIES.find((one) => one === key) ?? ('indeterminate' as const),
  }));
const Linked = z
  .looseObject({ key: z.string(), fields: z.looseObject({ summary: z.string(), status: Status }) })
  .nullish();
const Adf = z.unknown().transform((node) => node as AdfNode);
const Issue = z.looseObject({
  key: z.string(),
  fields: z.looseObject({
    summary: z.string(),
    labels: z.array(z.string()).default([]),
    description: Adf.nullish(),
    duedate: z.string().nullish(),
    issuetype: z.looseObject({ name: z.string() }).nullish(),
    assignee: Named,
    reporter: Named,
    status: Status,
    resolution: z.looseObject({ name: z.string() }).nullish(),
    issuelinks: z
      .array(
        z.looseObject({
          type: z.looseObject({ inward: z.string(), outward: z.string() }),
          inwardIssue: Linked,
          outwardIssue: Linked,
        }),
      )
      .default([]),
    comment: z
      .looseObject({ comments: z.array(z.looseObject({ author: Named, created: z.string(), body: Adf })) })
      .nullish(),
  }),
});
const Transitions = z.looseObject({
  transitions: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});
const Refusal = z.looseObject({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

export interface Cast {
  readonly nameOf: (accountId: string) => string;
  /** Who can be spoken for; nobody where Jira is a real one. */
  readonly speakers: readonly { readonly accountId: string; readonly displayName: string }[];
}

/** The plain issue page of the local Jira, over the same REST API that the app uses. */
export function jiraView(
  gateway: ProductGateway,
  installations: readonly Installation[],
  { nameOf, speakers }: Cast,
): JiraView {
  async function ask(viewer: Viewer, method: string, path: string, body?: unknown): Promise<unknown> {
    const installation = installations.find((one) => one.installationId === viewer.installationId)!;
    const response = await gateway({
      product: 'jira',
      installation,
      as: { accountId: viewer.accountId },
      path,
      init: {
        method,
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
    });
    if (response.status === 404) return undefined;
    const text = await response.text();
    if (!response.ok) throw new Error(`Jira answered ${response.status}${wordsOf(text)}.`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  }

  /** Whoever the work item is given to can answer it, also where he is none of those that one can be. */
  function withAssignee(assignee: z.infer<typeof Named>): IssueView['speakers'] {
    const accountId = assignee?.accountId;
    const known = accountId == null || speakers.some((one) => one.accountId === accountId);
    if (known || speakers.length === 0) return [...speakers];
    return [...speakers, { accountId, displayName: nameOf(accountId) }];
  }

  return {
    async getIssue(key, viewer) {
      const found = await ask(viewer, 'GET', `/rest/api/3/issue/${key}`);
      if (found === undefined) return undefined;
      const { fields } = Issue.parse(found);
      const { transitions } = Transitions.parse(
        await ask(viewer, 'GET', `/rest/api/3/issue/${key}/transitions`),
      );
      return {
        key,
        summary: fields.summary,
        status: fields.status,
        labels: fields.labels,
        description: fields.description == null ? null : nameMentions(fields.description, nameOf),
        comments: (fields.comment?.comments ?? []).map((comment) => ({
          author: comment.author?.displayName ?? 'somebody',
          byApp: comment.author?.accountType === 'app',
          created: comment.created,
          body: nameMentions(comment.body, nameOf),
        })),
        links: fields.issuelinks.flatMap(({ type, inwardIssue, outwardIssue }) => [
          ...linkTo(type.inward, inwardIssue),
          ...linkTo(type.outward, outwardIssue),
        ]),
        transitions: transitions.map(({ id, name }) => ({ id, name })),
        speakers: withAssignee(fields.assignee),
        ...(fields.resolution ? { resolution: fields.resolution.name } : {}),
        ...(fields.issuetype ? { type: fields.issuetype.name } : {}),
        ...(fields.assignee ? { assignee: fields.assignee.displayName } : {}),
        ...(fields.reporter ? { reporter: fields.reporter.displayName } : {}),
        ...(fields.duedate ? { dueDate: fields.duedate } : {}),
      };
    },
    async transition(key, id, viewer) {
      await ask(viewer, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id } });
    },
    async comment(key, text, viewer) {
      const body = {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      };
      await ask(viewer, 'POST', `/rest/api/3/issue/${key}/comment`, { body });
    },
  };
}

function linkTo(relation: string, issue: z.infer<typeof Linked>): IssueView['links'] {
  if (issue == null) return [];
  const { summary, status } = issue.fields;
  return [{ relation, key: issue.key, summary, status }];
}

/** Jira's own words for a refusal. */
function wordsOf(text: string): string {
  const refusal = Refusal.safeParse(readJson(text));
  if (!refusal.success) return '';
  const words = [...refusal.data.errorMessages, ...Object.values(refusal.data.errors)];
  return words.length === 0 ? '' : `: ${words.join(' ')}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Jira writes the name into a mention when it is shown; so does this. */
function nameMentions(node: AdfNode, nameOf: (accountId: string) => string): AdfNode {
  const id = node.attrs?.['id'];
  if (node.type === 'mention' && typeof id === 'string') {
    return { ...node, attrs: { ...node.attrs, text: `@${nameOf(id)}` } };
  }
  return node.content ? { ...node, content: node.content.map((child) => nameMentions(child, nameOf)) } : node;
}
