import { type BulkOutcome } from '../../../../src/contracts/calls/terms';
import {
  type AccessException,
  EXCEPTION_MAX_DAYS,
  HOLD_MAX_DAYS,
  type HoldCondition,
  REVIEW_MAX_DAYS,
} from '../../../../src/contracts/records';
import { type Person } from '../../../../src/contracts/views';
import { dayAfter, dayFits } from '../platform/format';

/** Decisions that ask for more than a reason. */
export type TermsKind = 'exception' | 'hold' | 'keep';
export type Terms = Extract<BulkOutcome, { do: TermsKind }>;

/** What has been filled in so far; one draft serves all kinds. */
export interface TermsDraft {
  class: AccessException['class'];
  owner: Person | null;
  expiresOn: string;
  dependency: string;
  condition: HoldCondition | null;
}

/** Days that each runs unless somebody chooses otherwise, and at most. */
export const DAYS: Readonly<Record<TermsKind, { usual: number; most: number }>> = {
  exception: { usual: 90, most: EXCEPTION_MAX_DAYS },
  hold: { usual: 14, most: HOLD_MAX_DAYS },
  keep: { usual: 180, most: REVIEW_MAX_DAYS },
};

export function firstDraft(now: number, kind: TermsKind): TermsDraft {
  return {
    class: 'service-account',
    owner: null,
    expiresOn: dayAfter(now, DAYS[kind].usual),
    dependency: '',
    condition: null,
  };
}

/** The terms as the call table takes them; null while something needed is missing. */
export function readTerms(now: number, kind: TermsKind, draft: TermsDraft): Terms | null {
  const { expiresOn, owner } = draft;
  if (!dayFits(now, expiresOn, DAYS[kind].most)) return null;
  if (kind === 'keep') return { do: kind, expiresOn };
  if (owner === null) return null;
  const ownedBy = owner.accountId;
  return kind === 'hold'
    ? { do: kind, ownedBy, expiresOn, condition: draft.condition }
    : { do: kind, class: draft.class, ownedBy, expiresOn, dependency: draft.dependency.trim() };
}
