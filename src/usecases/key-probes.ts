import type { KeyProbe } from '../contracts/views';
import { ApiError } from '../atlassian/errors';
import { ALL_DIRECTORIES, type OrganizationApi } from '../atlassian/organization';

interface Probe {
  readonly scope: string;
  readonly neededFor: string;
  /** A read that the scope allows. Resolves to false where there was nothing to try it on. */
  readonly read: (organization: OrganizationApi) => Promise<boolean>;
}

const tried = async (read: Promise<unknown>): Promise<boolean> => {
  await read;
  return true;
};

/** The scopes a tracing key needs, each tried by one read. Nothing is ever tried by a write. */
const probes: readonly Probe[] = [
  { scope: 'read:orgs:admin', neededFor: 'the name of the organization', read: (org) => tried(org.org()) },
  {
    scope: 'read:directories:admin',
    neededFor: 'directories, and roles that an account holds itself',
    read: (org) => tried(org.directories(null)),
  },
  {
    scope: 'read:workspaces:admin',
    neededFor: 'the products and their sites',
    read: (org) => tried(org.workspaces(null)),
  },
  {
    scope: 'read:accounts:admin',
    neededFor: 'accounts and their memberships',
    read: (org) => tried(org.users(ALL_DIRECTORIES, null)),
  },
  {
    scope: 'read:groups:admin',
    neededFor: 'groups and what they grant',
    read: async (org) => {
      const group = (await org.groups(ALL_DIRECTORIES, null)).items?.[0];
      if (!group) return false;
      return tried(org.groupRoles(group.directoryId ?? ALL_DIRECTORIES, group.id, null));
    },
  },
];

/** Tries every scope. Throws `ApiError` where the key is not accepted at all, or nothing answers. */
export async function probeKey(organization: OrganizationApi): Promise<KeyProbe[]> {
  const results: KeyProbe[] = [];
  for (const { scope, neededFor, read } of probes) {
    try {
      results.push({ scope, neededFor, granted: (await read(organization)) || 'unknown' });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 403) throw error;
      results.push({ scope, neededFor, granted: false });
    }
  }
  return results;
}
