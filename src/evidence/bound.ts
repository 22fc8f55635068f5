import { Cycle } from '../contracts/cycles';
import { ReviewRecord } from '../contracts/records';

/** What a link binds, as far as its body can be read: a record, a cycle, or something else such as a ledger’s hash. */
export type Bound =
  | { readonly is: 'record'; readonly record: ReviewRecord }
  | { readonly is: 'cycle'; readonly cycle: Cycle }
  | { readonly is: 'other' };

/** Reads the body of a link, also of one that was changed. */
export function readBound(body: string): Bound {
  const value = readJson(body);
  const record = ReviewRecord.safeParse(value);
  if (record.success) return { is: 'record', record: record.data };
  const cycle = Cycle.safeParse(value);
  return cycle.success ? { is: 'cycle', cycle: cycle.data } : { is: 'other' };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** When what a link binds was made or moved last; null where it does not tell. */
export function momentOf(bound: Bound): string | null {
  if (bound.is === 'record') return bound.record.steps.at(-1)?.at ?? bound.record.recordedAt;
  if (bound.is === 'other') return null;
  const { begunAt, opening, ending } = bound.cycle;
  return ending?.at ?? opening?.at ?? begunAt;
}
