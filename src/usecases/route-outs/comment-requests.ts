import type { Settings } from '../../contracts/settings';
import { requestComment } from '../../evidence/request-comment';
import { commentDue, rowsAbout } from '../../review/route-outs/reminders';
import { UseCaseError } from '../errors';
import { Conflict, type Ports } from '../ports';
import { askJira } from './deliver-request';
import { isRowUnderWay, note, rowsOf, type StoredRequest } from './requests';

/** Says in each issue what is due, once a week at most. Stored before it is said: a comment may be lost, never doubled. */
export async function commentRequests(ports: Ports, settings: Settings): Promise<void> {
  for (const stored of await ports.records.listStored('request-issue')) {
    try {
      await commentRequest(ports, settings, stored);
    } catch (error) {
      if (!(error instanceof Conflict) && !(error instanceof UseCaseError)) throw error;
    }
  }
}

async function commentRequest(ports: Ports, settings: Settings, stored: StoredRequest): Promise<void> {
  const { record } = stored;
  const now = ports.clock.now();
  const rows = (await rowsOf(ports, record)).map((row) => row.record).filter(isRowUnderWay);
  const about = commentDue({ issue: record, rows, now });
  if (about === null || record.issueKey === null) return;
  const at = new Date(now).toISOString();
  await note(ports, stored, { comments: [...record.comments, { at, about }] });
  const people = rowsAbout(about, rows, now).map(({ row }) => row.accountId);
  const provider = settings.identityProviders.find(({ idpId }) => idpId === record.idpId);
  const { issueKey, identityOwner } = record;
  const escalateTo = provider?.escalateTo ?? provider?.deputy ?? null;
  await askJira(() =>
    ports.jiraAsApp.addComment(
      issueKey,
      requestComment({ about, people: [...new Set(people)], identityOwner, escalateTo }),
    ),
  );
}
