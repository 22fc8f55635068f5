import type { Input } from '../../contracts/api';
import type { RowRef } from '../../contracts/evidence';
import type { RouteOut } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { routeOutDescription, routeOutSummary, type RouteOutSubject } from '../../evidence/route-out-issue';
import { ownershipRules } from '../../ownership/rules';
import { isInForce } from '../../review/standing';
import { subjectOfRow } from '../../review/subjects';
import { take } from '../../review/states/step';
import { UseCaseError } from '../errors';
import { claimIssue, findOrCreateIssue } from '../issue-once';
import type { CallerContext, Ports, StoredRecord } from '../ports';
import { recordHead, storeAfter } from './add-record';
import { requireDecidable } from './decide-row';
import { missingForRouteOut, routeTarget, type RouteTarget } from './route-out-readiness';
import { gatherEvidence, type RecordBasis } from './row-evidence';

/**
 * Hands a synced row over to its identity owner: one record, one issue. The record is stored before the
 * issue is asked for, under an id made of the row, and the issue is asked for under a claim, so that asking
 * twice, or a crash in between, ends in the same record and the same issue. A route-out that holds is used
 * again, also in a later cycle (D1.6).
 */
export async function recordRouteOut(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { after, reason, ...ref }: Input<'route-outs/record'>,
): Promise<RouteOut> {
  const row: RowRef = { ...ref, via: 'group' };
  const basis = await requireDecidable(ports, settings, caller, { row, kind: 'route-out' });
  const target = requireTarget(settings, basis);
  const newest = await ports.records.newest(subjectOfRow(row));
  const known = routeOutInForce(newest, ports.clock.now());
  if (known?.state === 'sent') return known;
  const record =
    known ??
    (await newRouteOut(ports, settings, caller, {
      basis,
      target,
      row,
      reason,
      after,
      batchId: null,
    }));
  if (known === null) await storeAfter(ports, record, newest);
  return sendIssue(ports, record, basis, target);
}

/** The newest decision on a row, where it is a route-out that holds. */
export function routeOutInForce(newest: StoredRecord | null, now: number): RouteOut | null {
  return newest?.record.kind === 'route-out' && isInForce(newest.record, now) ? newest.record : null;
}

export interface RouteOutDraft {
  readonly basis: RecordBasis;
  readonly target: RouteTarget;
  readonly row: RowRef;
  readonly reason: string;
  readonly after: string | null;
  readonly batchId: string | null;
}

/** A route-out that is not sent yet. Its id is made of the row and of what it supersedes. */
export async function newRouteOut(
  ports: Ports,
  settings: Settings,
  caller: Pick<CallerContext, 'accountId'>,
  { basis, target, row, reason, after, batchId }: RouteOutDraft,
): Promise<RouteOut> {
  const { identityProvider } = target;
  const parts = [identityProvider.idpId, row.accountId, row.ari, row.groupId ?? '', after ?? ''];
  return {
    ...(await recordHead(ports, caller, 'route-out', { reason, after })),
    id: `route-out-${ports.sha256(parts.join('\n')).slice(0, 32)}`,
    kind: 'route-out',
    state: 'ready',
    request: 'membership',
    row,
    batchId,
    evidence: await gatherEvidence(ports, settings, basis),
    idpId: identityProvider.idpId,
    idpName: identityProvider.name,
    identityOwner: identityProvider.owners[0] ?? identityProvider.deputy,
    issueId: null,
    issueKey: null,
    answer: null,
  };
}

/** Whom a row can be handed over to. Throws EVIDENCE_INCOMPLETE with everything that is missing. */
export function requireTarget(settings: Settings, { row, attested }: RecordBasis): RouteTarget {
  const missing = missingForRouteOut(settings, row, attested);
  const target = routeTarget(settings, row, attested);
  if (missing.length > 0 || target === null) {
    throw new UseCaseError('EVIDENCE_INCOMPLETE', `Missing: ${missing.join('; ')}.`);
  }
  return target;
}

async function sendIssue(
  ports: Ports,
  record: RouteOut,
  basis: RecordBasis,
  target: RouteTarget,
): Promise<RouteOut> {
  await claimIssue(ports, record.id);
  // Read again: who had the claim before may have sent it meanwhile.
  const mine = await ports.records.get(record.id);
  if (mine?.record.kind === 'route-out' && mine.record.state === 'sent') {
    await ports.records.releaseIssue(record.id);
    return mine.record;
  }
  const { projectKey, issueTypeId } = target.identityProvider;
  const subject = subjectOfRouteOut(record, basis.product, target);
  const issueKey = await findOrCreateIssue(ports, ports.jira, {
    intent: record.id,
    refusal: 'The route-out is recorded, but its issue is not there yet',
    issue: {
      projectKey: projectKey!,
      issueTypeId: issueTypeId!,
      summary: routeOutSummary(record, subject),
      description: routeOutDescription([record], subject),
    },
    property: { scan: record.evidence.scanId },
  });
  const sent = markSent(ports, record, issueKey);
  await ports.records.save(sent, mine?.version ?? 1);
  await ports.records.releaseIssue(record.id);
  return sent;
}

export function subjectOfRouteOut(
  record: RouteOut,
  product: string,
  { assumed }: Pick<RouteTarget, 'assumed'>,
): RouteOutSubject {
  const rule = ownershipRules.find((one) => one.id === record.evidence.rule)!;
  return { product, source: { url: rule.source, checked: rule.checked }, assumedProvider: assumed };
}

/** The route-out once its issue is there. */
export function markSent(ports: Ports, record: RouteOut, issueKey: string): RouteOut {
  const at = new Date(ports.clock.now()).toISOString();
  return { ...take(record, 'send', { at, by: 'seatpath', note: issueKey }), issueKey };
}
