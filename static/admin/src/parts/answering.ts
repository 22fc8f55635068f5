import { useState } from 'react';
import { REVIEW_MAX_DAYS } from '../../../../src/contracts/records';
import { type Person } from '../../../../src/contracts/views';
import { dayAfter, dayFits } from '../platform/format';
import { useToday } from '../states/use-today';

/** Who answers for something, and the day by which somebody looks at it again. */
export interface Answering {
  steward: Person | null;
  expiresOn: string;
}

export interface AnsweringState {
  draft: Answering;
  change: (draft: Answering) => void;
  /** The day as the call table takes it; null while it cannot be taken. */
  day: string | null;
  /** Both as the call table takes them; null while one is missing. */
  read: { steward: string; expiresOn: string } | null;
}

/** Begins with whoever answers until now, and the latest day there is. */
export function useAnswering(steward: Person | null): AnsweringState {
  const now = useToday();
  const [draft, change] = useState({ steward, expiresOn: dayAfter(now, REVIEW_MAX_DAYS) });
  const day = dayFits(now, draft.expiresOn, REVIEW_MAX_DAYS) ? draft.expiresOn : null;
  const read =
    draft.steward === null || day === null ? null : { steward: draft.steward.accountId, expiresOn: day };
  return { draft, change, day, read };
}
