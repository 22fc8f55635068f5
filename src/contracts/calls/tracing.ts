import { z } from 'zod';
import { CaseHistory } from '../case-history';
import { AccountId, Ari, CycleId } from '../ids';
import { CaseFilter, CaseList, CaseSort, CaseView } from '../case-views';
import { SOURCE_SORTS, SourceList } from '../source-views';
import { ScanProgress } from '../views';
import { BatchView } from '../review-views';
import { type CallTable, deciders, everyone, nothing, paging, reason } from './common';
import { BulkOutcome } from './terms';

/** As many cases as somebody can have looked at one by one. */
export const MAX_CHOSEN = 200;

const CaseId = z.strictObject({ accountId: AccountId, ari: Ari });

/** Everything that a filter leaves of one scan, but a few cases. */
const FilteredChoice = z.strictObject({
  scanId: z.string().max(64),
  filter: CaseFilter,
  except: z.array(CaseId).max(MAX_CHOSEN),
});
export type FilteredChoice = z.infer<typeof FilteredChoice>;

/** What a scan found. */
export const tracingCalls = {
  'scan/start': { input: nothing, output: ScanProgress, callers: deciders },
  'scan/progress': { input: nothing, output: ScanProgress, callers: everyone },

  'cases/list': {
    input: z.strictObject({ filter: CaseFilter, sort: CaseSort, ...paging }),
    output: CaseList,
    callers: everyone,
  },
  /**
   * Begins a bulk over the open paths of cases that somebody chose; each path takes its own lane. `CONFLICT` where the
   * filter was read on another scan, `BAD_INPUT` where it names no finding or leaves more than a bulk takes.
   */
  'cases/decide': {
    input: z.strictObject({
      cases: z.union([z.array(CaseId).min(1).max(MAX_CHOSEN), FilteredChoice]),
      outcome: BulkOutcome,
      reason,
    }),
    output: BatchView,
    callers: deciders,
  },
  'cases/get': {
    input: z.strictObject({ accountId: AccountId, ari: Ari }),
    output: CaseView,
    callers: everyone,
  },
  /** Before a review that an earlier answer ended with; null for the newest. */
  'cases/history': {
    input: z.strictObject({ accountId: AccountId, ari: Ari, before: CycleId.nullable() }),
    output: CaseHistory,
    callers: everyone,
  },
  'sources/list': {
    input: z.strictObject({
      ari: Ari.nullable(),
      text: z.string().max(200),
      sort: z.enum(SOURCE_SORTS),
      ...paging,
    }),
    output: SourceList,
    callers: everyone,
  },
} as const satisfies CallTable;
