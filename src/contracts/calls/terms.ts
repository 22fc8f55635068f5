import { z } from 'zod';
import { AccountId } from '../ids';
import { ExceptionClass, HoldCondition } from '../records';
import { day } from './common';

/* What the decisions on a row ask for, beside the row and the reason. */

export const exceptionTerms = {
  class: ExceptionClass,
  ownedBy: AccountId,
  expiresOn: day,
  dependency: z.string().trim().max(1000),
};
export const holdTerms = { ownedBy: AccountId, expiresOn: day, condition: HoldCondition.nullable() };
export const keepTerms = { expiresOn: day };

/** What a bulk decides for every row of an item; `free-seats` takes each row down its own lane. */
export const BulkOutcome = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('free-seats') }),
  z.strictObject({ do: z.literal('exception'), ...exceptionTerms }),
  z.strictObject({ do: z.literal('hold'), ...holdTerms }),
  z.strictObject({ do: z.literal('keep'), ...keepTerms }),
]);
export type BulkOutcome = z.infer<typeof BulkOutcome>;
