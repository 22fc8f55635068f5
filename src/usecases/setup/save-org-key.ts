import type { Input, Output } from '../../contracts/api';
import type { Settings } from '../../contracts/settings';
import type { KeyProbe } from '../../contracts/views';
import { ApiError } from '../../atlassian/errors';
import { ALL_DIRECTORIES, type OrganizationApi } from '../../atlassian/organization';
import { explainApiError, UseCaseError } from '../errors';
import { probeKey, probeOptionalScopes } from './key-probes';
import type { CallerContext, Ports } from '../ports';
import { getSetup } from './setup-view';

const ORG_ADMIN = 'atlassian/org-admin';

/**
 * Tries an organization key by reads only and keeps it. Whoever saves the first one and administers the
 * organization becomes owner; after that only an owner may. The key itself is the proof: with it the
 * organization is asked what the caller is.
 */
export async function saveOrgKey(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  input: Input<'setup/save-org-key'>,
): Promise<Output<'setup/save-org-key'>> {
  const owners = settings.roles.filter((grant) => grant.role === 'owner');
  if (owners.length > 0 && !owners.some((grant) => grant.accountId === caller.accountId)) {
    throw new UseCaseError('NOT_ALLOWED', 'Only an owner of Seatpath may change its keys.');
  }
  const organization = ports.organization(input.orgId, input.key);
  const { probes, unscoped, administers } = await tryKey(
    organization,
    caller.accountId,
    ports.clock.now(),
  ).catch((error: unknown) => {
    throw error instanceof ApiError ? explainApiError(error) : error;
  });
  const missing = probes
    .filter((probe) => !probe.optional && probe.granted === false)
    .map((probe) => probe.scope);
  if (missing.length > 0) {
    throw new UseCaseError(
      'KEY_REFUSED',
      `The key lacks ${missing.join(', ')}. Make one with these scopes and save it again.`,
    );
  }
  if (unscoped && !input.insistOnUnscoped) {
    throw new UseCaseError(
      'KEY_UNSCOPED',
      'This key has no scopes, so it could change the organization. Seatpath only reads: make a key with read scopes, or insist.',
    );
  }
  if (!administers) {
    throw new UseCaseError(
      'NOT_ORG_ADMIN',
      'You are not an administrator of this organization. Ask one to save the key.',
    );
  }
  // Settings first: they carry the version that this call was authorised under, so whoever comes second ends
  // here. The key itself last: nothing of a save that failed is ever in use.
  const saved = await ports.settings.save({
    ...settings,
    orgId: input.orgId,
    roles:
      owners.length > 0
        ? settings.roles
        : [...settings.roles, { accountId: caller.accountId, role: 'owner', idpId: null }],
  });
  const ring = await ports.keys.load();
  const card = {
    savedAt: new Date(ports.clock.now()).toISOString(),
    savedBy: caller.accountId,
    expiresOn: input.expiresOn,
    scoped: !unscoped,
  };
  await ports.keys.save({ ...ring, active: input.slot, org: { ...ring.org, [input.slot]: card } });
  await ports.keys.saveOrganizationKey(input.slot, input.key);
  return { setup: await getSetup(ports, saved), probes };
}

/** What the key shows by reads: its scopes, whether it has any, and what the caller is in the organization. */
async function tryKey(organization: OrganizationApi, accountId: string, now: number): Promise<TriedKey> {
  const needed = await probeKey(organization, now);
  const me = await organization.users(ALL_DIRECTORIES, null, { accountIds: [accountId] });
  const roles = me.items?.find((user) => user.accountId === accountId)?.platformRoles ?? [];
  const unscoped = await organization.listsOrganizations();
  const optional = await probeOptionalScopes(organization, now);
  return { probes: [...needed, ...optional], unscoped, administers: roles.includes(ORG_ADMIN) };
}

interface TriedKey {
  readonly probes: KeyProbe[];
  readonly unscoped: boolean;
  readonly administers: boolean;
}
