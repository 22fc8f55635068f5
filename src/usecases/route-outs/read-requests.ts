import type { Answer, RequestIssue, RouteOut } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import type { JiraComment, JiraIssue } from '../../atlassian/jira';
import { answered } from '../../review/route-outs/answers';
import { readComment } from '../../review/route-outs/read-comment';
import { stepFor } from '../../review/states/machine';
import { take } from '../../review/states/step';
import { recordStates } from '../../review/states/tables';
import { idpsOf } from '../authorise';
import { UseCaseError } from '../errors';
import { Conflict, type Ports } from '../ports';
import { readApprovals } from '../overrides/read-approvals';
import { askJira } from './deliver-request';
import {
  isRowUnderWay,
  moveAsApp,
  note,
  profileOf,
  rowsOf,
  type StoredRequest,
  type StoredRow,
} from './requests';

/** Resolutions of an issue that was closed without doing it. Sites name their own; these are Jira’s. */
const REFUSING = /^(won[’']?t (do|fix)|declined|rejected|cannot reproduce|duplicate|not a bug)$/i;

/**
 * Reads what became of the issues that are with identity owners: who took one on, what they said of each person,
 * and whether one was closed. Comments of the app, of automation and of everybody else answer nothing.
 */
export async function readRequests(ports: Ports, settings: Settings): Promise<void> {
  for (const stored of await ports.records.listStored('request-issue')) {
    if (stored.record.state !== 'open' && stored.record.state !== 'accepted') continue;
    try {
      await readRequest(ports, settings, stored);
    } catch (error) {
      // What one issue refuses, or another run is at, says nothing of the next.
      if (!(error instanceof Conflict) && !(error instanceof UseCaseError)) throw error;
    }
  }
}

async function readRequest(ports: Ports, settings: Settings, stored: StoredRequest): Promise<void> {
  const { record } = stored;
  const key = record.issueKey!;
  const issue = await askJira(() => ports.jiraAsApp.issue(key));
  const { readUpTo: before } = record;
  const comments = (await askJira(() => ports.jiraAsApp.comments(key, before))).filter(
    ({ created }) => before === null || created > before,
  );
  const profile = await profileOf(ports, record);
  const speaks = (accountId: string | null): accountId is string =>
    accountId !== null &&
    (idpsOf(settings, accountId).includes(record.idpId) || profile?.identityOwner === accountId);
  for (const comment of comments) {
    if (comment.authorType === 'app' || !speaks(comment.authorId)) continue;
    await readAnswers(ports, record, { comment, by: comment.authorId });
    await readApprovals(ports, settings, record, { comment, by: comment.authorId });
  }
  const by = speaks(issue.assignee) ? issue.assignee : record.identityOwner;
  let request = await readStatus(ports, stored, issue, by);
  const readUpTo = comments.at(-1)?.created ?? null;
  if (readUpTo !== null) request = await note(ports, request, { readUpTo });
  await finishAnswered(ports, request);
}

/** What one comment says of each person; a comment that answers nothing still shows that somebody is at it. */
async function readAnswers(
  ports: Ports,
  request: RequestIssue,
  { comment, by }: { comment: JiraComment; by: string },
): Promise<void> {
  const said = comment.body === null ? [] : readComment(comment.body);
  for (const stored of await rowsOf(ports, request)) {
    // Who joined the issue later was not spoken of.
    if (!wasSentBy(stored, comment.created)) continue;
    const of = said.findLast(
      ({ accountId }) => accountId === null || accountId === stored.record.row.accountId,
    );
    if (of === undefined) {
      await acknowledge(ports, stored, by, `Commented ${comment.id}.`);
      continue;
    }
    const answer: Answer = { says: of.says, by, at: comment.created, until: of.until, through: 'comment' };
    await storeAnswer(ports, stored, answer);
  }
}

/** Whether the issue told of a row at a moment. */
function wasSentBy({ record }: StoredRow, at: string): boolean {
  const sentAt = record.steps.findLast(({ to }) => to === 'sent')?.at ?? null;
  return sentAt !== null && Date.parse(sentAt) <= Date.parse(at);
}

/** Stores an answer on a row, once: one that is no newer than the last one was read before. */
export async function storeAnswer(ports: Ports, stored: StoredRow, answer: Answer): Promise<RouteOut | null> {
  const { record, version } = stored;
  if (record.answer !== null && Date.parse(answer.at) <= Date.parse(record.answer.at)) return null;
  const next = answered(record, answer);
  if (next !== null) await ports.records.save(next, version);
  return next;
}

async function acknowledge(
  ports: Ports,
  { record, version }: StoredRow,
  by: string,
  words: string,
): Promise<void> {
  if (stepFor(recordStates['route-out'], record.state, 'acknowledge') === null) return;
  const at = new Date(ports.clock.now()).toISOString();
  await ports.records.save(take(record, 'acknowledge', { at, by, note: words }), version);
}

/** What the state of the issue itself says. */
async function readStatus(
  ports: Ports,
  stored: StoredRequest,
  issue: JiraIssue,
  by: string,
): Promise<StoredRequest> {
  const at = new Date(ports.clock.now()).toISOString();
  const rows = await rowsOf(ports, stored.record);
  if (issue.statusCategory === 'new') return stored;
  if (issue.resolution !== null && REFUSING.test(issue.resolution)) {
    for (const { record, version } of rows) {
      if (stepFor(recordStates['route-out'], record.state, 'dispute') === null) continue;
      const words = `Closed as ${issue.resolution}.`;
      await ports.records.save(take(record, 'dispute', { at, by, note: words }), version);
    }
    return moveBy(ports, stored, 'decline', { at, by, note: issue.resolution });
  }
  for (const row of rows) {
    const said = row.record.answer?.says ?? null;
    const moved = { by, until: null, through: 'status' } as const;
    if (issue.statusCategory === 'indeterminate') {
      if (said === null) await storeAnswer(ports, row, { says: 'accepted', at, ...moved });
    } else if (said === null || said === 'accepted') {
      await storeAnswer(ports, row, { says: 'done', at: issue.updated, ...moved });
    }
  }
  // What is found from now on gets an issue of its own.
  return stored.record.state === 'open'
    ? moveBy(ports, stored, 'accept', { at, by, note: issue.status })
    : stored;
}

/** Moves the issue as its identity owner did in Jira. */
async function moveBy(
  ports: Ports,
  { record, version }: StoredRequest,
  move: 'accept' | 'decline',
  step: { at: string; by: string; note: string },
): Promise<StoredRequest> {
  const moved = take(record, move, step);
  await ports.records.save(moved, version);
  return { record: moved, version: version + 1 };
}

/** An issue of which no row waits for anything any more has come to its end. Rows it was never told of do not count. */
async function finishAnswered(ports: Ports, request: StoredRequest): Promise<void> {
  const { record } = request;
  if (record.state !== 'open' && record.state !== 'accepted') return;
  if (!(await isAnswered(ports, record))) return;
  await moveAsApp(ports, request, 'finish', { note: 'Nothing is waited for any more.' });
}

async function isAnswered(ports: Ports, record: RequestIssue): Promise<boolean> {
  if (record.request === 'profile') return (await profileOf(ports, record)) !== null;
  const told = (await rowsOf(ports, record)).filter((row) => row.record.state !== 'ready');
  return (
    told.length > 0 && told.every((row) => !isRowUnderWay(row.record) || row.record.state === 'disputed')
  );
}
