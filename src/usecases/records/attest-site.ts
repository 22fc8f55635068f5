import type { Input } from '../../contracts/api';
import type { SettingsAttestation } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { endOfQuarter } from '../../review/terms';
import { seesOrganization } from '../authorise';
import { currentTable } from '../decision-table';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead } from './add-record';

/** Records what somebody looked up of a site's settings that no API tells; asked again in the next quarter (S12). */
export async function attestSite(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { cloudId, after, reason, ...words }: Input<'sites/attest'>,
): Promise<SettingsAttestation> {
  const { table } = await currentTable(ports, settings);
  const known = table.snapshot.resources.some(({ ari }) => ari.endsWith(`/${cloudId}`));
  if (!known || (!seesOrganization(settings, caller) && cloudId !== caller.cloudId)) {
    throw new UseCaseError('NOT_FOUND', 'The last scan found no product on such a site.');
  }
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'settings-attestation', { reason, after })),
    kind: 'settings-attestation',
    state: 'standing',
    cloudId,
    ...words,
    expiresOn: endOfQuarter(ports.clock.now()),
  });
}
