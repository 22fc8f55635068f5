import { z } from 'zod';

/** `expected` is null where the API gave no count to hold `seen` against. */
const Count = z.strictObject({ seen: z.int(), expected: z.int().nullable() });

/** What became of a directory of identities; `no-key`: set up as one with SCIM, and nobody gave its key. */
const DirectoryAnswer = z.enum(['read', 'failed', 'no-key', 'not-scim']);

/** What a scan asked and read, and how far its picture can be trusted. */
export const Coverage = z.strictObject({
  users: Count,
  groups: Count,
  memberships: Count,
  incompleteGroups: z.array(z.string()),
  scimDirectories: z.record(z.string(), DirectoryAnswer),
});
export type Coverage = z.infer<typeof Coverage>;

/** SCIM directories that were read, of those known; what an identity provider without SCIM says is no part of it. */
export function countDirectories({ scimDirectories }: Coverage): { read: number; known: number } {
  const known = Object.values(scimDirectories).filter((answer) => answer !== 'not-scim');
  return { read: known.filter((answer) => answer === 'read').length, known: known.length };
}

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
