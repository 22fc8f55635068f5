import type { Step } from '../../contracts/record-base';
import type { ReviewRecord } from '../../contracts/records';
import { type Mandate, speaksFor } from '../mandate';
import { type MoveName, type Mover, stepFor } from './machine';
import { recordStates } from './tables';

/** Whom a record is about, if it is about one person: he never approves it. */
function accountOf(record: ReviewRecord): string | null {
  if ('row' in record) return record.row.accountId;
  return record.kind === 'protection' && record.rule.by === 'account' ? record.rule.accountId : null;
}

export type StepRefusal = 'no-such-step' | 'second-person' | 'not-allowed';

/** What a caller is when he moves a record. */
export interface Actor extends Mandate {
  /** An account id, or `seatpath` for the app itself. */
  readonly accountId: string;
  readonly decides: boolean;
}

/** Whether an actor is the identity owner whom a record asks; a group’s profile names one for its people alone. */
function isAsked(record: ReviewRecord, actor: Actor): boolean {
  if (record.kind === 'route-out') return speaksFor(actor, record.idpId, record.row.groupId);
  return 'idpId' in record && record.idpId !== null && actor.idpIds.includes(record.idpId);
}

function mayTake(by: Mover, record: ReviewRecord, actor: Actor): StepRefusal | null {
  const isApp = actor.accountId === 'seatpath';
  // The app takes its own steps and nobody else's: it never says for a person that something was done.
  if (isApp || by === 'seatpath') return isApp && by === 'seatpath' ? null : 'not-allowed';
  if (by === 'site-admin') return null;
  const asked = actor.accountId === record.recordedBy || actor.accountId === accountOf(record);
  if (by === 'identity-owner' || by === 'other-identity-owner') {
    if (!isAsked(record, actor)) return 'not-allowed';
    return by === 'other-identity-owner' && asked ? 'second-person' : null;
  }
  if (!actor.decides) return 'not-allowed';
  return by === 'second-person' && asked ? 'second-person' : null;
}

/** Why an actor cannot make a move on a record now; null where he can. */
export function refusalOf(record: ReviewRecord, move: MoveName, actor: Actor): StepRefusal | null {
  const step = stepFor(recordStates[record.kind], record.state, move);
  return step === null ? 'no-such-step' : mayTake(step.by, record, actor);
}

/** The record after a move that `refusalOf` permits. */
export function take<R extends ReviewRecord>(record: R, move: MoveName, made: Omit<Step, 'to'>): R {
  const step = stepFor(recordStates[record.kind], record.state, move);
  if (step === null) throw new Error(`a ${record.kind} that is ${record.state} knows no “${move}”`);
  return { ...record, state: step.to, steps: [...record.steps, { to: step.to, ...made }] };
}
