import { type RequestIssue } from '../../../../src/contracts/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { IssueLink } from '../parts/issue-link';
import { nameOf } from '../parts/names';
import { useServices } from '../services';

/** Of whom and when it was asked, and what the app has said in the issue since. */
export function IssueFacts({ issue, people }: { issue: RequestIssue; people: readonly Person[] }) {
  const { t, format } = useServices();
  const asked = issue.steps.find(({ to }) => to === 'open')?.at ?? null;
  return (
    <dl className="request__facts">
      <div>
        <dt>{t('request.owner')}</dt>
        <dd>{nameOf(t, people, issue.identityOwner)}</dd>
      </div>
      <div>
        <dt>{t('request.asked')}</dt>
        <dd>{asked === null ? t('request.asked.not-yet') : format.dayOf(asked)}</dd>
      </div>
      {issue.comments.length > 0 && (
        <div>
          <dt>{t('request.comments')}</dt>
          <dd>
            <ul className="plain">
              {issue.comments.map(({ at, about }) => (
                <li key={at}>{t(`request.comment.${about}`, { day: format.dayOf(at) })}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {issue.duplicates.length > 0 && (
        <div>
          <dt>{t('request.duplicates')}</dt>
          <dd className="request__keys">
            {issue.duplicates.map((issueKey) => (
              <IssueLink key={issueKey} issueKey={issueKey} />
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
