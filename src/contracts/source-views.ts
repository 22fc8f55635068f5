import { z } from 'zod';
import { Person } from './views';
import { Owner } from './vocabulary';

/* Sources, as the list of them shows them. */

/** What was decided about a source as a whole. `void`: a standing decision that no longer holds. */
export const SourceIntent = z.enum(['none', 'proposed', 'standing', 'void', 'redesign']);
export type SourceIntent = z.infer<typeof SourceIntent>;

/** One group on one resource: where rows come from and where most decisions belong. */
export const SourceLine = z.strictObject({
  groupId: z.string(),
  groupName: z.string(),
  ari: z.string(),
  product: z.string(),
  owner: Owner,
  roles: z.array(z.string()),
  defaultFor: z.string().nullable(),
  /** Every product that this group grants. */
  products: z.array(z.string()),
  people: z.int(),
  seats: z.int(),
  /** Seats that no other path keeps. */
  seatsOnlyHere: z.int(),
  inactive: z.int(),
  scimInactive: z.int(),
  /** People whom the organization does not manage. */
  external: z.int(),
  /** The other source on this product that holds most of the same seats; null where none holds any. */
  overlap: z.strictObject({ groupName: z.string(), seats: z.int() }).nullable(),
  intent: SourceIntent,
  steward: Person.nullable(),
  /** A local group that was there at the first scan and has no steward. */
  legacy: z.boolean(),
});
export type SourceLine = z.infer<typeof SourceLine>;

export const SOURCE_SORTS = ['seats', 'seats-only-here', 'inactive', 'group', 'product'] as const;

export const SourceList = z.strictObject({
  scanId: z.string(),
  total: z.int(),
  matched: z.int(),
  lines: z.array(SourceLine),
});
export type SourceList = z.infer<typeof SourceList>;
