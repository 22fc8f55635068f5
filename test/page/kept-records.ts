import { type ReviewRecord } from '../../src/contracts/records';

/** The records made while a page is open, the newest last. */
export interface KeptRecords {
  all: readonly ReviewRecord[];
  keep: <R extends ReviewRecord>(record: R) => R;
}

export function keepRecords(): KeptRecords {
  const all: ReviewRecord[] = [];
  return {
    all,
    keep: (record) => {
      all.push(record);
      return record;
    },
  };
}
