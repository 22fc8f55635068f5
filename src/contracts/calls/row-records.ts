import { z } from 'zod';
import { RowRef } from '../evidence';
import { AccountId, Ari, GroupId } from '../ids';
import { AccessException, Hold, Keep, LocalAction } from '../records';
import { RouteOut } from '../route-outs';
import { after, type CallTable, deciders, reason } from './common';
import { exceptionTerms, holdTerms, keepTerms } from './terms';

/** Decisions on one path of one account. */
export const rowRecordCalls = {
  'route-outs/record': {
    input: z.strictObject({ accountId: AccountId, ari: Ari, groupId: GroupId, after, reason }),
    output: RouteOut,
    callers: deciders,
  },
  'exceptions/record': {
    input: z.strictObject({ row: RowRef, after, reason, ...exceptionTerms }),
    output: AccessException,
    callers: deciders,
  },
  'holds/record': {
    input: z.strictObject({ row: RowRef, after, reason, ...holdTerms }),
    output: Hold,
    callers: deciders,
  },
  'keeps/record': {
    input: z.strictObject({ row: RowRef, after, reason, ...keepTerms }),
    output: Keep,
    callers: deciders,
  },
  'local-actions/record': {
    input: z.strictObject({ row: RowRef, after, reason }),
    output: LocalAction,
    callers: deciders,
  },
} as const satisfies CallTable;
