import type { Input } from '../../contracts/api';
import type { Hold } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead, requireTerm } from './add-record';
import { requireDecidable } from './decide-row';
import { gatherEvidence } from './row-evidence';

/** Records that a path cannot be decided yet, who sees to it, and when it comes back. */
export async function recordHold(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { row, after, reason, ...terms }: Input<'holds/record'>,
): Promise<Hold> {
  requireTerm('hold', terms.expiresOn, ports.clock.now());
  const basis = await requireDecidable(ports, settings, caller, { row, kind: 'hold' });
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'hold', { reason, after })),
    kind: 'hold',
    state: 'standing',
    row,
    batchId: null,
    evidence: await gatherEvidence(ports, settings, basis),
    ...terms,
  });
}
