import type { RequestIssue, RequestKind, RouteOut } from '../../contracts/route-outs';
import type { IdentityProvider, Settings } from '../../contracts/settings';
import { heldBack } from '../../review/route-outs/pace';
import { requestsFor } from '../../review/route-outs/request-kind';
import { requestSubject } from '../../review/subjects';
import { currentTable } from '../decision-table';
import { UseCaseError } from '../errors';
import { recordHead, storeAfter } from '../records/add-record';
import { whoIsAsked } from '../records/hand-over';
import { Conflict, type Ports } from '../ports';
import { deliverRequest } from './deliver-request';
import { groupFacts } from './group-facts';
import { note, profileOf, type StoredRequest, type StoredRow, takesRows } from './requests';

/** Seconds until an issue whose answer was lost is looked for; events wait 900 s at most. */
const LOOK_AGAIN_SECONDS = 660;

/**
 * Hands over every row that is ready: it joins the issue that its provider has for its group, or gets a new one as
 * far as the provider’s pace permits. Said again, it goes on where it broke off. Returns the refusal of Jira that
 * came last, if any: what one project refuses says nothing of another’s.
 */
export async function sendRequests(ports: Ports, settings: Settings): Promise<UseCaseError | null> {
  for (const rows of await waitingGroups(ports, 'ready')) await attachGroup(ports, settings, rows);
  for (const rows of await waitingGroups(ports, 'needs-profile')) await askProfile(ports, settings, rows);
  let refused: UseCaseError | null = null;
  for (const request of await ports.records.listStored('request-issue')) {
    if (!takesRows(request.record)) continue;
    try {
      await deliverRequest(ports, settings, request);
    } catch (error) {
      // Another run has it in hand.
      if (error instanceof Conflict) continue;
      if (!(error instanceof UseCaseError)) throw error;
      refused = error;
    }
  }
  const requests = await ports.records.list('request-issue');
  if (requests.some(({ state }) => state === 'asked' || state === 'unknown'))
    await ports.pushRouteOutStep(LOOK_AGAIN_SECONDS);
  return refused;
}

/** Rows that wait and are in no issue that could still ask about them, by provider and group. */
async function waitingGroups(ports: Ports, waiting: RouteOut['state']): Promise<StoredRow[][]> {
  const requests = await ports.records.list('request-issue');
  const taking = new Set(requests.filter(takesRows).map(({ id }) => id));
  const groups = new Map<string, StoredRow[]>();
  for (const stored of await ports.records.listStored('route-out')) {
    const { state, issueId, idpId, row } = stored.record;
    if (state !== waiting || (issueId !== null && taking.has(issueId))) continue;
    const key = `${idpId} ${row.groupId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), stored]);
  }
  return [...groups.values()];
}

async function attachGroup(ports: Ports, settings: Settings, ready: readonly StoredRow[]): Promise<void> {
  const { idpId, row } = ready[0]!.record;
  const provider = settings.identityProviders.find((one) => one.idpId === idpId);
  // Setup lost the provider since: the rows wait, and their register says so.
  if (provider === undefined || row.groupId === null) return;
  const { table, published } = await currentTable(ports, settings);
  const facts = groupFacts(table, published.report, row.groupId);
  const profile = await profileOf(ports, { idpId, groupId: row.groupId });
  const versionOf = new Map(ready.map(({ record, version }) => [record.id, version]));
  const records = ready.map(({ record }) => record);
  for (const [request, asked] of requestsFor(records, { ...facts, profile })) {
    try {
      const issue = await issueFor(ports, provider, { request, rows: asked });
      if (issue === null) continue;
      for (const record of asked) {
        const stored = { record, version: versionOf.get(record.id)! };
        await note(ports, stored, { issueId: issue.record.id, request });
      }
    } catch (error) {
      // Another run attaches the same rows.
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

/** Asks how a group is filled, before its people are asked about. The rows stay in no issue until it is known. */
async function askProfile(ports: Ports, settings: Settings, waiting: readonly StoredRow[]): Promise<void> {
  const rows = waiting.map(({ record }) => record);
  const provider = settings.identityProviders.find(({ idpId }) => idpId === rows[0]!.idpId);
  if (provider === undefined) return;
  try {
    await issueFor(ports, provider, { request: 'profile', rows });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

/** The issue that takes new rows of a group, or a new one; null while the pace holds it back. */
async function issueFor(
  ports: Ports,
  provider: IdentityProvider,
  { request, rows }: { request: RequestKind; rows: readonly RouteOut[] },
): Promise<StoredRequest | null> {
  const [first] = rows;
  const { idpId, idpName, row, evidence } = first!;
  const groupId = row.groupId!;
  const newest = await ports.records.newest(requestSubject({ idpId, groupId, request }));
  if (newest?.record.kind === 'request-issue' && takesRows(newest.record)) {
    return { record: newest.record, version: newest.version };
  }
  const issues = (await ports.records.list('request-issue')).filter((issue) => issue.idpId === idpId);
  if (heldBack({ issues, rows: rows.length, now: ports.clock.now() }, provider.pace) !== null) return null;
  const identityOwner = first!.identityOwner ?? whoIsAsked(provider, null);
  if (provider.projectKey === null || provider.issueTypeId === null || identityOwner === null) return null;
  const record: RequestIssue = {
    ...(await recordHead(ports, { accountId: first!.recordedBy }, 'request-issue', {
      reason: `For ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}.`,
      after: newest?.record.id ?? null,
    })),
    cycleId: null,
    kind: 'request-issue',
    state: 'wanted',
    idpId,
    idpName,
    groupId,
    groupName: evidence.groupName ?? groupId,
    request,
    identityOwner,
    projectKey: provider.projectKey,
    issueTypeId: provider.issueTypeId,
    issueKey: null,
    searchedAt: [],
    duplicates: [],
    comments: [],
    told: null,
    readUpTo: null,
  };
  await storeAfter(ports, record, newest);
  return { record, version: 1 };
}
