import { z } from 'zod';
import { RequestCounts } from '../contracts/coverage';
import { MAX_EMAIL_PATTERNS } from '../contracts/snapshot';

/** The order of a scan. Each phase plans its tasks from what the phases before it read. */
export const PHASES = [
  'organization',
  'groups',
  'read',
  'recount',
  'completeness',
  'accounts',
  'history',
  'done',
] as const;
export type Phase = (typeof PHASES)[number];

/** How far one list has been read. */
export const OpenTask = z.strictObject({
  /** Position in the phase's plan. */
  index: z.int(),
  cursor: z.string().nullable(),
  pages: z.int(),
  /** A cursor kept for comparison: meeting it again means that the list goes in circles. */
  anchor: z.string().nullable(),
  restarts: z.int(),
  emptyPages: z.int(),
});
export type OpenTask = z.infer<typeof OpenTask>;

/** Everything a scan needs to go on after a stop, besides the parts it has stored. */
export const ScanState = z.strictObject({
  schema: z.literal(1),
  id: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** What addresses are held against, in lower case; states stored before there were patterns have none. */
  emailPatterns: z.array(z.string()).max(MAX_EMAIL_PATTERNS).default([]),
  phase: z.enum(PHASES),
  /** Waves stored when this phase was planned: the plan is made again from these and no later ones. */
  plannedFrom: z.int(),
  /** Tasks of the plan begun so far; those of them not finished are in `open`. */
  begun: z.int(),
  open: z.array(OpenTask),
  planned: z.int(),
  /** Waves stored so far. */
  waves: z.int(),
  requests: RequestCounts,
});
export type ScanState = z.infer<typeof ScanState>;

/** A scan before its first call. `emailPatterns`: at most 32, only `*` is special, letter case aside. */
export function newScan(id: string, startedAt: string, emailPatterns: readonly string[] = []): ScanState {
  if (emailPatterns.length > MAX_EMAIL_PATTERNS)
    throw new RangeError(`a scan takes ${MAX_EMAIL_PATTERNS} e-mail patterns at the most`);
  return {
    schema: 1,
    id,
    startedAt,
    finishedAt: null,
    emailPatterns: emailPatterns.map((pattern) => pattern.toLowerCase()),
    phase: 'organization',
    plannedFrom: 0,
    begun: 0,
    open: [],
    planned: 0,
    waves: 0,
    requests: { total: 0, retries: 0, rateLimited: 0, byEndpoint: {} },
  };
}
