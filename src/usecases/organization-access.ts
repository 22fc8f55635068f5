import type { Settings } from '../contracts/settings';
import type { Capability } from '../contracts/views';
import type { OrganizationApi } from '../atlassian/organization';
import type { RequestCounter } from '../atlassian/request-counter';
import { UseCaseError } from './errors';
import type { Ports } from './ports';

/** The organization API under the key in use. Throws where setup is not that far. */
export async function openOrganization(
  ports: Ports,
  settings: Settings,
  counter?: RequestCounter,
): Promise<OrganizationApi> {
  const ring = await ports.keys.load();
  if (settings.orgId === null || ring.active === null) {
    throw new UseCaseError('KEY_MISSING', 'No organization API key is stored. Save one under Setup.');
  }
  const key = await ports.keys.organizationKey(ring.active);
  if (key === null)
    throw new UseCaseError(
      'KEY_MISSING',
      'The organization API key was forgotten. Save it again under Setup.',
    );
  return ports.organization(settings.orgId, key, counter);
}

/** What the app can see with the keys it has. */
export async function capabilityOf(ports: Ports): Promise<Capability> {
  const ring = await ports.keys.load();
  if (ring.active === null) return 'none';
  return ring.scim.length > 0 ? 'full' : 'without-scim';
}
