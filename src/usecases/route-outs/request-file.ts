import type { Input, Output } from '../../contracts/api';
import type { Settings } from '../../contracts/settings';
import { tellFindings } from '../../evidence/finding-words';
import { type ProviderUser, requestFileOf } from '../../evidence/request-files';
import { UseCaseError } from '../errors';
import { namesFor } from '../exports/names-for';
import { recordScope } from '../records/record-scope';
import type { CallerContext, Ports } from '../ports';
import { providerUsers } from './provider-users';
import { isRowUnderWay, profileOf, rowsOf } from './requests';

/**
 * A file that an identity owner can work with: the people of an issue who are still asked about, as the provider
 * knows them. Read from the provider’s SCIM directory at this moment, for nothing of it is stored. Throws NOT_FOUND.
 */
export async function requestFile(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { issueId, format }: Input<'requests/file'>,
): Promise<Output<'requests/file'>> {
  const found = await ports.records.get(issueId);
  const mayI = await recordScope(ports, settings, caller, 'route-out');
  if (found?.record.kind !== 'request-issue' || !mayI(found.record)) {
    throw new UseCaseError('NOT_FOUND', 'There is no such issue.');
  }
  const issue = found.record;
  const rows = (await rowsOf(ports, issue))
    .map(({ record }) => record)
    .filter((one) => mayI(one) && isRowUnderWay(one));
  const known = await providerUsers(ports, issue.idpId, new Set(rows.map(({ row }) => row.accountId)));
  const names = await namesFor(ports, settings, []);
  const users = rows.map(({ row, evidence }): ProviderUser => {
    const user = known.get(row.accountId);
    return {
      accountId: row.accountId,
      userName: user?.userName ?? null,
      externalId: user?.externalId ?? null,
      product: names.product(row.ari),
      found: tellFindings(evidence),
    };
  });
  const profile = await profileOf(ports, issue);
  const { extension, text } = requestFileOf(format, users, { groupName: issue.groupName, profile });
  return { name: `${issue.issueKey ?? issue.groupId}-${format}.${extension}`, text };
}
