import { z } from 'zod';
import { AccountId, Ari, GroupId, ItemId, RecordId } from './ids';
import { Finding, Owner } from './vocabulary';

/**
 * Classes of queue items, most urgent first; the order is the rank. `back`: was decided once and is open
 * again. `settings`: what no API tells and somebody has to look up.
 */
export const ITEM_CLASSES = [
  'back',
  'scim-inactive',
  'inactive-one-edit',
  'never-active',
  'inactive-more-edits',
  'unknown-source',
  'source-review',
  'settings',
  'dormant',
  'never-active-age-unknown',
] as const;
export const ItemClass = z.enum(ITEM_CLASSES);
export type ItemClass = z.infer<typeof ItemClass>;

/** What an item asks for. `free-seats`: every path that bills is to go, each in its own lane. */
export const ITEM_OUTCOMES = [
  'free-seats',
  'decide-source',
  'attest-source',
  'attest-settings',
  'close-dormant',
] as const;
export const ItemOutcome = z.enum(ITEM_OUTCOMES);
export type ItemOutcome = z.infer<typeof ItemOutcome>;

/** Sections of the queue that a reader of the founding text looks for (S4). */
export const ITEM_SECTIONS = ['local-paths', 'default-groups', 'exceptions', 'billable-seats'] as const;
export const ItemSection = z.enum(ITEM_SECTIONS);
export type ItemSection = z.infer<typeof ItemSection>;

/**
 * One thing to decide: people who came to the same finding through the same source. `groupId` null: direct
 * roles on the resource. `ari` null: the group on every resource. Both null: a site.
 */
export const QueueItem = z.strictObject({
  id: ItemId,
  class: ItemClass,
  section: ItemSection,
  finding: Finding.nullable(),
  outcome: ItemOutcome,
  ari: Ari.nullable(),
  groupId: GroupId.nullable(),
  cloudId: z.string().nullable(),
  owner: Owner.nullable(),
  /** The cases inside: account ids, sorted. */
  people: z.array(AccountId),
  /** Billing seats inside. */
  seats: z.int(),
  /** Seats that become free when everything asked for here is done. */
  freeable: z.int(),
  /** The most edits that one of the seats takes, and of which owners. */
  edits: z.int(),
  editOwners: z.array(Owner),
  /** Why it is open again or what is special about it; empty where the class says it all. */
  reason: z.string(),
  /** The record that brought it back. */
  recordId: RecordId.nullable(),
  /** The oldest of what it is about: epoch ms of last activity or decision; null where unknown. */
  since: z.number().nullable(),
  /** False: beyond this week's budget. */
  inQueue: z.boolean(),
});
export type QueueItem = z.infer<typeof QueueItem>;

/** Items, and the billing seats that they ask about: a seat that two of them ask about counts once. */
export const Heap = z.strictObject({ items: z.int(), seats: z.int() });
export type Heap = z.infer<typeof Heap>;

/** What has become of one row that carries a finding. Exactly one of these holds. */
export const DISPOSITIONS = [
  'queued',
  'backlog',
  'covered',
  'attested',
  'protected',
  'route-out',
  'local-action',
  'exception',
  'hold',
  'keep',
] as const;
export const Disposition = z.enum(DISPOSITIONS);
export type Disposition = z.infer<typeof Disposition>;
