import { z } from 'zod';
import { SourceRef } from '../evidence';
import { AccountId } from '../ids';
import { Intent, Population, Redesign, SourceChange } from '../records';
import { ChangePreview, SourceView } from '../review-views';
import { after, type CallTable, day, deciders, everyone, reason } from './common';

/** One source, and the decisions on it as a whole. */
export const sourceCalls = {
  'sources/get': { input: SourceRef, output: SourceView, callers: everyone },
  'sources/simulate': {
    input: z.strictObject({ source: SourceRef, change: SourceChange }),
    output: ChangePreview,
    callers: deciders,
  },
  'sources/intend': {
    input: z.strictObject({
      source: SourceRef,
      after,
      reason,
      steward: AccountId,
      population: Population,
      cap: z.int().min(0).max(10_000_000),
      expiresOn: day,
    }),
    output: Intent,
    callers: deciders,
  },
  /** `losesAccessHash`: the list of who loses access, as the preview showed it. */
  'sources/redesign': {
    input: z.strictObject({
      source: SourceRef,
      after,
      reason,
      change: SourceChange,
      losesAccessHash: z.string().max(64),
    }),
    output: Redesign,
    callers: deciders,
  },
} as const satisfies CallTable;
