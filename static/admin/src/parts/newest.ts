/** Of records on one subject the one made last; null where there is none. */
export function newest<R extends { recordedAt: string }>(records: readonly R[]): R | null {
  return records.reduce<R | null>(
    (last, record) => (last === null || record.recordedAt > last.recordedAt ? record : last),
    null,
  );
}
