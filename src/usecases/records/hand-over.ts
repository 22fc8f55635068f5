import type { DecisionRow } from '../../contracts/decisions';
import type { SourceAttestation } from '../../contracts/records';
import type { GroupProfile } from '../../contracts/route-outs';
import type { IdentityProvider, Settings } from '../../contracts/settings';
import type { HandOver } from '../../contracts/case-views';
import type { Ports } from '../ports';
import { profileOf } from '../route-outs/requests';
import { routeTarget } from './route-out-readiness';

/** Who is asked about a group: whom its profile names, before the owners of its provider. */
export function whoIsAsked(
  { owners, deputy }: Pick<IdentityProvider, 'owners' | 'deputy'>,
  profile: GroupProfile | null,
): string | null {
  return profile?.identityOwner ?? owners[0] ?? deputy;
}

/** To whom a row would go if it were handed over now; null where that is not known, or the row is nobody's to take. */
export async function tellHandOver(
  ports: Ports,
  settings: Settings,
  row: DecisionRow,
  attested: SourceAttestation | null,
): Promise<HandOver | null> {
  if (row.owner !== 'idp-owned' && attested?.says !== 'idp') return null;
  const target = routeTarget(settings, row, attested);
  if (target === null) return null;
  const { identityProvider, assumed } = target;
  const { idpId, name, projectKey, profileFirst } = identityProvider;
  const profile = await profileOf(ports, { idpId, groupId: row.path.groupId ?? null });
  return {
    provider: name,
    assumed,
    asked: whoIsAsked(identityProvider, profile),
    projectKey,
    groupFirst: profileFirst && profile === null,
  };
}
