import { z } from 'zod';
import { Coverage } from '../contracts/coverage';

/** Before addresses and the audit log were looked at. Snapshots of that time are still stored. */
export const FIRST_FORMAT = 'seatpath-snapshot/1';
export const FORMAT = 'seatpath-snapshot/2';
export type SnapshotFormat = typeof FIRST_FORMAT | typeof FORMAT;

const texts = z.array(z.string());

const FirstHeader = z.strictObject({
  format: z.literal(FIRST_FORMAT),
  org: z.strictObject({ id: z.string(), name: z.string() }),
  directories: texts,
  resources: z.array(
    z.strictObject({
      ari: z.string(),
      typeKey: z.string(),
      name: z.string(),
      sandbox: z.boolean().nullable(),
    }),
  ),
  roles: texts,
  roleSets: z.array(texts),
  groupIds: texts,
  groupNames: texts,
  accountIds: texts,
  values: z.record(z.string(), texts),
  assignments: z.array(
    z.strictObject({
      account: z.int(),
      resource: z.int(),
      directoryId: z.string().nullable(),
      suspended: z.boolean(),
      direct: texts,
      inferred: texts,
      viaGroup: texts,
    }),
  ),
  scimGroups: z.array(
    z.strictObject({ scimDirectoryId: z.string(), scimGroupId: z.string(), displayName: z.string() }),
  ),
  accountAnomalies: z.array(
    z.strictObject({
      kind: z.enum(['orphaned-scim-link', 'duplicate-account']),
      accountId: z.string(),
      detail: z.string(),
    }),
  ),
  coverage: Coverage,
  lengths: z.record(z.string(), z.int()),
});

const CurrentHeader = FirstHeader.extend({
  format: z.literal(FORMAT),
  emailPatterns: texts,
  history: z.strictObject({
    state: z.enum(['read', 'not-asked', 'refused']),
    /** JSON knows no NaN. */
    since: z.number().nullable(),
    /** Of each entry. */
    actors: texts,
    defaultChanges: z.array(z.strictObject({ group: z.int(), resource: z.int(), at: z.number() })),
    ignored: z.int(),
  }),
});
export type CurrentHeader = z.infer<typeof CurrentHeader>;

/** What stands before the columns of a stored snapshot: the small tables, the texts, and how long each column is. */
export const Header = z.discriminatedUnion('format', [FirstHeader, CurrentHeader]);
