import type { ItemClass, ItemOutcome, ItemSection, QueueItem } from '../../contracts/queue';
import type { Finding, Owner } from '../../contracts/vocabulary';

/** What an item is about, before anybody counts it. Indexes are those of the table. */
export interface ItemSubject {
  readonly class: ItemClass;
  readonly finding: Finding | null;
  readonly outcome: ItemOutcome;
  readonly ari: string | null;
  readonly groupId: string | null;
  readonly cloudId: string | null;
  readonly owner: Owner | null;
  readonly reason: string;
  readonly recordId: string | null;
}

/** What each outcome asks, so that the same thing has the same id in every cycle. */
export function itemIdOf(subject: ItemSubject, sha256: (text: string) => string): string {
  const { class: cls, finding, outcome, ari, groupId, cloudId } = subject;
  // The reason tells one way of coming back from another.
  const back = cls === 'back' ? subject.reason : '';
  const text = [cls, finding ?? '', outcome, ari ?? '', groupId ?? '', cloudId ?? '', back].join('\n');
  return `item-${sha256(text).slice(0, 24)}`;
}

/** An item whose rank among the others is not decided yet. */
export type DraftItem = Omit<QueueItem, 'inQueue'>;

/** The part of the founding text’s list (S4) that an item belongs to. */
export function sectionOf({ class: cls, owner, outcome, recordId }: ItemSubject): ItemSection {
  if (cls === 'back' && recordId !== null && outcome === 'free-seats') return 'exceptions';
  if (cls === 'settings') return 'default-groups';
  if (outcome === 'free-seats' && cls !== 'source-review') return 'billable-seats';
  return owner === 'default-group' ? 'default-groups' : 'local-paths';
}
