import type { ReviewRecord } from '../../contracts/records';

/** The account that a record is about; null where it is about something else. */
export function accountOf(record: ReviewRecord): string | null {
  if ('row' in record) return record.row.accountId;
  if (record.kind === 'override-attempt') return record.about.accountId;
  return record.kind === 'protection' && record.rule.by === 'account' ? record.rule.accountId : null;
}

/** Everybody whom a record names. */
export function mentionedIn(record: ReviewRecord): string[] {
  const account = accountOf(record);
  return [
    ...(account === null ? [] : [account]),
    record.recordedBy,
    ...record.steps.flatMap(({ by }) => (by === 'seatpath' ? [] : [by])),
    ...('ownedBy' in record ? [record.ownedBy] : []),
    ...('steward' in record ? [record.steward] : []),
    ...('identityOwner' in record && record.identityOwner !== null ? [record.identityOwner] : []),
  ];
}
