import { z } from 'zod';

/** `expected` is null where the API gave no count to hold `seen` against. */
const Count = z.strictObject({ seen: z.int(), expected: z.int().nullable() });

/** What a scan asked and read, and how far its picture can be trusted. */
export const Coverage = z.strictObject({
  users: Count,
  groups: Count,
  memberships: Count,
  incompleteGroups: z.array(z.string()),
  scimDirectories: z.record(z.string(), z.enum(['read', 'failed', 'not-scim'])),
});
export type Coverage = z.infer<typeof Coverage>;

export const RequestCounts = z.strictObject({
  total: z.int(),
  retries: z.int(),
  rateLimited: z.int(),
  byEndpoint: z.record(z.string(), z.int()),
});
export type RequestCounts = z.infer<typeof RequestCounts>;

export const ScanReport = z.strictObject({
  id: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  verdict: z.enum(['complete', 'partial']),
  reasons: z.array(z.string()),
  requests: RequestCounts,
  coverage: Coverage,
});
export type ScanReport = z.infer<typeof ScanReport>;
