import type { QueueItem } from '../../contracts/queue';
import type { DraftItem } from './draft';
import { rankItems } from './rank';
import type { IntentShare } from './seats-with-intent';

/** The share of billing seats that a first review gives an intent. */
export const BASELINE_SHARE = 0.9;
/** A first review may be longer than a week’s, but a person has to get through it. */
export const BASELINE_BUDGET = 40;

/** What a first review is for besides the sources: what is certain, and what nobody can place. */
const IN_BASELINE: ReadonlySet<QueueItem['class']> = new Set([
  'back',
  'scim-inactive',
  'unknown-source',
  'settings',
]);

export interface QueuePlan {
  /** Grants of the items that decide a source, by item id. */
  readonly grantOf: (item: DraftItem) => number | null;
  readonly intent: IntentShare;
  readonly budget: number;
  readonly baseline: boolean;
}

/** Puts the items in order and says which of them make up this cycle’s queue; the others are its backlog. */
export function planQueue(items: readonly DraftItem[], plan: QueuePlan): QueueItem[] {
  const ranked = rankItems(items);
  const chosen = plan.baseline ? baseline(ranked, plan) : new Set(ranked.slice(0, plan.budget));
  const mark = (item: DraftItem): QueueItem => ({ ...item, inQueue: chosen.has(item) });
  return ranked.map(mark);
}

/**
 * The first cycle: sources in the order of their seats until nine seats out of ten have an intent, groups that
 * nobody can place, and people whom the identity provider has deactivated.
 */
function baseline(ranked: readonly DraftItem[], { grantOf, intent }: QueuePlan): Set<DraftItem> {
  const sources = ranked
    .filter((item) => grantOf(item) !== null)
    .sort((a, b) => b.seats - a.seats || ranked.indexOf(a) - ranked.indexOf(b));
  const needed = intent.sourcesUntil(
    sources.map((item) => grantOf(item)!),
    BASELINE_SHARE,
  );
  const wanted = new Set([
    ...ranked.filter((item) => IN_BASELINE.has(item.class)),
    ...sources.slice(0, needed),
  ]);
  return new Set(ranked.filter((item) => wanted.has(item)).slice(0, BASELINE_BUDGET));
}
