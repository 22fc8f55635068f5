import type { Input } from '../../contracts/api';
import { needsSecondPerson } from '../../contracts/intent-terms';
import type { Intent } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { countOutside } from '../../review/sources/population';
import { sourceEvidence } from '../../review/sources/source-facts';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead, requireTerm } from '../records/add-record';
import { sourceNow } from './source-now';

/**
 * Declares a source intended, for whom, up to how many seats and until when. With many seats, or room for
 * many, it is a proposal until another person approves it.
 */
export async function intendSource(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { source: ref, after, reason, ...terms }: Input<'sources/intend'>,
): Promise<Intent> {
  requireTerm('intent', terms.expiresOn, ports.clock.now());
  const { look, source, rows } = await sourceNow(ports, settings, caller, ref);
  if (source.owner === 'unknown') {
    throw new UseCaseError(
      'OUTCOME_NOT_PERMITTED',
      'Nobody can declare a source intended before it is known whose it is. Attest it first.',
    );
  }
  const evidence = sourceEvidence(look.table, source, rows, { report: look.report, sha256: ports.sha256 });
  if (!evidence.complete) {
    throw new UseCaseError(
      'EVIDENCE_INCOMPLETE',
      'Missing: complete evidence: the members of this group did not add up in the last scan.',
    );
  }
  if (terms.cap < source.seats) {
    throw new UseCaseError(
      'BAD_INPUT',
      `It holds ${source.seats} seats already: the cap cannot be below that.`,
    );
  }
  return addRecord(ports, {
    ...(await recordHead(ports, caller, 'intent', { reason, after })),
    kind: 'intent',
    state: needsSecondPerson({ seats: source.seats, cap: terms.cap }) ? 'proposed' : 'standing',
    source: ref,
    evidence,
    outside: countOutside(look.table, rows, terms.population),
    ...terms,
  });
}
