import type { RowRef } from '../../contracts/evidence';
import type { RowDecision } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { type Outcome, permittedOutcomes } from '../../review/outcomes';
import { missingEvidence } from '../../review/missing-evidence';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { findRow, type RecordBasis } from './row-evidence';

const OUTCOME_OF: Readonly<Record<RowDecision['kind'], Outcome>> = {
  'route-out': 'route-out',
  exception: 'exception',
  hold: 'hold',
  keep: 'keep',
  'local-action': 'local-removal',
};

const REFUSALS: Readonly<Record<RowDecision['kind'], string>> = {
  'route-out': 'Only a path that the identity provider owns can be handed over.',
  exception: 'The owner of this path does not permit an exception.',
  hold: 'This path takes no seat, so there is nothing to hold.',
  keep: 'Nobody can decide to keep a path before it is known who owns it.',
  'local-action': 'Only a path that this organization owns can be removed here.',
};

/**
 * The row that a decision is about, if its owner permits the decision and the scan knew enough of it. Throws
 * NOT_FOUND, OUTCOME_NOT_PERMITTED or EVIDENCE_INCOMPLETE with every missing item named (S15, S17, S19).
 */
export async function requireDecidable(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { row: ref, kind }: { row: RowRef; kind: RowDecision['kind'] },
): Promise<RecordBasis> {
  const basis = await findRow(ports, settings, caller, ref);
  // What is missing first: a path that nobody recorded has no owner either, and the owner is not the reason.
  const missing = missingEvidence(kind, basis.row, basis.published.report);
  if (missing.length > 0) throw new UseCaseError('EVIDENCE_INCOMPLETE', `Missing: ${missing.join('; ')}.`);
  if (!permittedOutcomes(basis.row, basis.attested).includes(OUTCOME_OF[kind])) {
    throw new UseCaseError('OUTCOME_NOT_PERMITTED', REFUSALS[kind]);
  }
  return basis;
}
