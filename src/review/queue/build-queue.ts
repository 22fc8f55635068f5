import type { QueueItem } from '../../contracts/queue';
import { indexSourceDecisions, type SourceDecisions } from '../sources/covering';
import { findGrant } from '../sources/source-facts';
import type { DraftItem } from './draft';
import type { Look } from './look';
import { backItems, dormantItems, settingsItems, unknownItems } from './other-items';
import { placeRows } from './place-rows';
import type { PlacedRows } from './places';
import { planQueue } from './plan';
import { reviewItems } from './review-items';
import { seatItems } from './seat-items';
import { countIntent, type IntentShare } from './seats-with-intent';

export interface Queue {
  readonly items: readonly QueueItem[];
  readonly placed: PlacedRows;
  readonly decisions: SourceDecisions;
  readonly intent: IntentShare;
}

/** Everything that is open, as items in rank order, and which of them are this cycle’s. Pure. */
export function buildQueue(
  look: Look,
  { budget, baseline, sha256 }: { budget: number; baseline: boolean; sha256: (text: string) => string },
): Queue {
  const decisions = indexSourceDecisions(look);
  const placed = placeRows(look, decisions);
  const intent = countIntent(look, placed, decisions);
  const drafts: DraftItem[] = [
    ...backItems(look, placed, sha256),
    ...seatItems(look, placed, sha256),
    ...unknownItems(look, placed, sha256),
    ...reviewItems(look, placed, decisions, sha256),
    ...settingsItems(look, placed, sha256),
    ...dormantItems(look, placed, sha256),
  ];
  const grantOf = ({ outcome, groupId, ari }: DraftItem): number | null =>
    outcome === 'decide-source' ? findGrant(look.table, groupId!, ari!) : null;
  return { items: planQueue(drafts, { grantOf, intent, budget, baseline }), placed, decisions, intent };
}
