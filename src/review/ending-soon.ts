import type { Opening } from '../contracts/cycles';
import type { ReviewRecord } from '../contracts/records';
import { newestBySubject } from './book';
import { isInForce } from './standing';

/** Decisions that hold now and will have ended when the next review is due: time to say again that they are wanted. */
export function endingBefore(
  records: readonly ReviewRecord[],
  now: number,
  nextDue: number,
): Opening['endingSoon'] {
  return [...newestBySubject(records).values()]
    .filter((record) => isInForce(record, now) && !isInForce(record, nextDue))
    .map(({ id, kind }) => ({ recordId: id, kind }))
    .sort((a, b) => (a.recordId < b.recordId ? -1 : 1));
}
