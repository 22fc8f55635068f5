import type { Input } from '../../contracts/api';
import type { SourceAttestation } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { sourceOfGroup } from '../../ownership/witnesses';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead, requireTerm } from '../records/add-record';
import { requireGroup } from './require-group';

/**
 * Records somebody's word on who writes a group where no API tells. The owner stays unknown, as attested: it
 * permits to hand a path over, never to remove one.
 */
export async function attestSource(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { groupId, after, reason, ...terms }: Input<'sources/attest'>,
): Promise<SourceAttestation> {
  requireTerm('source-attestation', terms.expiresOn, ports.clock.now());
  const { table, group } = await requireGroup(ports, settings, caller, groupId);
  const { grants } = table.snapshot;
  const told = sourceOfGroup(table.snapshot, group);
  const isDefault = grants.defaultRole.some((role, g) => role !== 0 && grants.group[g] === group);
  if (told === 'not-synced' || (told === 'synced' && !isDefault)) {
    throw new UseCaseError(
      'OUTCOME_NOT_PERMITTED',
      'Atlassian tells who owns this group; nobody’s word is needed.',
    );
  }
  if (terms.says === 'idp' && !settings.identityProviders.some(({ idpId }) => idpId === terms.idpId)) {
    throw new UseCaseError(
      'BAD_INPUT',
      'Name the identity provider that writes the group, one that setup knows.',
    );
  }
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'source-attestation', { reason, after })),
    kind: 'source-attestation',
    state: 'standing',
    groupId,
    ...terms,
    idpId: terms.says === 'idp' ? terms.idpId : null,
  });
}
