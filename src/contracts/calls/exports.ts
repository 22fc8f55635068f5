import { z } from 'zod';
import { CycleId } from '../ids';
import { REGISTER_KINDS } from '../records';
import { CaseFilter, CaseSort } from '../case-views';
import { type CallTable, everyone } from './common';

/** A piece of a CSV file; put one behind the other, they are the file. `next`: where the next one begins. */
const FilePiece = z.strictObject({ text: z.string(), next: z.int().min(0).nullable() });
export type FilePiece = z.infer<typeof FilePiece>;

const from = z.int().min(0);

/** What was decided, as files for people who have no Seatpath. Each in pieces, for an answer of the app has a limit. */
export const exportCalls = {
  /** The cases that a filter leaves, in their order, one line for each path. All pieces are of one scan: `CONFLICT` after another. */
  'exports/cases': {
    input: z.strictObject({ scanId: z.string().max(64), filter: CaseFilter, sort: CaseSort, from }),
    output: FilePiece,
    callers: everyone,
  },
  'exports/register': {
    input: z.strictObject({ kind: z.enum(REGISTER_KINDS), from }),
    output: FilePiece,
    callers: everyone,
  },
  /** Everything that was decided in a review. */
  'exports/decisions': {
    input: z.strictObject({ cycleId: CycleId, from }),
    output: FilePiece,
    callers: everyone,
  },
  /** What became of each path with a finding, as it was written down when the review ended. */
  'exports/ledger': {
    input: z.strictObject({ cycleId: CycleId, from }),
    output: FilePiece,
    callers: everyone,
  },
} as const satisfies CallTable;
