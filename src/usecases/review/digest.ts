import type { Settings } from '../../contracts/settings';
import { digestDescription, digestSummary } from '../../evidence/digest-issue';
import { asRefusal } from '../errors';
import { findOrCreateIssue } from '../issue-once';
import { Conflict, type Ports } from '../ports';
import { shownCycle } from './current-cycle';

/** How long one run keeps the right to create the digest. */
const CLAIM_MS = 3 * 60_000;

/**
 * One issue for each cycle that opened, in the place that setup names: nobody opens Jira settings every week.
 * Created as the app, for nobody clicks at that moment; where Jira refuses, the next tick tries again.
 */
export async function sendDigest(ports: Ports, settings: Settings): Promise<void> {
  const latest = await shownCycle(ports);
  const target = settings.review.digest;
  if (target === null || latest?.cycle.opening == null || latest.cycle.digest.issueKey !== null) return;
  const { cycle } = latest;
  if (cycle.state === 'lapsed') return;
  try {
    const now = ports.clock.now();
    if (!(await ports.records.claimIssue(cycle.id, now, now + CLAIM_MS))) return;
    const items = await ports.cycles.items(latest.cycle.opening.kept.items);
    const issueKey = await findOrCreateIssue(ports, ports.jiraAsApp, {
      intent: cycle.id,
      refusal: 'The review is open, but its digest is not there yet',
      issue: {
        projectKey: target.projectKey,
        issueTypeId: target.issueTypeId,
        summary: digestSummary(cycle),
        description: digestDescription(
          cycle,
          items.filter((item) => item.inQueue),
        ),
        ...(target.assignee === null ? {} : { assignee: target.assignee }),
      },
      property: { cycle: cycle.id },
    });
    await ports.cycles.save([{ ...latest, cycle: { ...cycle, digest: { issueKey } } }]);
    await ports.records.releaseIssue(cycle.id);
  } catch (error) {
    // The review does not depend on its digest: another run has it, or the next tick tries again.
    if (!(error instanceof Conflict) && asRefusal(error) === null) throw error;
  }
}
