import type { DigestTarget, Settings } from '../../../contracts/settings';
import type { SetupFinding } from '../../../contracts/setup-checks';
import { nextDue } from '../../../review/calendar';
import type { Ports } from '../../ports';
import { accountStands, targetStands } from './ask-as-app';
import { found } from './found';

/** When the next review is due, and whether Jira takes the issue that tells of it. */
export async function checkReview(ports: Ports, { review }: Settings): Promise<SetupFinding[]> {
  const at = new Date(nextDue(review, ports.clock.now())).toISOString();
  return [
    found('review-next', { at, timeZone: review.timeZone }),
    ...(review.digest === null
      ? [found('review-no-digest')]
      : [await checkTarget(ports, review.digest), ...(await checkAssignee(ports, review.digest))]),
  ];
}

async function checkTarget(ports: Ports, digest: DigestTarget): Promise<SetupFinding> {
  const about = { project: digest.projectKey };
  switch (await targetStands(ports, digest)) {
    case 'accepted':
      return found('review-digest-accepted', about);
    case 'project-refused':
      return found('review-digest-refused', about);
    case 'type-refused':
      return found('review-digest-type-refused', about);
    case 'untried':
      return found('review-digest-untried', about);
  }
}

/** Only where somebody is named: Jira refuses an issue for an account that is closed. */
async function checkAssignee(ports: Ports, { assignee }: DigestTarget): Promise<SetupFinding[]> {
  if (assignee === null) return [];
  switch (await accountStands(ports, assignee)) {
    case 'active':
      return [];
    case 'inactive':
      return [found('review-assignee-inactive', { people: [assignee] })];
    case 'untried':
      return [found('review-assignee-untried', { people: [assignee] })];
  }
}
