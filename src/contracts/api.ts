import { z } from 'zod';
import type { CallTable } from './calls/common';
import { cycleCalls } from './calls/cycle';
import { evidenceCalls } from './calls/evidence';
import { exportCalls } from './calls/exports';
import { helpCalls } from './calls/help';
import { moneyCalls } from './calls/money';
import { overviewCalls } from './calls/overview';
import { registerCalls } from './calls/registers';
import { routeOutCalls } from './calls/route-outs';
import { rowRecordCalls } from './calls/row-records';
import { setupCalls } from './calls/setup';
import { sourceCalls } from './calls/sources';
import { tracingCalls } from './calls/tracing';
import { ERROR_CODES } from './error-codes';

export type { Caller } from './calls/common';

/** Every call the pages can make. Resolvers and pages derive from this table. */
export const api = {
  ...setupCalls,
  ...overviewCalls,
  ...tracingCalls,
  ...cycleCalls,
  ...sourceCalls,
  ...rowRecordCalls,
  ...registerCalls,
  ...evidenceCalls,
  ...exportCalls,
  ...routeOutCalls,
  ...moneyCalls,
  ...helpCalls,
} as const satisfies CallTable;

export type Call = keyof typeof api;

/** Whether a call is one of those that the identity owner’s desk makes. */
export const isDeskCall = (call: Call): boolean => 'desk' in api[call];

export type Input<C extends Call> = z.infer<(typeof api)[C]['input']>;
export type Output<C extends Call> = z.infer<(typeof api)[C]['output']>;

/** `message` says what, where and what to do, for a person; empty where the code says all that is known. */
export const Failure = z.strictObject({ code: z.enum(ERROR_CODES), message: z.string() });
export type Failure = z.infer<typeof Failure>;
export type Reply<T> = { ok: true; data: T } | { ok: false; error: Failure };
