import type { Settings } from '../../../contracts/settings';
import type { SetupRemark } from '../../../contracts/setup-checks';
import type { KeyProbe } from '../../../contracts/views';
import type { OrganizationApi } from '../../../atlassian/organization';
import { probeKey, probeOptionalScopes } from '../key-probes';
import type { Ports } from '../../ports';
import { expiryOf } from './expiry';
import { failureOf } from './failure-of';
import { remark } from './remark';

const WHY_NOT = {
  refused: 'key-refused',
  'not-found': 'key-no-organization',
  untried: 'key-untried',
  'not-understood': 'key-not-understood',
} as const;

/** Asks the organization anew with the key in use: whether it is still accepted, for what, and how long. */
export async function checkOrgKey(ports: Ports, settings: Settings): Promise<SetupRemark[]> {
  const { active, org } = await ports.keys.load();
  if (settings.orgId === null || active === null) return [remark('key-none')];
  const key = await ports.keys.organizationKey(active);
  if (key === null) return [remark('key-forgotten')];
  const card = org[active];
  const now = ports.clock.now();
  return [
    ...(await tryKey(ports.organization(settings.orgId, key), now)),
    ...(card?.scoped === false ? [remark('key-unscoped')] : []),
    endOf(card?.expiresOn ?? null, now),
  ];
}

async function tryKey(organization: OrganizationApi, now: number): Promise<SetupRemark[]> {
  try {
    const needed = await probeKey(organization, now);
    const missing = scopesThat(needed, false);
    if (missing.length > 0) return [remark('key-scopes-missing', { names: missing })];
    const { name } = await organization.org();
    const untried = scopesThat(needed, 'unknown');
    return [
      remark('key-accepted', { name }),
      ...(untried.length > 0 ? [remark('key-scopes-untried', { names: untried })] : []),
      ...(await tryAudit(organization, now)),
    ];
  } catch (error) {
    return [remark(WHY_NOT[failureOf(error)])];
  }
}

const scopesThat = (probes: readonly KeyProbe[], granted: KeyProbe['granted']): string[] =>
  probes.filter((probe) => probe.granted === granted).map(({ scope }) => scope);

/** Without the audit log a scan is as whole, and does not know how accounts came into groups. */
async function tryAudit(organization: OrganizationApi, now: number): Promise<SetupRemark[]> {
  const optional = await probeOptionalScopes(organization, now);
  if (scopesThat(optional, false).length > 0) return [remark('key-audit-unread')];
  return scopesThat(optional, 'unknown').length > 0 ? [remark('key-audit-untried')] : [];
}

function endOf(expiresOn: string | null, now: number): SetupRemark {
  const expiry = expiryOf(expiresOn, now);
  switch (expiry.stands) {
    case 'unknown':
      return remark('key-expiry-unknown');
    case 'past':
      return remark('key-expired', { day: expiry.day });
    case 'soon':
      return remark('key-expires-soon', { day: expiry.day, count: expiry.count });
    case 'later':
      return remark('key-expires', { day: expiry.day });
  }
}
