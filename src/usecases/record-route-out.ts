import type { Input } from '../contracts/api';
import type { RouteOut } from '../contracts/records';
import type { Settings } from '../contracts/settings';
import { ApiError } from '../atlassian/errors';
import { routeOutDescription, routeOutSummary, type RouteOutSubject } from '../evidence/route-out-issue';
import { ownershipRules } from '../ownership/rules';
import { permittedOutcomes } from '../review/outcomes';
import { UseCaseError } from './errors';
import { findRow, gatherEvidence, type RecordBasis } from './evidence';
import type { CallerContext, Ports } from './ports';
import { missingForRouteOut, routeTarget, type RouteTarget } from './route-out-readiness';

/**
 * Hands a synced row over to its identity owner: one record, one issue. The record is stored before the
 * issue is asked for, under an id made of the row, and the issue is asked for under a claim, so that asking
 * twice, or a crash in between, ends in the same record and the same issue.
 */
export async function recordRouteOut(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  input: Input<'route-outs/record'>,
): Promise<RouteOut> {
  const ref = { accountId: input.accountId, ari: input.ari, via: 'group' as const, groupId: input.groupId };
  const basis = await findRow(ports, settings, caller, ref);
  const target = requireReady(settings, basis);
  const { identityProvider } = target;
  const id = `route-out-${ports.sha256([identityProvider.idpId, ref.accountId, ref.ari, ref.groupId].join('\n')).slice(0, 32)}`;

  const known = await ports.records.get(id);
  if (known?.record.kind === 'route-out' && known.record.state === 'sent') return known.record;
  const record: RouteOut =
    known?.record.kind === 'route-out'
      ? known.record
      : {
          schema: 1,
          id,
          kind: 'route-out',
          row: ref,
          reason: input.reason,
          recordedAt: new Date(ports.clock.now()).toISOString(),
          recordedBy: caller.accountId,
          evidence: await gatherEvidence(ports, settings, basis),
          state: 'unsent',
          idpId: identityProvider.idpId,
          idpName: identityProvider.name,
          identityOwner: identityProvider.owners[0] ?? identityProvider.deputy,
          issueKey: null,
        };
  if (known === null) await ports.records.save(record, 0);

  await claimIssue(ports, id);
  // Read again: who had the claim before may have sent it meanwhile.
  const mine = await ports.records.get(id);
  if (mine?.record.kind === 'route-out' && mine.record.state === 'sent') {
    await ports.records.releaseIssue(id);
    return mine.record;
  }
  const issueKey = await openIssue(ports, target, record, basis);
  const sent: RouteOut = { ...record, state: 'sent', issueKey };
  await ports.records.save(sent, mine?.version ?? 1);
  await ports.records.releaseIssue(id);
  return sent;
}

/**
 * Only one run at a time may ask Jira for the issue. A run that ended without an answer keeps its claim until
 * search can be expected to know of an issue that it may have created (search and reconcile, 2026-02-03).
 */
const CLAIM_MS = 3 * 60_000;

async function claimIssue(ports: Ports, id: string): Promise<void> {
  const now = ports.clock.now();
  if (await ports.records.claimIssue(id, now, now + CLAIM_MS)) return;
  throw new UseCaseError(
    'CONFLICT',
    'The issue of this route-out is being created, or an earlier try broke off. Look again in three minutes.',
  );
}

function requireReady(settings: Settings, { row, published }: RecordBasis): RouteTarget {
  if (!permittedOutcomes(row).includes('route-out')) {
    throw new UseCaseError(
      'OUTCOME_NOT_PERMITTED',
      'Only a path that the identity provider owns can be handed over.',
    );
  }
  const missing = missingForRouteOut(settings, published.report, row);
  const target = routeTarget(settings, row);
  if (missing.length > 0 || target === null) {
    throw new UseCaseError('EVIDENCE_INCOMPLETE', `Missing: ${missing.join('; ')}.`);
  }
  return target;
}

/** The issue of a route-out: the one that carries its label, or a new one. */
async function openIssue(
  ports: Ports,
  target: RouteTarget,
  record: RouteOut,
  basis: RecordBasis,
): Promise<string> {
  const { projectKey, issueTypeId } = target.identityProvider;
  const rule = ownershipRules.find((one) => one.id === record.evidence.rule)!;
  const subject: RouteOutSubject = {
    product: basis.product,
    source: { url: rule.source, checked: rule.checked },
    assumedProvider: target.assumed,
  };
  const label = `seatpath-${record.id}`;
  try {
    const existing = await ports.jira.findIssueByLabel(projectKey!, label);
    if (existing !== null) return existing;
    return await ports.jira.createIssue({
      projectKey: projectKey!,
      issueTypeId: issueTypeId!,
      summary: routeOutSummary(record, subject),
      description: routeOutDescription(record, subject),
      labels: ['seatpath', label],
      property: { key: 'seatpath', value: { intent: record.id, scan: record.evidence.scanId } },
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // A clear no: nothing was created, so the next try need not wait.
    if (error.status !== null && error.status < 500) await ports.records.releaseIssue(record.id);
    throw new UseCaseError(
      'JIRA_REFUSED',
      `The route-out is recorded, but its issue is not there yet: ${error.message}. Try again.`,
    );
  }
}
