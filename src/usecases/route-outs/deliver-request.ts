import type { RequestIssue } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { ApiError } from '../../atlassian/errors';
import { requestDescription, requestSummary } from '../../evidence/request-issue';
import { UseCaseError } from '../errors';
import type { Ports } from '../ports';
import { describeRequest } from './describe-request';
import { moveAsApp, note, rowsAskedFor, rowsOf, type StoredRequest, type StoredRow } from './requests';

const MINUTE_MS = 60_000;
/** No function runs longer (manifest.yml): who asked Jira before that and did not say how it went has died. */
const ASKING_MS = 15 * MINUTE_MS;
/** Jira’s search knows of an issue seconds to minutes after it was created (search and reconcile, 2026-02-03). */
export const SEARCH_LAG_MS = 10 * MINUTE_MS;

export const labelOf = ({ id }: RequestIssue): string => `seatpath-${id}`;

/**
 * Brings an issue that is wanted into Jira, once, whatever breaks off in between: the intent is stored before Jira
 * is asked. Where the answer was lost, the issue is looked for, and asked for again only when two searches, further
 * apart than search lags, found none. Then tells it of its rows, and the rows of it.
 *
 * What is asked or unknown afterwards has to be looked at again. Throws JIRA_REFUSED where Jira said no, and
 * `Conflict` where another run is at it.
 */
export async function deliverRequest(ports: Ports, settings: Settings, wanted: StoredRequest): Promise<void> {
  let request = wanted;
  if (request.record.state === 'asked') {
    if (ports.clock.now() - lastStepAt(request.record) < ASKING_MS) return;
    request = await moveAsApp(ports, request, 'lose-answer', { note: 'The run that asked has ended.' });
  }
  if (request.record.state === 'unknown') request = await lookFor(ports, request);
  if (request.record.state === 'wanted') request = await create(ports, settings, request);
  if (request.record.state === 'open') await tellOfRows(ports, settings, request);
}

const lastStepAt = ({ steps, recordedAt }: RequestIssue): number =>
  Date.parse(steps.at(-1)?.at ?? recordedAt);

/** Looks for an issue that may have been created. Found, it is ours; not found twice, there is none. */
async function lookFor(ports: Ports, request: StoredRequest): Promise<StoredRequest> {
  const { record } = request;
  const now = ports.clock.now();
  const since = Date.parse(record.searchedAt.at(-1) ?? record.steps.at(-1)?.at ?? record.recordedAt);
  if (now - since < SEARCH_LAG_MS) return request;
  const [issueKey] = await askJira(() =>
    ports.jiraAsApp.findIssuesByLabel(record.projectKey, labelOf(record)),
  );
  if (issueKey !== undefined) {
    return moveAsApp(ports, request, 'adopt', { note: issueKey, change: { issueKey, searchedAt: [] } });
  }
  const searchedAt = [...record.searchedAt, new Date(now).toISOString()];
  if (searchedAt.length < 2) return note(ports, request, { searchedAt });
  return moveAsApp(ports, request, 'give-up', {
    note: `Searched at ${searchedAt.join(' and ')}.`,
    change: { searchedAt: [] },
  });
}

async function create(ports: Ports, settings: Settings, request: StoredRequest): Promise<StoredRequest> {
  const rows = await rowsAskedFor(ports, request.record);
  if (rows.length === 0) return moveAsApp(ports, request, 'withdraw', { note: 'No row is left.' });
  const text = await describeRequest(ports, settings, request.record, rows);
  const told = toldOf(ports, rows);
  const asked = await moveAsApp(ports, request, 'ask', { note: `${rows.length} rows.` });
  const { record } = asked;
  try {
    const issueKey = await ports.jiraAsApp.createIssue({
      projectKey: record.projectKey,
      issueTypeId: record.issueTypeId,
      summary: requestSummary(text),
      description: requestDescription(text),
      assignee: record.identityOwner,
      labels: ['seatpath', labelOf(record)],
      property: { key: 'seatpath', value: { intent: record.id, request: record.request } },
    });
    return await moveAsApp(ports, asked, 'create', { note: issueKey, change: { issueKey, told } });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await moveAsApp(ports, asked, saidNo(error) ? 'refuse' : 'lose-answer', {
      note: error.message.slice(0, 900),
    });
    throw new UseCaseError(
      'JIRA_REFUSED',
      `It is recorded, but its issue is not there yet: ${error.message}. It is tried again every day.`,
    );
  }
}

/** Whether Jira clearly created nothing. A timeout or a 5xx may come after the issue was stored. */
const saidNo = ({ status }: ApiError): boolean => status !== null && status < 500 && status !== 408;

/** What an issue has been told of, as one short text. */
const toldOf = (ports: Ports, rows: readonly StoredRow[]): string =>
  ports.sha256(
    rows
      .map(({ record }) => record.id)
      .sort()
      .join('\n'),
  );

/** Tells an issue that nobody works on yet of what joined it or was taken back, and the rows of their issue. */
async function tellOfRows(ports: Ports, settings: Settings, request: StoredRequest): Promise<void> {
  // How a group is filled is asked once, whoever waits for it.
  if (request.record.request === 'profile') return;
  const rows = await rowsOf(ports, request.record);
  const told = toldOf(ports, rows);
  const issueKey = request.record.issueKey!;
  if (told !== request.record.told) {
    // Somebody may have taken it on, or closed it, since it was read: what joins now is asked about in another one.
    const { statusCategory } = await askJira(() => ports.jiraAsApp.issue(issueKey));
    if (statusCategory !== 'new') return;
    const text = await describeRequest(ports, settings, request.record, rows);
    await askJira(() =>
      ports.jiraAsApp.updateDescription(issueKey, {
        summary: requestSummary(text),
        description: requestDescription(text),
      }),
    );
    const noted = await note(ports, request, { told });
    if (rows.length === 0) await moveAsApp(ports, noted, 'finish', { note: 'No row is left.' });
  }
  const { identityOwner } = request.record;
  for (const row of rows.filter(({ record }) => record.state === 'ready')) {
    await moveAsApp(ports, row, 'send', { note: issueKey, change: { issueKey, identityOwner } });
  }
}

/** Says of a failure of Jira that nothing is lost by it. */
export async function askJira<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new UseCaseError('JIRA_REFUSED', `${error.message}. It is tried again every day.`);
  }
}
