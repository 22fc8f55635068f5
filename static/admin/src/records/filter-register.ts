import { CHANGE_STATES, type RegisterKind, type ReviewRecord } from '../../../../src/contracts/records';
import { type RegisterLine } from '../../../../src/contracts/review-views';
import { ATTEMPT_STATES, BOUNDARY_STATES } from '../../../../src/contracts/overrides';
import { ROUTE_OUT_STATES } from '../../../../src/contracts/route-outs';
import { nameOf } from '../parts/names';
import { shownState } from '../parts/shown-state';
import { type RegisterFilter, type RegisterState } from '../route/route';
import { type Translate } from '../texts/texts';
import { tellSubject } from '../moves/tell-subject';

/** The states that the records of a kind are shown in, what waits for somebody first. */
export function statesOf(kind: RegisterKind): readonly RegisterState[] {
  switch (kind) {
    case 'route-out':
      return ROUTE_OUT_STATES;
    case 'local-action':
    case 'redesign':
      return CHANGE_STATES;
    case 'intent':
      return ['proposed', 'standing', 'over', 'void', 'withdrawn', 'superseded'];
    case 'boundary-exception':
      return BOUNDARY_STATES;
    case 'override-attempt':
      return ATTEMPT_STATES;
    case 'exception':
    case 'hold':
    case 'keep':
    case 'protection':
    case 'source-attestation':
    case 'settings-attestation':
    case 'stewardship':
      return ['standing', 'over', 'ended', 'superseded'];
  }
}

/** Whether records of a kind hold for a time and end; one that only tells what happened does neither. */
export const canEnd = (kind: RegisterKind): boolean => statesOf(kind).length > 1;

export interface FilteredRegister {
  lines: readonly RegisterLine[];
  /** How many lines each state would leave, given the search. */
  counts: Readonly<Record<string, number>>;
}

/** The lines of a register that a filter leaves. The search looks at whom or what a record is about, and at who answers for it. */
export function filterRegister(
  t: Translate,
  lines: readonly RegisterLine[],
  { state, text }: RegisterFilter,
): FilteredRegister {
  const words = text.trim().toLowerCase();
  const found = words === '' ? lines : lines.filter((line) => searched(t, line).includes(words));
  const counts: Record<string, number> = {};
  const left = found.filter(({ record, inForce }) => {
    const shown = shownState(record, inForce);
    counts[shown] = (counts[shown] ?? 0) + 1;
    return state === null || shown === state;
  });
  return { lines: left, counts };
}

function searched(t: Translate, line: RegisterLine): string {
  const { person } = line.subject;
  const answering = whoAnswers(line.record).map((accountId) => nameOf(t, line.people, accountId));
  return [tellSubject(t, line), person?.accountId ?? '', ...answering].join('\n').toLowerCase();
}

/** Whom a record names as the one who answers for it, or who is asked. */
function whoAnswers(record: ReviewRecord): string[] {
  if ('steward' in record) return [record.steward];
  if ('ownedBy' in record) return [record.ownedBy];
  return record.kind === 'route-out' && record.identityOwner !== null ? [record.identityOwner] : [];
}
