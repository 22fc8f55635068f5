import { z } from 'zod';
import { AccountId, Ari } from '../ids';
import { CaseFilter, CaseList, CaseSort, CaseView, ScanProgress, SOURCE_SORTS, SourceList } from '../views';
import { type CallTable, deciders, everyone, nothing, paging } from './common';

/** What a scan found. */
export const tracingCalls = {
  'scan/start': { input: nothing, output: ScanProgress, callers: deciders },
  'scan/progress': { input: nothing, output: ScanProgress, callers: everyone },

  'cases/list': {
    input: z.strictObject({ filter: CaseFilter, sort: CaseSort, ...paging }),
    output: CaseList,
    callers: everyone,
  },
  'cases/get': {
    input: z.strictObject({ accountId: AccountId, ari: Ari }),
    output: CaseView,
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
