import { z } from 'zod';
import { CycleId, RecordId } from './ids';
import { RECORD_KINDS } from './records';

/* What the page is shown of the evidence chain. */

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** A link of the chain without what it binds; `at`: when that was made or moved, null where it does not tell. */
const LinkView = z.strictObject({
  sequence: z.int().min(1),
  previous: Hash,
  hash: Hash,
  at: z.iso.datetime().nullable(),
});

/** What a record rests on beyond what stands in it. */
export const RecordProof = z.strictObject({
  /** The page that the rule of its owner rests on today; null where it keeps no rule, or one that there is no more. */
  source: z.strictObject({ url: z.url(), checked: z.string() }).nullable(),
  /** Its links, the oldest first: one for the record as it was made, one for each move. */
  links: z.array(LinkView),
});
export type RecordProof = z.infer<typeof RecordProof>;

/** Where a check of the chain goes on: first over all links, then over what is stored of each record. */
export const CheckPlace = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('links'), sequence: count, hash: Hash }),
  z.strictObject({ of: z.literal('records'), from: count }),
]);
export type CheckPlace = z.infer<typeof CheckPlace>;

/**
 * What does not fit. `link`: it is not there, or is not what its hash or the one before it says. `head`: the chain
 * ends elsewhere than it is known to. `record`: a record is stored otherwise than its last link says.
 */
export const Misfit = z.strictObject({
  what: z.enum(['link', 'head', 'record']),
  /** The link; null where a record is meant. */
  sequence: z.int().min(1).nullable(),
  /** What is bound there, as far as the caller may know. */
  bound: z
    .discriminatedUnion('is', [
      z.strictObject({ is: z.literal('record'), id: RecordId, kind: z.enum(RECORD_KINDS) }),
      z.strictObject({ is: z.literal('cycle'), id: CycleId }),
    ])
    .nullable(),
});
export type Misfit = z.infer<typeof Misfit>;

/** A piece of a check: how far it is, and what it found. */
export const ChainCheck = z.strictObject({
  of: z.enum(['links', 'records']),
  done: count,
  total: count,
  /** When the first and the last link of this piece were made, where they tell. */
  first: z.iso.datetime().nullable(),
  last: z.iso.datetime().nullable(),
  misfit: Misfit.nullable(),
  /** Null where the check is through, or something does not fit. */
  next: CheckPlace.nullable(),
});
export type ChainCheck = z.infer<typeof ChainCheck>;
