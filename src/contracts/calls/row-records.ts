import { z } from 'zod';
import { RowRef } from '../evidence';
import { AccountId, Ari, GroupId, RecordId } from '../ids';
import { BoundaryException } from '../overrides';
import { AccessException, Hold, Keep, LocalAction } from '../records';
import { RouteOut } from '../route-outs';
import { after, type CallTable, day, deciders, reason } from './common';
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
  /** `under`: the boundary exception that permits it, where the path is the identity provider’s. */
  'local-actions/record': {
    input: z.strictObject({ row: RowRef, after, reason, under: RecordId.optional() }),
    output: LocalAction,
    callers: deciders,
  },
  /** Asks the identity owner of a synced path to agree to one edit by hand. */
  'boundary-exceptions/record': {
    input: z.strictObject({ row: RowRef, after, reason, expiresOn: day }),
    output: BoundaryException,
    callers: deciders,
  },
} as const satisfies CallTable;
