import type { Settings } from '../../contracts/settings';
import type { Mandate } from '../../review/mandate';
import { isInForce } from '../../review/standing';
import { idpsOf } from '../authorise';
import type { Ports } from '../ports';

/**
 * What a person speaks for now: the providers that setup has and names him for, and the groups at them whose profile
 * names him instead. Empty for everybody else, whatever he administers.
 */
export async function mandateOf(ports: Ports, settings: Settings, accountId: string): Promise<Mandate> {
  const known = new Set(settings.identityProviders.map(({ idpId }) => idpId));
  const idpIds = idpsOf(settings, accountId).filter((idpId) => known.has(idpId));
  const now = ports.clock.now();
  const groups = (await ports.records.list('group-profile'))
    .filter((profile) => profile.identityOwner === accountId && isInForce(profile, now))
    .filter(({ idpId }) => known.has(idpId) && !idpIds.includes(idpId))
    .map(({ idpId, groupId }) => ({ idpId, groupId }));
  return { idpIds, groups };
}
