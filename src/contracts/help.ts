import { z } from 'zod';
import { Decision, Owner, Signal } from './vocabulary';

/** The kinds of rules that rest on Atlassian’s pages. */
export const RULE_PARTS = ['signals', 'owners', 'lanes', 'findings', 'seats', 'edits', 'pools'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

const PageLink = z.strictObject({ url: z.url(), title: z.string().min(1) });
export type PageLink = z.infer<typeof PageLink>;

export const Reference = PageLink.extend({
  checked: z.iso.date(),
  /** What rests on the page. */
  usedFor: z.array(z.enum(RULE_PARTS)).min(1),
});
export type Reference = z.infer<typeof Reference>;

/** The rules as the help panel shows them: which there are and what each rests on. Their words are texts of the page. */
export const Help = z.strictObject({
  signals: z.array(z.strictObject({ signal: Signal, page: PageLink })),
  owners: z.array(z.strictObject({ owner: Owner, lane: Decision, page: PageLink })),
  references: z.array(Reference),
});
export type Help = z.infer<typeof Help>;
