import type { Input } from '../../contracts/api';
import type { BoundaryException } from '../../contracts/overrides';
import type { Settings } from '../../contracts/settings';
import { missingEvidence } from '../../review/missing-evidence';
import { predictEdit } from '../../review/overrides/edit-by-hand';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead, requireTerm } from '../records/add-record';
import { requireTarget } from '../records/record-route-out';
import { findRow, gatherEvidence } from '../records/row-evidence';

/**
 * Asks the identity owner of a synced path to agree to one removal by hand. Throws OUTCOME_NOT_PERMITTED for a path that
 * is the organization’s own: it needs none.
 */
export async function recordBoundaryException(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { row, after, reason, expiresOn }: Input<'boundary-exceptions/record'>,
): Promise<BoundaryException> {
  requireTerm('boundary-exception', expiresOn, ports.clock.now());
  const basis = await findRow(ports, settings, caller, row);
  if (basis.row.owner !== 'idp-owned') {
    throw new UseCaseError(
      'OUTCOME_NOT_PERMITTED',
      'Only a path that an identity provider owns needs a boundary exception.',
    );
  }
  const missing = missingEvidence('local-action', basis.row, basis.published.report);
  if (missing.length > 0) throw new UseCaseError('EVIDENCE_INCOMPLETE', `Missing: ${missing.join('; ')}.`);
  const { identityProvider } = requireTarget(settings, basis);
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'boundary-exception', { reason, after })),
    kind: 'boundary-exception',
    state: 'proposed',
    row,
    evidence: await gatherEvidence(ports, settings, basis),
    idpId: identityProvider.idpId,
    idpName: identityProvider.name,
    expiresOn,
    predicted: predictEdit(basis.row).survives.says,
    approval: null,
  });
}
