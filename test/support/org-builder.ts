import type {
  OrgFile,
  OrgFileGroup,
  OrgFileResource,
  OrgFileScimRecord,
  OrgFileUser,
} from '../../local/org/org-file';

/** The instant at which a small world starts unless it says otherwise. */
export const WORLD_NOW = '2026-11-23T09:00:00Z';

const DAY_MS = 86_400_000;

/** RFC 3339, `days` days before `now`. */
export function daysBefore(days: number, now = WORLD_NOW): string {
  return new Date(Date.parse(now) - days * DAY_MS).toISOString().replace('.000Z', 'Z');
}

/** A person who was added two years ago and is active; no access to anything. */
export function aUser(name: string, change: Partial<OrgFileUser> = {}): OrgFileUser {
  return {
    accountId: `712020:${name}`,
    accountType: 'atlassian',
    name,
    email: `${name}@example.com`,
    accountStatus: 'active',
    membershipStatus: 'active',
    status: 'active',
    claimStatus: 'unmanaged',
    managementSource: null,
    addedToOrg: daysBefore(730),
    groups: [],
    ...change,
  };
}

/** A local group that admins keep and that grants nothing. */
export function aGroup(name: string, change: Partial<OrgFileGroup> = {}): OrgFileGroup {
  return {
    id: `group-${name}`,
    directoryId: 'directory-main',
    name,
    externalSynced: false,
    managedBy: 'admins',
    modifiable: true,
    grants: [],
    ...change,
  };
}

/** What Atlassian shows of a group that the identity provider `idp` keeps. */
export function syncedBy(idp: string, groupName: string): Partial<OrgFileGroup> {
  return {
    externalSynced: true,
    managedBy: 'external',
    modifiable: false,
    scim: { scimDirectoryId: `scim-${idp}`, scimGroupId: `scim-${idp}-${groupName}`, displayName: groupName },
  };
}

const typeKeys: Readonly<Record<string, string>> = {
  jira: 'jira-software',
  jsm: 'jira-servicedesk',
  jpd: 'jira-product-discovery',
};

/** A paid product: `jira` on the site `acme`, `jira@beta` on the site `beta`; other names are type keys. */
export function aResource(name: string, change: Partial<OrgFileResource> = {}): OrgFileResource {
  const [product = name, site = 'acme'] = name.split('@');
  const typeKey = change.typeKey ?? typeKeys[product] ?? product;
  const cloudId = change.cloudId ?? `cloud-${site}`;
  return {
    ari: `ari:cloud:${typeKey}::site/${cloudId}`,
    typeKey,
    cloudId,
    name,
    plan: 'standard',
    ...change,
  };
}

export function aScimRecord(
  idp: string,
  name: string,
  change: Partial<OrgFileScimRecord> = {},
): OrgFileScimRecord {
  return {
    scimDirectoryId: `scim-${idp}`,
    scimUserId: `scim-${idp}-user-${name}`,
    userName: `${name}@example.com`,
    externalId: `external-${idp}-${name}`,
    active: true,
    groups: [],
    ...change,
  };
}

/** An organization with one directory and the given parts; sites are those its resources stand on. */
export function anOrg(parts: Partial<OrgFile> = {}): OrgFile {
  const resources = parts.resources ?? [];
  const cloudIds = [...new Set(resources.map((resource) => resource.cloudId))];
  return {
    format: 'seatpath-org/1',
    source: 'made up for a test',
    now: WORLD_NOW,
    org: { id: 'org-k8q41a49', name: 'Small world', guard: 'standard' },
    directories: [{ id: 'directory-main', name: 'main' }],
    identityProviders: [],
    sites: cloudIds.map((cloudId) => ({ cloudId, name: cloudId, url: `https://${cloudId}.example.net` })),
    resources,
    groups: [],
    users: [],
    auditLog: [],
    timeline: [],
    ...parts,
  };
}

export function anIdp(
  name: string,
  kind: 'scim' | 'entra-nested' | 'google' = 'scim',
): OrgFile['identityProviders'][number] {
  return { scimDirectoryId: `scim-${name}`, name, kind, syncIntervalMinutes: 40 };
}
