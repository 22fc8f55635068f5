import type { RequestIssue } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import type { JiraComment } from '../../atlassian/jira';
import { approvedIn } from '../../review/overrides/quoted-approval';
import { refusalOf, take } from '../../review/states/step';
import { idpsOf } from '../authorise';
import type { Ports } from '../ports';

/** Takes an identity owner’s word in a comment for the boundary exceptions of his provider whose ids it quotes. */
export async function readApprovals(
  ports: Ports,
  settings: Settings,
  { issueKey }: RequestIssue,
  { comment, by }: { comment: JiraComment; by: string },
): Promise<void> {
  if (comment.body === null || issueKey === null) return;
  // Whom a group’s profile names answers for the group; only who speaks for the provider agrees to an override.
  const actor = { accountId: by, decides: false, idpIds: idpsOf(settings, by), groups: [] };
  for (const id of approvedIn(comment.body)) {
    const found = await ports.records.get(id);
    if (found?.record.kind !== 'boundary-exception') continue;
    const { record, version } = found;
    if (refusalOf(record, 'approve', actor) !== null) continue;
    const at = comment.created;
    const approved = take(record, 'approve', { at, by, note: `Said in ${issueKey}.` });
    const approval = { by, at, comment: { issueKey, id: comment.id } };
    await ports.records.save({ ...approved, approval }, version);
  }
}
