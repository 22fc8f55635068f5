import { ApiError } from '../../../atlassian/errors';
import type { IssueTargetStanding } from '../../../contracts/setup-checks';
import type { Ports } from '../../ports';

/*
 * The issues of identity owners and the digest are created by the app, for nobody clicks at that moment. So it is the
 * app that has to be let: a test as the person who clicks would say yes where the issue then fails. Both only read.
 */

/** Whether an account is one that Jira lets the app hand something to; `untried` where Jira did not tell. */
export async function accountStands(
  ports: Ports,
  accountId: string,
): Promise<'active' | 'inactive' | 'untried'> {
  try {
    return (await ports.jiraAsApp.person(accountId))?.active === true ? 'active' : 'inactive';
  } catch (error) {
    if (error instanceof ApiError) return 'untried';
    throw error;
  }
}

export interface IssueTarget {
  readonly projectKey: string;
  readonly issueTypeId: string;
}

/** Whether the app could create an issue of a type in a project. Creates nothing. */
export async function targetStands(
  ports: Ports,
  { projectKey, issueTypeId }: IssueTarget,
): Promise<IssueTargetStanding> {
  try {
    const types = await ports.jiraAsApp.issueTypes(projectKey);
    return types.some(({ id }) => id === issueTypeId) ? 'accepted' : 'type-refused';
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.failure === 'unreachable' || error.failure === 'shape' ? 'untried' : 'project-refused';
  }
}
