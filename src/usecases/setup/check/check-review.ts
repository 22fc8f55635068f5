import type { DigestTarget, Settings } from '../../../contracts/settings';
import type { SetupRemark } from '../../../contracts/setup-checks';
import { nextDue } from '../../../review/calendar';
import type { Ports } from '../../ports';
import { accountStands, targetStands } from './ask-as-app';
import { remark } from './remark';

/** When the next review is due, and whether Jira takes the issue that tells of it. */
export async function checkReview(ports: Ports, { review }: Settings): Promise<SetupRemark[]> {
  const at = new Date(nextDue(review, ports.clock.now())).toISOString();
  return [
    remark('review-next', { at, timeZone: review.timeZone }),
    ...(review.digest === null
      ? [remark('review-no-digest')]
      : [await checkTarget(ports, review.digest), ...(await checkAssignee(ports, review.digest))]),
  ];
}

async function checkTarget(ports: Ports, digest: DigestTarget): Promise<SetupRemark> {
  const about = { project: digest.projectKey };
  switch (await targetStands(ports, digest)) {
    case 'accepted':
      return remark('review-digest-accepted', about);
    case 'project-refused':
      return remark('review-digest-refused', about);
    case 'type-refused':
      return remark('review-digest-type-refused', about);
    case 'untried':
      return remark('review-digest-untried', about);
  }
}

/** Only where somebody is named: Jira refuses an issue for an account that is closed. */
async function checkAssignee(ports: Ports, { assignee }: DigestTarget): Promise<SetupRemark[]> {
  if (assignee === null) return [];
  switch (await accountStands(ports, assignee)) {
    case 'active':
      return [];
    case 'inactive':
      return [remark('review-assignee-inactive', { people: [assignee] })];
    case 'untried':
      return [remark('review-assignee-untried', { people: [assignee] })];
  }
}
