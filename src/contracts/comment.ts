import { z } from 'zod';

/** As much of an ADF document as answers are read from: text, mentions, dates, and what holds them. */
export interface CommentNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: { readonly id?: string | undefined; readonly timestamp?: string | undefined } | undefined;
  readonly content?: readonly CommentNode[] | undefined;
}

export const CommentNode: z.ZodType<CommentNode> = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.looseObject({ id: z.string().optional(), timestamp: z.string().optional() }).optional(),
  get content() {
    return z.array(CommentNode).optional();
  },
});
