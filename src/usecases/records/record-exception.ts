import type { Input } from '../../contracts/api';
import type { AccessException } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead, requireTerm } from './add-record';
import { requireDecidable } from './decide-row';
import { gatherEvidence } from './row-evidence';

/** Records that a path is to stay, for whom, why, and until when at the longest. */
export async function recordException(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { row, after, reason, ...terms }: Input<'exceptions/record'>,
): Promise<AccessException> {
  requireTerm('exception', terms.expiresOn, ports.clock.now());
  const basis = await requireDecidable(ports, settings, caller, { row, kind: 'exception' });
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'exception', { reason, after })),
    kind: 'exception',
    state: 'standing',
    row,
    batchId: null,
    evidence: await gatherEvidence(ports, settings, basis),
    ...terms,
  });
}
