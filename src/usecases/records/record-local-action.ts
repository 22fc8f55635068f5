import type { Input } from '../../contracts/api';
import type { LocalAction } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead } from './add-record';
import { requireDecidable } from './decide-row';
import { gatherEvidence } from './row-evidence';

/**
 * Records that a path is to be removed by hand in Atlassian's own screens. Nothing is removed here: another
 * person approves it, a site admin does it and says so, and a scan confirms it.
 */
export async function recordLocalAction(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { row, after, reason }: Input<'local-actions/record'>,
): Promise<LocalAction> {
  const basis = await requireDecidable(ports, settings, caller, { row, kind: 'local-action' });
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'local-action', { reason, after })),
    kind: 'local-action',
    state: 'planned',
    row,
    batchId: null,
    evidence: await gatherEvidence(ports, settings, basis),
    edit: row.via === 'direct' ? 'direct-role' : 'membership',
  });
}
