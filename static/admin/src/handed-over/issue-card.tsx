import { type RequestLine } from '../../../../src/contracts/calls/route-outs';
import { type Person } from '../../../../src/contracts/views';
import { IssueLink } from '../parts/issue-link';
import { useServices } from '../services';
import { AskedPeople } from './asked-people';
import { GroupKnown } from './group-known';
import { IssueFacts } from './issue-facts';
import { RequestFiles } from './request-files';
import { tellRequest } from './tell-request';

interface Props {
  line: RequestLine;
  people: readonly Person[];
  reload: () => void;
}

/** One issue for an identity owner: what it asks, how it stands, whom it is about, what is known of the group. */
export function IssueCard({ line, people, reload }: Props) {
  const { t } = useServices();
  const { issue, underWay, rows, profile } = line;
  const { groupName, groupId, idpId, issueKey } = issue;
  const asked = tellRequest(t, line);
  return (
    <article className="request" aria-label={issueKey === null ? asked : `${issueKey}: ${asked}`}>
      <header className="request__head">
        <div className="request__words">
          <p className="request__marks">
            {issueKey === null ? (
              <span className="quiet">{t('handed-over.no-issue')}</span>
            ) : (
              <IssueLink issueKey={issueKey} />
            )}
            <span className={`record-state record-state--${issue.state}`}>{t(`state.${issue.state}`)}</span>
          </p>
          <h4 className="request__title">{asked}</h4>
        </div>
        {underWay && rows.length > 0 && <RequestFiles issue={issue} />}
      </header>
      <IssueFacts issue={issue} people={people} />
      {rows.length > 0 && <AskedPeople rows={rows} people={people} of={asked} />}
      <GroupKnown
        group={{ idpId, groupId, groupName }}
        profile={profile}
        people={people}
        unfolded={issue.request === 'profile'}
        reload={reload}
      />
    </article>
  );
}
