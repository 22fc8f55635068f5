import { FINDINGS, type Finding, type Owner } from '../contracts/vocabulary';
import type { ReviewRecord, RowDecision } from '../contracts/records';
import { hasExpired } from './terms';
import { isFinal } from './states/machine';
import { recordStates } from './states/tables';

/** Whether a record holds at a moment: its state is not a final one, and its last day is not over. */
export function isInForce(record: ReviewRecord, now: number): boolean {
  if (isFinal(recordStates[record.kind], record.state)) return false;
  return !('expiresOn' in record && hasExpired(record.expiresOn, now));
}

/** Whether the newest decision on a row leaves nothing to decide: it holds, and no identity owner disputes it. */
export function isSettled(record: RowDecision, now: number): boolean {
  return isInForce(record, now) && !(record.kind === 'route-out' && record.state === 'disputed');
}

/** Whether somebody took a decision back, or ended it before its last day. */
export const isTakenBack = ({ state }: RowDecision): boolean => state === 'withdrawn' || state === 'ended';

/** What is known of a row when its last decision is looked at again. */
export interface RowNow {
  readonly owner: Owner;
  readonly findings: readonly Finding[];
  readonly ownerKnown: boolean;
  readonly activityKnown: boolean;
  readonly scanComplete: boolean;
  /** When the scan that shows the row began, epoch ms. */
  readonly scanBegan: number;
}

/** Why a row that was decided is open again. */
export const RETURN_CAUSES = [
  're-added',
  'not-confirmed',
  'disputed',
  'exception-over',
  'hold-over',
  'hold-condition',
  'keep-over',
  'facts-changed',
] as const;
export type ReturnCause = (typeof RETURN_CAUSES)[number];

export type Verdict =
  | { readonly kind: 'decided' }
  | { readonly kind: 'open' }
  | { readonly kind: 'back'; readonly cause: ReturnCause };

const DECIDED: Verdict = { kind: 'decided' };
const OPEN: Verdict = { kind: 'open' };
const back = (cause: ReturnCause): Verdict => ({ kind: 'back', cause });

/** Findings that ask for an answer of their own; one that came after a decision reopens it. */
const REOPENING: readonly Finding[] = FINDINGS.filter((finding) => finding !== 'mixed-paths');

function conditionMet(record: Extract<RowDecision, { kind: 'hold' }>, row: RowNow): boolean {
  switch (record.condition) {
    case 'owner-known':
      return row.ownerKnown;
    case 'activity-known':
      return row.activityKnown;
    case 'complete-scan':
      return row.scanComplete;
    case null:
      return false;
  }
}

function factsChanged({ evidence }: RowDecision, row: RowNow): boolean {
  const later = row.findings.filter((one) => REOPENING.includes(one) && !evidence.findings.includes(one));
  return evidence.owner !== row.owner || later.length > 0;
}

/** When the last step of a record was taken, epoch ms. */
const lastStepAt = (record: RowDecision): number => Date.parse(record.steps.at(-1)?.at ?? record.recordedAt);

/** A row that was seen to be gone, and is in a scan that began later, has come back. */
const confirmed = (record: RowDecision, row: RowNow): Verdict =>
  row.scanBegan > lastStepAt(record) ? back('re-added') : DECIDED;

/** Whether the newest decision on a row still answers what is found there now. */
export function verdictOn(record: RowDecision, row: RowNow, now: number): Verdict {
  const over = 'expiresOn' in record && hasExpired(record.expiresOn, now);
  switch (record.kind) {
    case 'route-out':
      if (record.state === 'confirmed') return confirmed(record, row);
      if (record.state === 'not-confirmed' || record.state === 'disputed') return back(record.state);
      return isInForce(record, now) ? DECIDED : OPEN;
    case 'local-action':
      if (record.state === 'confirmed') return confirmed(record, row);
      if (record.state === 'returned') return back('not-confirmed');
      return isInForce(record, now) ? DECIDED : OPEN;
    case 'exception':
    case 'hold':
    case 'keep':
      if (record.state !== 'standing') return OPEN;
      if (over) return back(`${record.kind}-over`);
      if (record.kind === 'hold') return conditionMet(record, row) ? back('hold-condition') : DECIDED;
      return factsChanged(record, row) ? back('facts-changed') : DECIDED;
  }
}
