import { ApiError } from '../../atlassian/errors';
import type { Page } from '../../atlassian/pages';
import type { ScimUserFacts } from '../../atlassian/scim';
import { explainApiError } from '../errors';
import type { Ports } from '../ports';

/**
 * People as their identity provider knows them, by account: read from its SCIM directory at this moment, for nothing
 * of it is stored. Empty where there is no key for it, or it has no SCIM API. Throws where it does not answer.
 */
export async function providerUsers(
  ports: Ports,
  idpId: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ScimUserFacts>> {
  const known = new Map<string, ScimUserFacts>();
  const ring = await ports.keys.load();
  const key = ring.scim.some((one) => one.scimDirectoryId === idpId) ? await ports.keys.scimKey(idpId) : null;
  if (key === null || wanted.size === 0) return known;
  const scim = ports.scim(idpId, key);
  try {
    let start: string | null = null;
    do {
      const page: Page<ScimUserFacts> = await scim.users(start);
      for (const user of page.items ?? []) {
        if (user.accountId !== null && wanted.has(user.accountId)) known.set(user.accountId, user);
      }
      start = page.next;
    } while (start !== null && known.size < wanted.size);
  } catch (error) {
    throw error instanceof ApiError ? explainApiError(error) : error;
  }
  return known;
}
