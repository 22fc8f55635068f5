import type { Input } from '../../contracts/api';
import type { RowRef } from '../../contracts/evidence';
import type { RouteOut } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { isSettled } from '../../review/standing';
import { subjectOfRow } from '../../review/subjects';
import { UseCaseError } from '../errors';
import type { CallerContext, Ports, StoredRecord } from '../ports';
import { profileOf } from '../route-outs/requests';
import { sendRequests } from '../route-outs/send-requests';
import { recordHead, storeAfter } from './add-record';
import { requireDecidable } from './decide-row';
import { whoIsAsked } from './hand-over';
import { missingForRouteOut, routeTarget, type RouteTarget } from './route-out-readiness';
import { gatherEvidence, type RecordBasis } from './row-evidence';

/**
 * Hands a synced row over to its identity owner. The record is stored first, under an id made of the row; then it
 * joins the issue that the provider has for its group. Asked twice, or broken off in between, it ends in the same
 * record and the same issue. A route-out that holds is used again, also in a later cycle (D1.6).
 *
 * Throws JIRA_REFUSED where the issue could not be created: the record stays, and is handed over later.
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
  const draft = { basis, target, row, reason, after, batchId: null };
  const record = known ?? (await newRouteOut(ports, settings, caller, draft));
  if (known === null) await storeAfter(ports, record, newest);
  if (record.state !== 'ready') return record;
  const refused = await sendRequests(ports, settings);
  const now = await ports.records.get(record.id);
  const told = now?.record.kind === 'route-out' ? now.record : record;
  if (told.state === 'ready' && refused !== null) throw refused;
  return told;
}

/** The newest decision on a row, where it is a route-out that holds. One that was disputed is decided anew. */
export function routeOutInForce(newest: StoredRecord | null, now: number): RouteOut | null {
  if (newest?.record.kind !== 'route-out') return null;
  return isSettled(newest.record, now) ? newest.record : null;
}

export interface RouteOutDraft {
  readonly basis: RecordBasis;
  readonly target: RouteTarget;
  readonly row: RowRef;
  readonly reason: string;
  readonly after: string | null;
  readonly batchId: string | null;
}

/** A route-out that is in no issue yet. Its id is made of the row and of what it supersedes. */
export async function newRouteOut(
  ports: Ports,
  settings: Settings,
  caller: Pick<CallerContext, 'accountId'>,
  { basis, target, row, reason, after, batchId }: RouteOutDraft,
): Promise<RouteOut> {
  const { identityProvider } = target;
  const profile = await profileOf(ports, { idpId: identityProvider.idpId, groupId: row.groupId });
  const parts = [identityProvider.idpId, row.accountId, row.ari, row.groupId ?? '', after ?? ''];
  return {
    ...(await recordHead(ports, caller, 'route-out', { reason, after })),
    id: `route-out-${ports.sha256(parts.join('\n')).slice(0, 32)}`,
    kind: 'route-out',
    state: identityProvider.profileFirst && profile === null ? 'needs-profile' : 'ready',
    request: 'membership',
    row,
    batchId,
    evidence: await gatherEvidence(ports, settings, basis),
    idpId: identityProvider.idpId,
    idpName: identityProvider.name,
    identityOwner: whoIsAsked(identityProvider, profile),
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
