import type { KeyProbe } from '../../contracts/views';
import { ApiError, LongWait } from '../../atlassian/errors';
import { ALL_DIRECTORIES, type OrganizationApi } from '../../atlassian/organization';

interface Probe {
  readonly scope: string;
  readonly neededFor: string;
  /** A read that the scope allows, at a time (epoch ms). Resolves to false where there was nothing to try it on. */
  readonly read: (organization: OrganizationApi, now: number) => Promise<boolean>;
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

/** The scopes that a key may do without, and what a scan lacks then. */
const optionalProbes: readonly Probe[] = [
  {
    scope: 'read:events:admin',
    neededFor: 'how accounts came into groups, and use by API token; optional, only with Atlassian Guard',
    read: (org, now) => tried(org.events(null, now)),
  },
];

/** Tries every scope that is needed. Throws `ApiError` where the key is not accepted at all, or nothing answers. */
export async function probeKey(organization: OrganizationApi, now: number): Promise<KeyProbe[]> {
  const results: KeyProbe[] = [];
  for (const probe of probes) results.push(await tryScope(probe, organization, { now, optional: false }));
  return results;
}

/** Tries the optional scopes, after everything else: the calls that they allow are few a minute. */
export async function probeOptionalScopes(organization: OrganizationApi, now: number): Promise<KeyProbe[]> {
  const results: KeyProbe[] = [];
  for (const probe of optionalProbes)
    results.push(await tryScope(probe, organization, { now, optional: true }));
  return results;
}

async function tryScope(
  { scope, neededFor, read }: Probe,
  organization: OrganizationApi,
  { now, optional }: { now: number; optional: boolean },
): Promise<KeyProbe> {
  const told = (granted: KeyProbe['granted']): KeyProbe => ({ scope, neededFor, optional, granted });
  try {
    return told((await read(organization, now)) || 'unknown');
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return told(false);
    // What else keeps an optional scope from being tried, such as a limit, says nothing against the key.
    if (optional && (error instanceof ApiError || error instanceof LongWait)) return told('unknown');
    throw error;
  }
}
