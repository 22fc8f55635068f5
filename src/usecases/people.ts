import type { Settings } from '../contracts/settings';
import type { Person } from '../contracts/views';
import { ALL_DIRECTORIES, ORG_PAGE } from '../atlassian/organization';
import { openOrganization } from './organization-access';
import type { Ports } from './ports';

/**
 * Names of accounts, fetched when they are shown and never stored. Where the organization cannot be
 * asked, accounts are shown by their id: a missing name is no reason to show nothing.
 */
export async function namePeople(
  ports: Ports,
  settings: Settings,
  accountIds: readonly string[],
): Promise<(accountId: string) => Person> {
  const names = new Map<string, string>();
  const wanted = [...new Set(accountIds)];
  try {
    const organization = await openOrganization(ports, settings);
    for (let at = 0; at < wanted.length; at += ORG_PAGE) {
      const page = await organization.users(ALL_DIRECTORIES, null, {
        accountIds: wanted.slice(at, at + ORG_PAGE),
      });
      for (const user of page.items ?? []) {
        const name = user.name ?? user.nickname;
        if (name) names.set(user.accountId, name);
      }
    }
  } catch {
    return (accountId) => ({ accountId, name: names.get(accountId) ?? null });
  }
  return (accountId) => ({ accountId, name: names.get(accountId) ?? null });
}
