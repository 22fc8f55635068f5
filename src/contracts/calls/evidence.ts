import { z } from 'zod';
import { ChainCheck, CheckPlace, RecordProof } from '../evidence-views';
import { RecordId } from '../ids';
import { type CallTable, everyone } from './common';

/** What records rest on, and whether the chain that binds them holds. */
export const evidenceCalls = {
  'evidence/get': {
    input: z.strictObject({ recordId: RecordId }),
    output: RecordProof,
    callers: everyone,
  },
  /** Checks one piece of the evidence chain and tells where to go on; `at` null begins. Reads only. */
  'evidence/check': {
    input: z.strictObject({ at: CheckPlace.nullable() }),
    output: ChainCheck,
    callers: everyone,
  },
} as const satisfies CallTable;
