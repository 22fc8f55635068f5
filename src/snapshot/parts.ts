import { z } from 'zod';
import { EntryCause } from '../contracts/vocabulary';

/*
 * What one page of an answer leaves behind: only what a snapshot needs, no name, no e-mail address.
 * Parts are stored as the scan goes and read back to resume it, so they are parsed like any input.
 */

const text = z.string().nullable();

export const GroupFacts = z.strictObject({
  id: z.string(),
  name: z.string(),
  directoryId: text,
  externalSynced: z.boolean().nullable(),
  managedBy: text,
  modifiable: z.boolean().nullable(),
  users: z.int().nullable(),
  resources: z.int().nullable(),
});
export type GroupFacts = z.infer<typeof GroupFacts>;

export const AccountFacts = z.strictObject({
  id: z.string(),
  type: text,
  accountStatus: text,
  membershipStatus: text,
  status: text,
  claimStatus: text,
  managementSource: text,
  service: z.boolean(),
  /** Only to see two accounts with one address; the address itself is not kept. */
  emailHash: z.number().nullable(),
  /** What stands behind the @. Parts stored before this was kept have none. */
  domain: text.default(null),
  /** One bit for each pattern of the scan. */
  emailMatches: z.int().min(0).default(0),
  /** Epoch ms. */
  addedToOrg: z.number().nullable(),
  /** How many resources the API says the account has any role on. */
  resources: z.int().nullable(),
  /** Groups that may grant something; null where the API left the list out. */
  groups: z.array(z.string()).nullable(),
  /** Product key, instance id, epoch ms (or the codes of contracts/snapshot.ts); null where left out. */
  activity: z.array(z.tuple([z.string(), z.string(), z.number()])).nullable(),
});
export type AccountFacts = z.infer<typeof AccountFacts>;

export const AssignmentFacts = z.strictObject({
  ari: z.string(),
  typeKey: text,
  directoryId: text,
  suspended: z.boolean(),
  direct: z.array(z.string()),
  inferred: z.array(z.string()),
  viaGroup: z.array(z.string()),
});
export type AssignmentFacts = z.infer<typeof AssignmentFacts>;

const ResourceFacts = z.strictObject({
  ari: z.string(),
  typeKey: text,
  name: text,
  sandbox: z.boolean().nullable(),
});

/** An event of the audit log that changed access. Which of `about` is an account, a group or a product its id tells. */
export const AccessChange = z.strictObject({
  change: z.enum(['entry', 'exit', 'default']),
  /** Epoch ms. */
  at: z.number(),
  actor: z.string(),
  cause: EntryCause,
  about: z.array(z.string()),
});
export type AccessChange = z.infer<typeof AccessChange>;

export const AuditEvents = z.strictObject({
  kind: z.literal('audit-events'),
  /** Epoch ms; null where the page tells no time. */
  reachesTo: z.number().nullable(),
  /** Events that say nothing of access. */
  ignored: z.int(),
  changes: z.array(AccessChange),
  /** Account id, epoch ms of its last act by API token on this page. */
  tokenUse: z.array(z.tuple([z.string(), z.number()])),
});
export type AuditEvents = z.infer<typeof AuditEvents>;

export const Part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('org'), id: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal('directories'), ids: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('resources'), resources: z.array(ResourceFacts) }),
  z.strictObject({ kind: z.literal('users-count'), count: z.int().nullable() }),
  z.strictObject({ kind: z.literal('groups-count'), count: z.int().nullable() }),
  z.strictObject({ kind: z.literal('groups'), groups: z.array(GroupFacts) }),
  z.strictObject({
    kind: z.literal('grants'),
    groupId: z.string(),
    grants: z.array(
      z.strictObject({ ari: z.string(), typeKey: text, roles: z.array(z.string()), defaultRole: text }),
    ),
  }),
  z.strictObject({ kind: z.literal('accounts'), directory: z.string(), accounts: z.array(AccountFacts) }),
  /** All pages of one group's members, read again because the first reading did not add up. */
  z.strictObject({ kind: z.literal('members'), groupId: z.string(), accountIds: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('assignments'),
    accountId: z.string(),
    assignments: z.array(AssignmentFacts),
  }),
  z.strictObject({
    kind: z.literal('scim-users'),
    scimDirectoryId: z.string(),
    records: z.array(
      z.strictObject({
        accountId: text,
        active: z.boolean(),
        userNameHash: z.number().nullable(),
        externalIdHash: z.number().nullable(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('scim-groups'),
    scimDirectoryId: z.string(),
    groups: z.array(z.strictObject({ id: z.string(), displayName: z.string() })),
  }),
  AuditEvents,
  /** The audit log could not be read, or not any further; without a reason where the key simply may not. */
  z.strictObject({ kind: z.literal('audit-closed'), because: text }),
  /** A list was begun anew because its cursor was refused; what the first attempt read no longer counts. */
  z.strictObject({ kind: z.literal('restart'), directory: z.string() }),
  /** Something that could not be read, or that a reader of the numbers must know. */
  z.strictObject({
    kind: z.literal('note'),
    /** Whether the picture is partial because of it. */
    partial: z.boolean(),
    text: z.string(),
    failedScimDirectory: text,
    incompleteGroup: text,
  }),
]);
export type Part = z.infer<typeof Part>;
export type Note = Extract<Part, { kind: 'note' }>;

/** A note with only what it says. */
export function note(text: string, more: Partial<Omit<Note, 'kind' | 'text'>> = {}): Note {
  return { kind: 'note', partial: true, text, failedScimDirectory: null, incompleteGroup: null, ...more };
}
