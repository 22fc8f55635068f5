import type { Batch } from '../../contracts/batches';
import type { RouteOut } from '../../contracts/records';
import type { Settings } from '../../contracts/settings';
import type { Snapshot } from '../../contracts/snapshot';
import { routeOutDescription, routeOutSummary } from '../../evidence/route-out-issue';
import { indexScimGroups } from '../../ownership/idp-link';
import { currentTable } from '../decision-table';
import { UseCaseError } from '../errors';
import { claimIssue, findOrCreateIssue } from '../issue-once';
import type { Ports, StoredBatch, StoredRecord } from '../ports';
import { markSent, subjectOfRouteOut } from '../records/record-route-out';

/**
 * Hands over what a bulk recorded for identity owners: one issue for each identity provider and group, with all
 * its people. Created as the app, for the bulk is worked off when nobody clicks. Where Jira refuses, the
 * route-outs stay recorded and unsent, and the next tick tries again.
 */
export async function issueBatch(
  ports: Ports,
  settings: Settings,
  { batch, version }: StoredBatch,
): Promise<void> {
  const unsent = (await ports.records.listStored('route-out')).filter(
    ({ record }) => record.batchId === batch.id && record.state === 'unsent',
  );
  let refused = false;
  for (const together of groupByTarget(unsent)) {
    try {
      await issueFor(ports, settings, batch, together);
    } catch (error) {
      if (!(error instanceof UseCaseError)) throw error;
      // What one project refuses says nothing of another's.
      refused = true;
    }
  }
  if (refused) return;
  await ports.batches.advance({ ...batch, state: 'done' }, version, []);
}

type StoredRouteOut = StoredRecord<RouteOut>;

function groupByTarget(unsent: readonly StoredRouteOut[]): StoredRouteOut[][] {
  const groups = new Map<string, StoredRouteOut[]>();
  for (const stored of unsent) {
    const { idpId, row } = stored.record;
    const key = `${idpId} ${row.groupId ?? ''} ${row.ari}`;
    groups.set(key, [...(groups.get(key) ?? []), stored]);
  }
  return [...groups.values()];
}

async function issueFor(
  ports: Ports,
  settings: Settings,
  batch: Batch,
  together: readonly StoredRouteOut[],
): Promise<void> {
  const records = together.map(({ record }) => record);
  const first = records[0]!;
  const provider = settings.identityProviders.find((idp) => idp.idpId === first.idpId);
  if (provider?.projectKey == null || provider.issueTypeId === null) {
    throw new UseCaseError('NOT_SET_UP', `Setup names no Jira project for ${first.idpName}.`);
  }
  const parts = [batch.id, first.idpId, first.row.groupId ?? '', first.row.ari];
  const intent = `bulk-${ports.sha256(parts.join('\n')).slice(0, 32)}`;
  const { table } = await currentTable(ports, settings);
  const product = table.snapshot.resources.find(({ ari }) => ari === first.row.ari)?.name ?? first.row.ari;
  const subject = subjectOfRouteOut(first, product, { assumed: !isLinked(table.snapshot, first) });
  await claimIssue(ports, intent);
  const issueKey = await findOrCreateIssue(ports, ports.jiraAsApp, {
    intent,
    refusal: 'The route-outs are recorded, but their issue is not there yet',
    issue: {
      projectKey: provider.projectKey,
      issueTypeId: provider.issueTypeId,
      summary: routeOutSummary(first, subject, records.length),
      description: routeOutDescription(records, subject),
    },
    property: { scan: first.evidence.scanId },
  });
  for (const { record, version } of together)
    await ports.records.save(markSent(ports, record, issueKey), version);
  await ports.records.releaseIssue(intent);
}

/** Whether what was read names the provider of the group; otherwise it is attested, or the only one set up. */
function isLinked(snapshot: Snapshot, { evidence, idpId }: RouteOut): boolean {
  if (evidence.owner !== 'idp-owned') return false;
  return indexScimGroups(snapshot)(evidence.groupName ?? '')?.scimDirectoryId === idpId;
}
