import { z } from 'zod';
import { faultsSchema } from './faults-schema';

export const orgFileFormat = 'seatpath-org/1';

const id = z.string().min(1);
const instant = z.iso.datetime({
  offset: true,
  error: 'is no RFC 3339 instant; write it like "2026-11-23T09:00:00Z"',
});
const roleOn = z.strictObject({ ari: id, role: id });

const resource = z.strictObject({
  ari: id,
  typeKey: id,
  cloudId: id,
  name: z.string(),
  plan: z.enum(['free', 'standard', 'premium', 'enterprise']),
  seatLimit: z.int().min(0).optional(),
  sandbox: z.boolean().optional(),
  approvedDomains: z.array(z.strictObject({ domain: z.string(), role: id })).optional(),
});

const grant = z.strictObject({ ari: id, roles: z.array(id), defaultRole: id.nullish() });

const group = z.strictObject({
  id,
  directoryId: id,
  name: z.string().min(1),
  description: z.string().optional(),
  externalSynced: z.boolean().nullable(),
  managedBy: z.enum(['external', 'admins', 'team-members', 'open']).nullable(),
  modifiable: z.boolean().optional(),
  scim: z.strictObject({ scimDirectoryId: id, scimGroupId: id, displayName: z.string() }).optional(),
  grants: z.array(grant),
});

const scimOfUser = z.strictObject({
  scimDirectoryId: id,
  scimUserId: id,
  userName: z.string(),
  externalId: z.string(),
  active: z.boolean(),
  groups: z.array(id),
});

const user = z.strictObject({
  accountId: id,
  accountType: z.enum(['atlassian', 'app', 'customer', 'service']),
  name: z.string(),
  /** `null` or empty: the person hides the address and the API leaves it out. */
  email: z.string().nullable(),
  accountStatus: z.enum(['active', 'inactive', 'closed']),
  membershipStatus: z.enum(['active', 'suspended', 'no_membership']),
  status: z.enum(['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion']),
  claimStatus: z.enum(['managed', 'unmanaged']),
  managementSource: z.enum(['invited', 'synced']).nullable(),
  addedToOrg: instant.optional(),
  groups: z.array(id),
  direct: z.array(roleOn).optional(),
  inferred: z.array(roleOn).optional(),
  platformRoles: z.array(id).optional(),
  lastActive: z.record(z.string(), instant).optional(),
  scim: scimOfUser.optional(),
  directories: z
    .array(z.strictObject({ directoryId: id, status: z.enum(['active', 'suspended']) }))
    .optional(),
});

const scimRecord = scimOfUser.extend({ accountId: id.nullish() });

const auditEntry = z.strictObject({
  id,
  at: instant,
  action: id,
  actor: z.string(),
  accountId: z.string().optional(),
  groupId: z.string().optional(),
  ari: z.string().optional(),
  cause: z
    .enum(['admin', 'app-access', 'invite', 'approved-domain', 'first-access', 'import', 'sync'])
    .optional(),
});

const member = { at: instant, groupId: id, accountId: id, by: z.string() };
const timelineEvent = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add-member'), ...member }),
  z.strictObject({ do: z.literal('remove-member'), ...member }),
  z.strictObject({
    do: z.literal('set-user'),
    at: instant,
    accountId: id,
    set: user.omit({ accountId: true }).partial(),
  }),
  z.strictObject({
    do: z.literal('set-group'),
    at: instant,
    groupId: id,
    set: group.omit({ id: true }).partial(),
  }),
  z.strictObject({
    do: z.literal('set-grant'),
    at: instant,
    groupId: id,
    ari: id,
    roles: z.array(id),
    defaultRole: id.nullish(),
  }),
  z.strictObject({ do: z.literal('add-user'), at: instant, user }),
  z.strictObject({ do: z.literal('scim-sync'), at: instant, scimDirectoryId: id }),
]);

/** One organization at one moment, and what happens to it later: the format `seatpath-org/1`. */
export const OrgFile = z.strictObject({
  format: z.literal(orgFileFormat),
  source: z.string().default(''),
  now: instant,
  org: z.strictObject({
    id,
    name: z.string(),
    guard: z.enum(['none', 'standard', 'premium']),
    collection: z.boolean().optional(),
  }),
  directories: z.array(z.strictObject({ id, name: z.string() })),
  identityProviders: z
    .array(
      z.strictObject({
        scimDirectoryId: id,
        name: z.string(),
        kind: z.enum(['scim', 'entra-nested', 'google']),
        syncIntervalMinutes: z.number().positive(),
        lapsed: z.boolean().optional(),
      }),
    )
    .default([]),
  sites: z.array(z.strictObject({ cloudId: id, name: z.string(), url: z.string() })),
  resources: z.array(resource),
  groups: z.array(group),
  users: z.array(user),
  domains: z.array(z.strictObject({ name: z.string(), claimed: z.boolean() })).optional(),
  scimRecords: z.array(scimRecord).optional(),
  auditLog: z.array(auditEntry).default([]),
  timeline: z.array(timelineEvent).default([]),
  faults: faultsSchema.optional(),
});

export type OrgFile = z.infer<typeof OrgFile>;
export type OrgFileUser = z.infer<typeof user>;
export type OrgFileGroup = z.infer<typeof group>;
export type OrgFileResource = z.infer<typeof resource>;
export type OrgFileGrant = z.infer<typeof grant>;
export type OrgFileScimRecord = z.infer<typeof scimRecord>;
export type AuditEntry = z.infer<typeof auditEntry>;
export type TimelineEvent = z.infer<typeof timelineEvent>;
