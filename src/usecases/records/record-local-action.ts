import type { Input } from '../../contracts/api';
import type { LocalAction } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { take } from '../../review/states/step';
import { requirePermit } from '../overrides/permit-override';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead } from './add-record';
import { requireDecidable } from './decide-row';
import { findRow, gatherEvidence } from './row-evidence';

/**
 * Records that a path is to be removed by hand in Atlassian's own screens. Nothing is removed here: another
 * person approves it, a site admin does it and says so, and a scan confirms it. What an identity provider writes is
 * removed so only under a boundary exception, which is used up by it.
 */
export async function recordLocalAction(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { row, after, reason, under }: Input<'local-actions/record'>,
): Promise<LocalAction> {
  const found = await findRow(ports, settings, caller, row);
  const permit =
    found.row.owner === 'idp-owned'
      ? await requirePermit(ports, settings, caller, { row, under: under ?? null, reason, basis: found })
      : null;
  const basis = permit
    ? found
    : await requireDecidable(ports, settings, caller, { row, kind: 'local-action' });
  const action = await addRecord<LocalAction>(ports, {
    ...(await recordHead(ports, caller, 'local-action', { reason, after })),
    kind: 'local-action',
    state: 'planned',
    row,
    batchId: null,
    evidence: await gatherEvidence(ports, settings, basis),
    edit: row.via === 'direct' ? 'direct-role' : 'membership',
    under: permit?.record.id ?? null,
  });
  if (permit !== null) {
    const at = new Date(ports.clock.now()).toISOString();
    await ports.records.save(
      take(permit.record, 'use', { at, by: 'seatpath', note: action.id }),
      permit.version,
    );
  }
  return action;
}
