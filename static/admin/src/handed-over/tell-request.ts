import { type RequestLine } from '../../../../src/contracts/calls/route-outs';
import { type Translate } from '../texts/texts';

/** What an issue asks, in the words of its title in Jira (src/evidence/request-issue.ts). */
export function tellRequest(t: Translate, { issue, rows }: Pick<RequestLine, 'issue' | 'rows'>): string {
  const { request, groupName: group } = issue;
  if (request === 'profile') return t('request.profile', { group });
  if (rows.length === 0) return t('request.empty', { group });
  if (request === 'design') return t('request.design', { group });
  return t(`request.${request}`, { group, count: rows.length });
}
