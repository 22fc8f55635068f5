import type { Input } from '../../contracts/api';
import type { GroupProfile } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { type GroupAtProvider, speaksFor } from '../../review/mandate';
import { actorOf } from '../authorise';
import { UseCaseError } from '../errors';
import { addRecord, recordHead } from '../records/add-record';
import type { CallerContext, Ports } from '../ports';
import { recordScope } from '../records/record-scope';
import { requireGroup } from '../sources/require-group';

/** Records what is known of a group at its provider; whoever decides, or speaks for the provider, may say it. */
export async function recordProfile(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { after, reason, ...profile }: Input<'group-profiles/record'>,
): Promise<GroupProfile> {
  const actor = actorOf(settings, caller);
  if (!actor.decides && !speaksFor(actor, profile.idpId, profile.groupId)) {
    throw new UseCaseError(
      'NOT_ALLOWED',
      'Only an identity owner of the provider, or a reviewer, says this.',
    );
  }
  if (!settings.identityProviders.some(({ idpId }) => idpId === profile.idpId)) {
    throw new UseCaseError('NOT_FOUND', 'Setup knows no such identity provider.');
  }
  if (caller.mandate === null) await requireGroup(ports, settings, caller, profile.groupId);
  else await requireAsked(ports, settings, caller, profile);
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'group-profile', { reason, after })),
    kind: 'group-profile',
    state: 'standing',
    ...profile,
    confirmedOn: new Date(ports.clock.now()).toISOString().slice(0, 10),
  });
}

/** At the desk a group exists as far as something is asked about it. Throws NOT_FOUND. */
async function requireAsked(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { idpId, groupId }: GroupAtProvider,
): Promise<void> {
  const mayI = await recordScope(ports, settings, caller, 'route-out');
  const rows = (await ports.records.list('route-out')).filter(mayI);
  const issues = (await ports.records.list('request-issue')).filter(mayI);
  const isAsked =
    rows.some((one) => one.idpId === idpId && one.row.groupId === groupId) ||
    issues.some((one) => one.idpId === idpId && one.groupId === groupId);
  if (!isAsked) throw new UseCaseError('NOT_FOUND', 'Nothing is asked of you about such a group.');
}
