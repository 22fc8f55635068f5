import type { RouteOut } from '../../contracts/route-outs';
import type { Settings } from '../../contracts/settings';
import { ApiError } from '../../atlassian/errors';
import { ALL_DIRECTORIES } from '../../atlassian/organization';
import type { UserAnswer } from '../../atlassian/schemas/organization';
import { checkDueAt } from '../../review/route-outs/checking';
import { explainApiError } from '../errors';
import { openOrganization } from '../organization-access';
import { Conflict, type Ports, type StoredRecord } from '../ports';
import { moveAsApp } from './requests';

/** Accounts asked about in one request: a page of users/search holds 100. */
const AT_ONCE = 50;

/**
 * Looks for what identity owners said to be done, once a day and two syncs have passed: a look at those accounts
 * alone, between two scans. An answer that leaves the groups out tells nothing, and is asked for again.
 */
export async function checkClaims(ports: Ports, settings: Settings): Promise<void> {
  const now = ports.clock.now();
  const due = (await ports.records.listStored('route-out')).filter(({ record }) => {
    const provider = settings.identityProviders.find(({ idpId }) => idpId === record.idpId);
    return record.state === 'done-claimed' && provider !== undefined && checkDueAt(record, provider) <= now;
  });
  if (due.length === 0) return;
  const organization = await openOrganization(ports, settings);
  for (let from = 0; from < due.length; from += AT_ONCE) {
    const rows = due.slice(from, from + AT_ONCE);
    const accountIds = [...new Set(rows.map(({ record }) => record.row.accountId))];
    const { items } = await organization
      .users(ALL_DIRECTORIES, null, { accountIds })
      .catch((error: unknown) => {
        throw error instanceof ApiError ? explainApiError(error) : error;
      });
    if (items === null) continue;
    for (const row of rows) await tell(ports, row, groupsOf(items, row.record.row.accountId));
  }
}

/** The groups of an account; null where the answer left them out. An account that is not there is in none. */
function groupsOf(users: readonly UserAnswer[], accountId: string): string[] | null {
  const user = users.find((one) => one.accountId === accountId);
  return user === undefined ? [] : (user.groups?.map(({ id }) => id) ?? null);
}

async function tell(
  ports: Ports,
  row: StoredRecord<RouteOut>,
  groups: readonly string[] | null,
): Promise<void> {
  if (groups === null) return;
  const isThere = groups.includes(row.record.row.groupId ?? '');
  try {
    await moveAsApp(ports, row, isThere ? 'observe-kept' : 'observe-gone', {
      note: 'Looked for after the claim.',
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
