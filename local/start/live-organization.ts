import { createClient } from '../../src/atlassian/http';
import { ALL_DIRECTORIES, organizationApi, type OrganizationApi } from '../../src/atlassian/organization';
import { createPace } from '../../src/atlassian/pace';
import { createRequestCounter } from '../../src/atlassian/request-counter';
import type { OrgFile } from '../org/org-file';
import { type LiveSource, UsageError } from '../trace/arguments';
import { fetchHttp } from '../trace/fetch-http';
import { systemClock } from '../trace/target';
import type { Stage } from './stage-type';

const ORG_ADMIN = 'atlassian/org-admin';

/**
 * The stage for a live organization: its sites and products, and one of its organization admins as the
 * person who looks. Only read; the accounts and groups are asked for by the app itself, later.
 */
export async function readLiveOrganization(source: LiveSource): Promise<Stage> {
  const client = createClient({
    origin: source.adminUrl,
    key: source.orgKey,
    http: fetchHttp,
    clock: systemClock,
    random: Math.random,
    pace: createPace(systemClock),
    counter: createRequestCounter(),
    contact: { since: systemClock.now(), answered: false },
  });
  const organization = organizationApi(client, source.orgId);
  const org = await organization.org();
  const workspaces = await allPages((cursor) => organization.workspaces(cursor));
  const admin = await findAdmin(organization);
  const cloudIds = [...new Set(workspaces.map(({ ari }) => ari.slice(ari.lastIndexOf('/') + 1)))];
  if (cloudIds.length === 0)
    throw new UsageError('--org-id: the organization has no products that the key can see');
  const world: OrgFile = {
    format: 'seatpath-org/1',
    source: 'Only the sites of a live organization and one person, to play its Jira.',
    now: new Date(systemClock.now()).toISOString(),
    org: { id: org.id, name: org.name, guard: 'none' },
    directories: [{ id: 'local', name: 'local' }],
    identityProviders: [],
    sites: cloudIds.map((cloudId) => ({ cloudId, name: cloudId, url: `https://${cloudId}.invalid` })),
    resources: workspaces.map(({ ari, typeKey, name }) => ({
      ari,
      typeKey: typeKey ?? 'unknown',
      cloudId: ari.slice(ari.lastIndexOf('/') + 1),
      name: name ?? ari,
      plan: 'standard',
    })),
    groups: [],
    users: [
      {
        accountId: admin.accountId,
        accountType: 'atlassian',
        name: admin.name ?? admin.accountId,
        email: 'local-visitor@seatpath.invalid',
        accountStatus: 'active',
        membershipStatus: 'active',
        status: 'active',
        claimStatus: 'unmanaged',
        managementSource: null,
        addedToOrg: new Date(systemClock.now()).toISOString(),
        groups: [],
        platformRoles: [ORG_ADMIN],
      },
    ],
    auditLog: [],
    timeline: [],
  };
  return {
    world,
    people: [
      { accountId: admin.accountId, displayName: admin.name ?? admin.accountId, role: 'Organization admin' },
    ],
    admin: admin.accountId,
    notice: `Live organization “${org.name}”, only read. Records stay on this machine.`,
  };
}

async function findAdmin(organization: OrganizationApi): Promise<{ accountId: string; name: string | null }> {
  const { items } = await organization.users(ALL_DIRECTORIES, null, { roleIds: [ORG_ADMIN] });
  const admin = items?.find((user) => user.platformRoles?.includes(ORG_ADMIN));
  if (!admin) throw new UsageError('--org-id: the key sees no administrator of the organization to look as');
  return { accountId: admin.accountId, name: admin.name ?? null };
}

async function allPages<T>(
  read: (cursor: string | null) => Promise<{ items: readonly T[] | null; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: readonly T[] | null; next: string | null } = await read(cursor);
    all.push(...(page.items ?? []));
    cursor = page.next;
  } while (cursor !== null);
  return all;
}
