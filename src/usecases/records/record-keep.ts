import type { Input } from '../../contracts/api';
import type { Keep } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead, requireTerm } from './add-record';
import { requireDecidable } from './decide-row';
import { gatherEvidence } from './row-evidence';

/** Records that a path is right as it is, and when that is to be asked again. */
export async function recordKeep(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { row, after, reason, expiresOn }: Input<'keeps/record'>,
): Promise<Keep> {
  requireTerm('keep', expiresOn, ports.clock.now());
  const basis = await requireDecidable(ports, settings, caller, { row, kind: 'keep' });
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'keep', { reason, after })),
    kind: 'keep',
    state: 'standing',
    row,
    batchId: null,
    evidence: await gatherEvidence(ports, settings, basis),
    expiresOn,
  });
}
