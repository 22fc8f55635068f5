import { z } from 'zod';
import { RowRef } from '../evidence';
import { AccountId, Ari, GroupId } from '../ids';
import { AccessException, Hold, Keep, LocalAction, RouteOut } from '../records';
import { ExceptionLine, RouteOutLine } from '../views';
import { after, type CallTable, deciders, everyone, nothing, reason } from './common';
import { exceptionTerms, holdTerms, keepTerms } from './terms';

/** Decisions on one path of one account. */
export const rowRecordCalls = {
  'route-outs/record': {
    input: z.strictObject({ accountId: AccountId, ari: Ari, groupId: GroupId, after, reason }),
    output: RouteOut,
    callers: deciders,
  },
  'route-outs/list': {
    input: nothing,
    output: z.strictObject({ lines: z.array(RouteOutLine) }),
    callers: everyone,
  },
  'exceptions/record': {
    input: z.strictObject({ row: RowRef, after, reason, ...exceptionTerms }),
    output: AccessException,
    callers: deciders,
  },
  'exceptions/list': {
    input: nothing,
    output: z.strictObject({ lines: z.array(ExceptionLine) }),
    callers: everyone,
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
