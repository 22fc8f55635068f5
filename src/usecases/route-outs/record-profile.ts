import type { Input } from '../../contracts/api';
import type { GroupProfile } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { actorOf } from '../authorise';
import { UseCaseError } from '../errors';
import { addRecord, recordHead } from '../records/add-record';
import type { CallerContext, Ports } from '../ports';
import { requireGroup } from '../sources/require-group';

/** Records what is known of a group at its provider; whoever decides, or speaks for the provider, may say it. */
export async function recordProfile(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { after, reason, ...profile }: Input<'group-profiles/record'>,
): Promise<GroupProfile> {
  const { decides, idpIds } = actorOf(settings, caller);
  if (!decides && !idpIds.includes(profile.idpId)) {
    throw new UseCaseError(
      'NOT_ALLOWED',
      'Only an identity owner of the provider, or a reviewer, says this.',
    );
  }
  if (!settings.identityProviders.some(({ idpId }) => idpId === profile.idpId)) {
    throw new UseCaseError('NOT_FOUND', 'Setup knows no such identity provider.');
  }
  await requireGroup(ports, settings, caller, profile.groupId);
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'group-profile', { reason, after })),
    kind: 'group-profile',
    state: 'standing',
    ...profile,
    confirmedOn: new Date(ports.clock.now()).toISOString().slice(0, 10),
  });
}
