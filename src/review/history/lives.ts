import type { HistoryLine, PathThen } from '../../contracts/case-history';
import type { ReviewRecord } from '../../contracts/records';
import type { Saving } from '../../contracts/savings';
import { isFinal } from '../states/machine';
import { recordStates } from '../states/tables';
import { hasExpired, momentAfter } from '../terms';

/** The life of a record, oldest first: made, each step since, and its last day, which ends it without a step. */
export function lifeOfRecord(record: ReviewRecord, path: PathThen | null, now: number): HistoryLine[] {
  const { id, kind, recordedAt, recordedBy, reason, steps } = record;
  const about = { is: 'record', record: { id, kind }, path } as const;
  const life: HistoryLine[] = [
    { ...about, at: recordedAt, by: recordedBy, to: null, note: reason },
    ...steps.map(({ at, by, to, note }) => ({ ...about, at, by, to, note })),
  ];
  const over = overSince(record, now);
  if (over !== null) {
    const place = life.findIndex(({ at }) => at > over);
    life.splice(place === -1 ? life.length : place, 0, {
      ...about,
      at: over,
      by: null,
      to: 'over',
      note: '',
    });
  }
  return life;
}

/** When the last day of a record was over, if that came before any step that ended it; null where it did not. */
function overSince(record: ReviewRecord, now: number): string | null {
  if (!('expiresOn' in record) || !hasExpired(record.expiresOn, now)) return null;
  const over = new Date(momentAfter(record.expiresOn)).toISOString();
  const ended = isFinal(recordStates[record.kind], record.state);
  return ended && (record.steps.at(-1)?.at ?? record.recordedAt) <= over ? null : over;
}

/** What scans saw of a seat that was to be freed, oldest first. */
export function lifeOfSaving(
  { seat, observed, settledAt, returned }: Saving,
  pool: { readonly name: string },
): HistoryLine[] {
  const about = { is: 'saving', by: 'seatpath', poolId: seat.poolId, poolName: pool.name } as const;
  const life: HistoryLine[] = [];
  if (observed !== null) life.push({ ...about, at: observed.at, saw: 'gone', returned: null });
  if (settledAt !== null) life.push({ ...about, at: settledAt, saw: 'settled', returned: null });
  if (returned !== null) {
    const { at, afterDays, way, because, groupId } = returned;
    life.push({ ...about, at, saw: 'back', returned: { afterDays, way, because, groupId } });
  }
  return life;
}
