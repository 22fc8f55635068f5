import type { RowRef } from '../../contracts/evidence';
import type { BoundaryException } from '../../contracts/overrides';
import type { Settings } from '../../contracts/settings';
import { ApiError } from '../../atlassian/errors';
import { predictEdit } from '../../review/overrides/edit-by-hand';
import { quotesException } from '../../review/overrides/quoted-approval';
import { subjectOfRow } from '../../review/subjects';
import { hasExpired } from '../../review/terms';
import { idpsOf } from '../authorise';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports, StoredRecord } from '../ports';
import { addRecord, recordHead } from '../records/add-record';
import type { RecordBasis } from '../records/row-evidence';

interface Wish {
  readonly row: RowRef;
  readonly under: string | null;
  readonly reason: string;
}

/**
 * The boundary exception that permits an edit of synced access by hand, with its approval read again. Throws
 * OUTCOME_NOT_PERMITTED otherwise, with what the edit would come to; that somebody tried is kept.
 */
export async function requirePermit(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { row, under, reason, basis }: Wish & { basis: RecordBasis },
): Promise<StoredRecord<BoundaryException>> {
  const found = under === null ? null : await ports.records.get(under);
  const stored =
    found?.record.kind === 'boundary-exception' ? { record: found.record, version: found.version } : null;
  const refusal = await refusalOf(ports, settings, row, stored?.record ?? null);
  if (refusal === null && stored !== null) return stored;
  const { accepted, survives } = predictEdit(basis.row);
  const refusedBecause = refusal ?? 'There is no such boundary exception.';
  await addRecord(ports, {
    ...(await recordHead(ports, caller, 'override-attempt', { reason, after: null })),
    kind: 'override-attempt',
    state: 'refused',
    about: row,
    under: stored?.record.id ?? null,
    refusedBecause,
  });
  throw new UseCaseError(
    'OUTCOME_NOT_PERMITTED',
    `${refusedBecause} ${accepted.because} ${survives.because}`,
  );
}

/** Why an exception does not permit an edit of a row now; null where it does. */
async function refusalOf(
  ports: Ports,
  settings: Settings,
  row: RowRef,
  exception: BoundaryException | null,
): Promise<string | null> {
  if (exception === null) return 'Only a path that this organization owns can be removed here.';
  if (subjectOfRow(exception.row) !== subjectOfRow(row))
    return 'The boundary exception is about another path.';
  if (exception.state === 'proposed') return 'The identity owner has not agreed to it yet.';
  if (exception.state !== 'approved')
    return `The boundary exception is ${exception.state}: it permits nothing.`;
  if (hasExpired(exception.expiresOn, ports.clock.now()))
    return `The boundary exception ended on ${exception.expiresOn}.`;
  // Two may have planned it at the same moment, or a run broke off before the exception was marked as used.
  const actions = await ports.records.list('local-action');
  if (actions.some((action) => action.under === exception.id))
    return 'The boundary exception permits one edit, and that is planned.';
  return (await isStillAgreed(ports, settings, exception))
    ? null
    : 'Whoever agreed to it does not stand by it any more, or no longer speaks for the provider.';
}

/** Whether the approval is there when it is read again: said by somebody who speaks for the provider now. */
async function isStillAgreed(
  ports: Ports,
  settings: Settings,
  exception: BoundaryException,
): Promise<boolean> {
  const { approval } = exception;
  const by = approval?.by ?? exception.steps.findLast(({ to }) => to === 'approved')?.by;
  if (by === undefined || by === exception.recordedBy || !idpsOf(settings, by).includes(exception.idpId))
    return false;
  if (approval?.comment == null) return true;
  const { issueKey, id } = approval.comment;
  try {
    const comments = await ports.jiraAsApp.comments(issueKey, null);
    const comment = comments.find((one) => one.id === id);
    return comment?.authorId === by && comment.body !== null && quotesException(comment.body, exception.id);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new UseCaseError('JIRA_REFUSED', `The approval cannot be read again now: ${error.message}.`);
  }
}
