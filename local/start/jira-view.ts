import { z } from 'zod';
import type { Installation } from '../host/installation';
import type { ProductGateway } from '../host/runtime/product';
import type { AdfNode } from '../host/web/adf';
import type { JiraView, Viewer } from '../host/web/options';

const Named = z.looseObject({ displayName: z.string() }).nullish();
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
    status: z.looseObject({ name: z.string(), statusCategory: z.looseObject({ key: z.string() }) }),
    comment: z
      .looseObject({ comments: z.array(z.looseObject({ author: Named, created: z.string(), body: Adf })) })
      .nullish(),
  }),
});
const Transitions = z.looseObject({
  transitions: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});
const CATEGORIES = ['new', 'indeterminate', 'done'] as const;

/** The plain issue page of the local Jira, over the same REST API that the app uses. */
export function jiraView(
  gateway: ProductGateway,
  installations: readonly Installation[],
  nameOf: (accountId: string) => string,
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
    if (!response.ok) throw new Error(`Jira answered ${response.status}.`);
    const text = await response.text();
    return text === '' ? null : (JSON.parse(text) as unknown);
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
        status: {
          name: fields.status.name,
          category: CATEGORIES.find((one) => one === fields.status.statusCategory.key) ?? 'indeterminate',
        },
        labels: fields.labels,
        description: fields.description == null ? null : nameMentions(fields.description, nameOf),
        comments: (fields.comment?.comments ?? []).map((comment) => ({
          author: comment.author?.displayName ?? 'somebody',
          created: comment.created,
          body: nameMentions(comment.body, nameOf),
        })),
        transitions: transitions.map(({ id, name }) => ({ id, name })),
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

/** Jira writes the name into a mention when it is shown; so does this. */
function nameMentions(node: AdfNode, nameOf: (accountId: string) => string): AdfNode {
  const id = node.attrs?.['id'];
  if (node.type === 'mention' && typeof id === 'string') {
    return { ...node, attrs: { ...node.attrs, text: `@${nameOf(id)}` } };
  }
  return node.content ? { ...node, content: node.content.map((child) => nameMentions(child, nameOf)) } : node;
}
