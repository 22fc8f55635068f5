import type { Input } from '../../contracts/api';
import type { Stewardship } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead, requireTerm } from '../records/add-record';
import { requireGroup } from './require-group';

/** Records who answers for a group and what it is for. A local group without a steward is a legacy one. */
export async function nameSteward(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { groupId, after, reason, ...terms }: Input<'sources/steward'>,
): Promise<Stewardship> {
  requireTerm('stewardship', terms.expiresOn, ports.clock.now());
  await requireGroup(ports, settings, caller, groupId);
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'stewardship', { reason, after })),
    kind: 'stewardship',
    state: 'standing',
    groupId,
    ...terms,
  });
}
