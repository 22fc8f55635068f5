import { ApiError } from '../atlassian/errors';
import type { JiraApi, NewIssue } from '../atlassian/jira';
import { UseCaseError } from './errors';
import type { Ports } from './ports';

/**
 * Only one run at a time may ask Jira for an issue. A run that ended without an answer keeps its claim until
 * search can be expected to know of an issue that it may have created (search and reconcile, 2026-02-03).
 */
const CLAIM_MS = 3 * 60_000;

export interface WantedIssue {
  /** What the issue is about; its label is made of it. */
  readonly intent: string;
  /** Says how to go on where Jira refuses, e.g. “The route-out is recorded, but …”. */
  readonly refusal: string;
  readonly issue: Omit<NewIssue, 'labels' | 'property'>;
  /** Kept with the issue beside its intent; no personal data. */
  readonly property: Readonly<Record<string, unknown>>;
}

/** Takes the right to ask for an issue. Throws CONFLICT while somebody else has it. */
export async function claimIssue(ports: Ports, intent: string): Promise<void> {
  const now = ports.clock.now();
  if (await ports.records.claimIssue(intent, now, now + CLAIM_MS)) return;
  throw new UseCaseError(
    'CONFLICT',
    'The issue for this is being created, or an earlier try broke off. Look again in three minutes.',
  );
}

/** The one issue of an intent: the one that carries its label, or a new one. To be called under the claim. */
export async function findOrCreateIssue(ports: Ports, jira: JiraApi, wanted: WantedIssue): Promise<string> {
  const label = `seatpath-${wanted.intent}`;
  try {
    const [existing] = await jira.findIssuesByLabel(wanted.issue.projectKey, label);
    if (existing !== undefined) return existing;
    return await jira.createIssue({
      ...wanted.issue,
      labels: ['seatpath', label],
      property: { key: 'seatpath', value: { intent: wanted.intent, ...wanted.property } },
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // A clear no: nothing was created, so the next try need not wait.
    if (error.status !== null && error.status < 500) await ports.records.releaseIssue(wanted.intent);
    throw new UseCaseError('JIRA_REFUSED', `${wanted.refusal}: ${error.message}. Try again.`);
  }
}
