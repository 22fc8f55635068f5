import type { BatchRow, DecidingBatch } from '../../contracts/batches';
import type { RowRef } from '../../contracts/evidence';
import { isRowDecision, type RowDecision } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import { permittedOutcomes } from '../../review/outcomes';
import { currentTable } from '../decision-table';
import { UseCaseError } from '../errors';
import { type CallerContext, Conflict, type Ports, type StoredRecord } from '../ports';
import { recordHead, storeAfter } from '../records/add-record';
import { requireDecidable } from '../records/decide-row';
import { protectionsNow } from '../records/protections-now';
import { newRouteOut, requireTarget, routeOutInForce } from '../records/record-route-out';
import { findRow, gatherEvidence } from '../records/row-evidence';
import { subjectOfRow } from '../../review/subjects';

/**
 * Records the decision of a bulk on one of its rows. Said again, or by two runs at once, it finds its own record.
 * Throws what a single decision would throw, a conflict where somebody decided the row since the bulk was asked
 * for, and PROTECTED where a bulk may not touch the account.
 */
export async function decideBatchRow(
  ports: Ports,
  settings: Settings,
  batch: DecidingBatch,
  { row, after }: BatchRow,
): Promise<RowDecision> {
  const newest = await ports.records.newest(subjectOfRow(row));
  const mine = madeBy(batch, newest);
  if (mine !== null) return mine;
  await requireUnprotected(ports, settings, row.accountId);
  const caller = { accountId: batch.requestedBy, cloudId: ports.cloudId, mandate: null };
  const kind = await kindFor(ports, settings, caller, { outcome: batch.outcome, row });
  const known = kind === 'route-out' ? routeOutInForce(newest, ports.clock.now()) : null;
  if (known !== null) return known;
  if ((newest?.record.id ?? null) !== after) throw new Conflict('decided since the bulk was asked for');
  const record = await draft(ports, settings, caller, { batch, row, kind, newest });
  try {
    await storeAfter(ports, record, newest);
    return record;
  } catch (error) {
    const other = madeBy(batch, await ports.records.newest(subjectOfRow(row)));
    if (!(error instanceof Conflict) || other === null) throw error;
    return other;
  }
}

/** The newest decision on a row, where this very bulk made it. */
function madeBy(batch: DecidingBatch, newest: StoredRecord | null): RowDecision | null {
  return newest !== null && isRowDecision(newest.record) && newest.record.batchId === batch.id
    ? newest.record
    : null;
}

async function requireUnprotected(ports: Ports, settings: Settings, accountId: string): Promise<void> {
  // Asked for each row of a bulk: without protections not even the table is looked up.
  if ((await ports.records.list('protection')).length === 0) return;
  const { table } = await currentTable(ports, settings);
  const account = table.snapshot.accounts.ids.indexOf(accountId);
  const by = account === -1 ? null : (await protectionsNow(ports, table))(account);
  if (by === null) return;
  throw new UseCaseError('PROTECTED', `The account is protected (${by.class}): decide it on its own.`);
}

/** Each row goes down the lane of its owner: handed over where it is synced, removed by hand where it is not. */
async function kindFor(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { outcome, row }: { outcome: DecidingBatch['outcome']; row: RowRef },
): Promise<RowDecision['kind']> {
  if (outcome.do !== 'free-seats') return outcome.do;
  const basis = await findRow(ports, settings, caller, row);
  return permittedOutcomes(basis.row, basis.attested).includes('route-out') ? 'route-out' : 'local-action';
}

interface Draft {
  readonly batch: DecidingBatch;
  readonly row: RowRef;
  readonly kind: RowDecision['kind'];
  readonly newest: StoredRecord | null;
}

async function draft(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { batch, row, kind, newest }: Draft,
): Promise<RowDecision> {
  const basis = await requireDecidable(ports, settings, caller, { row, kind });
  const after = newest?.record.id ?? null;
  const { outcome, reason } = batch;
  if (kind === 'route-out') {
    const target = requireTarget(settings, basis);
    return newRouteOut(ports, settings, caller, { basis, target, row, reason, after, batchId: batch.id });
  }
  const head = {
    ...(await recordHead(ports, caller, kind, { reason, after })),
    id: `${kind}-${ports.sha256([batch.id, subjectOfRow(row)].join('\n')).slice(0, 32)}`,
    row,
    batchId: batch.id,
    evidence: await gatherEvidence(ports, settings, basis),
  };
  switch (outcome.do) {
    case 'free-seats':
      return {
        ...head,
        kind: 'local-action',
        state: 'planned',
        edit: row.via === 'direct' ? 'direct-role' : 'membership',
        under: null,
      };
    case 'exception': {
      const { class: exceptionClass, ownedBy, expiresOn, dependency } = outcome;
      return {
        ...head,
        kind: 'exception',
        state: 'standing',
        class: exceptionClass,
        ownedBy,
        expiresOn,
        dependency,
      };
    }
    case 'hold': {
      const { ownedBy, expiresOn, condition } = outcome;
      return { ...head, kind: 'hold', state: 'standing', ownedBy, expiresOn, condition };
    }
    case 'keep':
      return { ...head, kind: 'keep', state: 'standing', expiresOn: outcome.expiresOn };
  }
}
