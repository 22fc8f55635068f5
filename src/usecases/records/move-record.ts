import type { Input } from '../../contracts/api';
import { MOVES } from '../../contracts/calls/registers';
import type { ReviewRecord } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { refusalOf, type StepRefusal, take } from '../../review/states/step';
import { actorOf } from '../authorise';
import { UseCaseError } from '../errors';
import { Conflict, type CallerContext, type Ports } from '../ports';
import { recordScope } from './record-scope';

const UNKNOWN = new UseCaseError('NOT_FOUND', 'There is no such record.');
const REFUSALS: Readonly<Record<StepRefusal, UseCaseError>> = {
  'no-such-step': new UseCaseError(
    'MOVE_NOT_PERMITTED',
    'In its present state the record knows no such step.',
  ),
  'second-person': new UseCaseError(
    'SECOND_PERSON',
    'Somebody else has to approve this: you asked for it, or it is about you.',
  ),
  'not-allowed': new UseCaseError('NOT_ALLOWED', 'Your role in Seatpath does not permit this step.'),
};

/** The steps that a person may take with a record now. */
export function movesFor(
  settings: Settings,
  caller: CallerContext,
): (record: ReviewRecord) => (typeof MOVES)[number][] {
  const actor = actorOf(settings, caller);
  return (record) => MOVES.filter((move) => refusalOf(record, move, actor) === null);
}

/** Throws where a person does not see a record, or may not take this step with it as it is now. */
export async function requireMove(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { record, move }: { record: ReviewRecord; move: (typeof MOVES)[number] },
): Promise<void> {
  const mayI = await recordScope(ports, settings, caller, record.kind);
  if (!mayI(record)) throw UNKNOWN;
  // At the desk a route-out is answered, never moved.
  if (caller.mandate !== null && record.kind !== 'boundary-exception') throw REFUSALS['not-allowed'];
  const refusal = refusalOf(record, move, actorOf(settings, caller));
  if (refusal !== null) throw REFUSALS[refusal];
}

/** Takes a record one step further, if it is still as the caller saw it. */
export async function moveRecord(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { recordId, version, move, note }: Input<'records/move'>,
): Promise<ReviewRecord> {
  const found = await ports.records.get(recordId);
  if (found === null) throw UNKNOWN;
  await requireMove(ports, settings, caller, { record: found.record, move });
  if (found.version !== version) throw new Conflict('the record moved on');
  const at = new Date(ports.clock.now()).toISOString();
  const moved = take(found.record, move, { at, by: caller.accountId, note });
  await ports.records.save(moved, version);
  return moved;
}
