import type { Input } from '../../contracts/api';
import type { InvoiceLine } from '../../contracts/money';
import type { Settings } from '../../contracts/settings';
import { dayBefore, isPeriodStart, nextPeriod } from '../../billing/pools/periods';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports } from '../ports';
import { addRecord, recordHead } from '../records/add-record';
import { advanceSavings } from './advance-savings';
import { requirePool } from './save-pool';

/** Records one line of an invoice, for a period of a pool in the pool’s currency. */
export async function recordInvoiceLine(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { after, reason, ...line }: Input<'invoice-lines/record'>,
): Promise<InvoiceLine> {
  const pool = await requirePool(ports, settings, caller, line.poolId);
  if (line.currency !== pool.currency)
    throw new UseCaseError('BAD_INPUT', `The pool “${pool.name}” is billed in ${pool.currency}.`);
  if (!isPeriodStart(pool, line.period)) {
    const next = nextPeriod(pool, dayBefore(line.period));
    throw new UseCaseError(
      'BAD_INPUT',
      `No period of “${pool.name}” starts on that day; the next is ${next}.`,
    );
  }
  const saved = await addRecord(ports, {
    ...(await recordHead(ports, caller, 'invoice-line', { reason, after })),
    kind: 'invoice-line',
    state: 'standing',
    members: pool.members,
    ...line,
  });
  await advanceSavings(ports, settings);
  return saved;
}
