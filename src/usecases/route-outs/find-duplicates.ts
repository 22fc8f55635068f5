import type { RequestIssue } from '../../contracts/route-outs';
import { duplicateComment } from '../../evidence/request-comment';
import { ApiError } from '../../atlassian/errors';
import { UseCaseError } from '../errors';
import { Conflict, type Ports } from '../ports';
import { askJira, labelOf } from './deliver-request';
import { note, rowsOf, type StoredRequest } from './requests';

/**
 * Finds issues that search did not know of when theirs was created a second time. The oldest one is kept; the
 * others are linked, say so, and stand in the record.
 */
export async function findDuplicates(ports: Ports): Promise<void> {
  for (const stored of await ports.records.listStored('request-issue')) {
    if (stored.record.issueKey === null || !wasAskedTwice(stored.record)) continue;
    try {
      await findOf(ports, stored);
    } catch (error) {
      if (!(error instanceof Conflict) && !(error instanceof UseCaseError)) throw error;
    }
  }
}

/** Only who was asked a second time can have made a second one; a copy that somebody made is none of ours. */
const wasAskedTwice = ({ steps }: RequestIssue): boolean =>
  steps.filter(({ to }) => to === 'asked').length > 1;

const numberOf = (issueKey: string): number => Number(issueKey.slice(issueKey.lastIndexOf('-') + 1));

async function findOf(ports: Ports, stored: StoredRequest): Promise<void> {
  const { record } = stored;
  const found = await askJira(() => ports.jiraAsApp.findIssuesByLabel(record.projectKey, labelOf(record)));
  const known = [record.issueKey!, ...record.duplicates];
  const fresh = found.filter((key) => !known.includes(key));
  if (fresh.length === 0) return;
  const [kept, ...others] = [...known, ...fresh].sort((a, b) => numberOf(a) - numberOf(b));
  for (const key of others.filter((one) => fresh.includes(one) || one === record.issueKey)) {
    await markDuplicate(ports, key, kept!);
  }
  await note(ports, stored, { issueKey: kept!, duplicates: others });
  for (const row of await rowsOf(ports, record)) {
    if (row.record.issueKey !== null && row.record.issueKey !== kept)
      await note(ports, row, { issueKey: kept! });
  }
}

async function markDuplicate(ports: Ports, key: string, kept: string): Promise<void> {
  try {
    await ports.jiraAsApp.linkDuplicate(key, kept);
  } catch (error) {
    // Some sites have no link of this type: the comment says the same.
    if (!(error instanceof ApiError)) throw error;
  }
  await askJira(() => ports.jiraAsApp.addComment(key, duplicateComment(kept)));
}
