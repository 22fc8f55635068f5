import { z } from 'zod';

const rate = z.number().min(0).max(1);
/** `"POST /admin/v2/orgs/{orgId}/…"`: an endpoint template, `*` stands for anything. */
const endpoint = z.string().min(1);
/** How often a knob acts; left out: always. */
const times = z.int().min(1).optional();

/** What goes wrong, how often (rates 0–1, drawn from `seed`), and where (knobs by endpoint, without chance). */
export const faultsSchema = z.strictObject({
  seed: z.union([z.number(), z.string()]).optional(),
  /** Answered 429 with Retry-After of 1 s, one time in four only with X-RateLimit-Reset. */
  rate429: rate.optional(),
  /** Answered 500, 502 or 503. */
  rate5xx: rate.optional(),
  /** The connection is closed without an answer. */
  rateReset: rate.optional(),
  /** The answer waits `slowMs` of real time (default 250). */
  rateSlow: rate.optional(),
  slowMs: z.int().min(0).optional(),
  /** The body ends in the middle. */
  truncate: rate.optional(),
  /** A cursor that is sent back is no longer known (400 ADMIN-400-1). */
  cursorLoss: rate.optional(),
  /** Answered with this status before anything else is looked at. */
  fail: z
    .array(
      z.strictObject({ endpoint, status: z.int().min(400).max(599), code: z.string().optional(), times }),
    )
    .optional(),
  /**
   * The call does its work and the answer is lost: after `afterMs` of real time it is answered with `status`, or,
   * without one, the connection is closed. A sender cannot tell it from a call that was never made.
   */
  lost: z
    .array(
      z.strictObject({
        endpoint,
        status: z.int().min(500).max(599).optional(),
        afterMs: z.int().min(0).optional(),
        times,
      }),
    )
    .optional(),
  /** The call waits so long (ms of real time) before it is looked at. */
  slow: z.array(z.strictObject({ endpoint, ms: z.int().min(0), times })).optional(),
  /** The next cursor is the one that was sent: the walk never ends. */
  cursorRepeat: z.array(z.strictObject({ endpoint, times })).optional(),
  /** So many last items of a page are left out, though the cursor moves on: a hole in the list. */
  dropUsersFromPage: z.array(z.strictObject({ endpoint, count: z.int().min(1), times })).optional(),
  /** A field of the answer is set to another value, or removed (no `value`). Path like `data.0.groups` or `data.*.name`. */
  wrongShape: z
    .array(z.strictObject({ endpoint, path: z.string(), value: z.unknown().optional(), times }))
    .optional(),
  /** `groups` is left out of users/search although expand asked for it. */
  hideGroupsExpand: z.boolean().optional(),
  /** Activity is shown only when it is this old (hours); Atlassian's own delay is up to 24. */
  lastActiveDelayHours: z.number().min(0).optional(),
});

export type Faults = z.infer<typeof faultsSchema>;
