import {
  CHECK_STATES,
  type CheckState,
  type LastCheck,
  type SetupRemark,
} from '../../../../src/contracts/setup-checks';

/** How a step stands. `open` and `optional`: nothing is set up. `changed`: a test is out of date. */
export type Standing = CheckState | 'partly-unknown' | 'open' | 'optional' | 'untested' | 'changed';

export interface StepFacts {
  /** Whether something is set up; null where only a test tells. */
  typed: boolean | null;
  optional: boolean;
}

/**
 * How a step stands: by its last test, if that was about what is set up now. Without one nothing is ever called
 * well, however much was typed.
 */
export function standingOf({ typed, optional }: StepFacts, last: LastCheck | undefined): Standing {
  if (last === undefined) return typed === false ? (optional ? 'optional' : 'open') : 'untested';
  return last.outdated ? 'changed' : worstOf(last.remarks);
}

/** The worst of what was found; what is partly known is told apart from what is not known at all. */
function worstOf(remarks: readonly SetupRemark[]): Standing {
  const has = (wanted: CheckState): boolean => remarks.some(({ state }) => state === wanted);
  const worst = CHECK_STATES.find(has) ?? 'unknown';
  return worst === 'unknown' && has('ok') ? 'partly-unknown' : worst;
}

/** Remarks from bad to good, those that stand alike as they came. */
export function badFirst(remarks: readonly SetupRemark[]): SetupRemark[] {
  return CHECK_STATES.flatMap((wanted) => remarks.filter(({ state }) => state === wanted));
}
