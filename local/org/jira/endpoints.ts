import type { Endpoint } from '../http/endpoint';
import type { Pager } from '../http/pager';
import { commentEndpoints } from './comments';
import { groupEndpoints } from './groups';
import { issuePartEndpoints } from './issue-parts';
import { issueEndpoints } from './issues';
import { linkEndpoints } from './links';
import { peopleEndpoints } from './people';
import { projectEndpoints } from './projects';
import { searchEndpoints } from './search';
import { serverInfoEndpoints } from './server-info';
import type { Jira } from './state';
import { transitionEndpoints } from './transitions';

/** Jira of every site, below `/ex/jira/{cloudId}`. */
export function jiraEndpoints(jira: Jira, pager: Pager): Endpoint[] {
  return [
    ...peopleEndpoints(jira, pager),
    ...groupEndpoints(jira, pager),
    ...projectEndpoints(jira),
    ...searchEndpoints(jira),
    ...issueEndpoints(jira),
    ...transitionEndpoints(jira),
    ...commentEndpoints(jira),
    ...issuePartEndpoints(jira),
    ...linkEndpoints(jira),
    ...serverInfoEndpoints(jira),
  ];
}
