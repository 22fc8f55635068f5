import type { Input } from '../contracts/api';
import type { AccessException } from '../contracts/records';
import type { Settings } from '../contracts/settings';
import { expiryProblem } from '../review/expiry';
import { permittedOutcomes } from '../review/outcomes';
import { UseCaseError } from './errors';
import { findRow, gatherEvidence } from './evidence';
import type { CallerContext, Ports } from './ports';

/** Records that a path is to stay, for whom, why, and until when at the longest. */
export async function recordException(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  input: Input<'exceptions/record'>,
): Promise<AccessException> {
  const problem = expiryProblem(input.expiresOn, ports.clock.now());
  if (problem !== null) throw new UseCaseError('BAD_INPUT', problem);
  const basis = await findRow(ports, settings, caller, input.row);
  if (!permittedOutcomes(basis.row).includes('exception')) {
    throw new UseCaseError('OUTCOME_NOT_PERMITTED', 'The owner of this path does not permit an exception.');
  }
  const record: AccessException = {
    schema: 1,
    id: `exception-${ports.newId()}`,
    kind: 'exception',
    row: input.row,
    reason: input.reason,
    recordedAt: new Date(ports.clock.now()).toISOString(),
    recordedBy: caller.accountId,
    evidence: await gatherEvidence(ports, settings, basis),
    class: input.class,
    ownedBy: input.ownedBy,
    expiresOn: input.expiresOn,
  };
  await ports.records.save(record, 0);
  return record;
}
