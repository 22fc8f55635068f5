import type { Cycle, Ending, LedgerLine } from '../contracts/cycles';
import { DISPOSITIONS, type Disposition } from '../contracts/queue';
import type { ReviewRecord } from '../contracts/records';
import { KIND_WORDS, type Names, tellTerms } from './tell-record';

const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  queued: 'Undecided in the queue; carried over',
  backlog: 'Undecided in the backlog; carried over',
  covered: 'Covered by a standing decision',
  attested: 'Its owner is attested',
  protected: 'Protected',
  'route-out': 'Handed over to its identity owner',
  'local-action': 'To be removed by hand',
  exception: 'Stays as an exception',
  hold: 'On hold',
  keep: 'Kept as it is',
};

/** The last six columns are what the hash of the ledger is over. */
export const LEDGER_CSV_COLUMNS = [
  'person',
  'product',
  'group',
  'what became of it',
  'decision',
  'what was approved',
  'reason',
  'decided by',
  'decided at',
  'account id',
  'product id',
  'via',
  'group id',
  'disposition',
  'record id',
] as const;

/** What stands above the lines of a ledger: which review, how it ended, the counts, and the hash. */
export function tellLedgerHead(
  cycle: Cycle,
  ending: Ending,
  names: Names,
  elsewhere: number,
): readonly (readonly string[])[] {
  const who = (by: string): string => (by === 'seatpath' ? 'Seatpath' : names.person(by));
  const counted = DISPOSITIONS.filter((one) => (ending.rows[one] ?? 0) > 0);
  const total = counted.reduce((sum, one) => sum + (ending.rows[one] ?? 0), 0);
  return [
    ['Review', cycle.id],
    ['State', cycle.state],
    ['Due at', cycle.dueAt],
    ['Opened at', cycle.opening?.at ?? ''],
    ['Scan finished at', cycle.opening?.scannedAt ?? ''],
    ['Scan verdict', cycle.opening?.verdict ?? ''],
    ['Ended at', ending.at],
    [cycle.state === 'lapsed' ? 'Lapsed; written down by' : 'Closed by', who(ending.by)],
    ['Decided by', ending.decidedBy.map(who).join('; ')],
    ['Items decided', String(ending.items.decided)],
    ['Items carried over', String(ending.items.undecided)],
    ['Decisions made in this review', String(ending.decisions)],
    ['Paths with a finding', String(total)],
    ...counted.map((one) => [DISPOSITION_WORDS[one], String(ending.rows[one] ?? 0)]),
    ...(elsewhere === 0 ? [] : [['Paths of other sites, not listed below', String(elsewhere)]]),
    ['SHA-256 of the ledger', ending.ledgerHash],
    [''],
  ];
}

/** A line of a ledger under `LEDGER_CSV_COLUMNS`, with the record that says so where it names one. */
export function tellLedgerLine(
  { row, disposition, recordId }: LedgerLine,
  record: ReviewRecord | null,
  names: Names,
): string[] {
  return [
    names.person(row.accountId),
    names.product(row.ari),
    row.groupId === null ? '' : names.group(row.groupId),
    DISPOSITION_WORDS[disposition],
    record === null ? '' : KIND_WORDS[record.kind],
    record === null ? '' : tellTerms(record, names),
    record?.reason ?? '',
    record === null ? '' : names.person(record.recordedBy),
    record?.recordedAt ?? '',
    row.accountId,
    row.ari,
    row.via,
    row.groupId ?? '',
    disposition,
    recordId ?? '',
  ];
}
