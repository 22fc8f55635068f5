import type { AccountAnomaly } from '../contracts/snapshot';
import type { Collected } from './collected';

/** What only the reading can see: records without their account, and accounts that look like one person. */
export function accountAnomalies(collected: Collected): AccountAnomaly[] {
  const all = [...orphanedLinks(collected), ...sharedAddresses(collected), ...sharedRecords(collected)];
  const once = new Map(all.map((one) => [`${one.kind}\n${one.accountId}`, one]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Whether every account was seen; else a missing account proves nothing. */
export function sawAllAccounts(collected: Collected): boolean {
  return collected.usersExpected === null || collected.accounts.ids.texts.length >= collected.usersExpected;
}

function* orphanedLinks(collected: Collected): Generator<AccountAnomaly> {
  if (!sawAllAccounts(collected)) return;
  for (const { accountId, scimDirectoryId } of collected.scimRecords) {
    if (accountId === null || collected.accounts.ids.find(accountId) !== undefined) continue;
    const detail = `A record of SCIM directory ${scimDirectoryId} names an account that the organization does not have.`;
    yield { kind: 'orphaned-scim-link', accountId, detail };
  }
}

function* sharedAddresses(collected: Collected): Generator<AccountAnomaly> {
  const { texts } = collected.accounts.ids;
  const byAddress = groupBy(
    texts.map((_, account) => account),
    (account) => collected.accounts.emailHash(account),
  );
  for (const accounts of byAddress) {
    yield* duplicates(
      accounts.map((account) => texts[account]!),
      'has the same e-mail address as',
    );
  }
}

function* sharedRecords(collected: Collected): Generator<AccountAnomaly> {
  // An account that is gone is an orphaned link, not a second person.
  const linked = collected.scimRecords.filter(
    (record) => record.accountId !== null && collected.accounts.ids.find(record.accountId) !== undefined,
  );
  for (const field of ['userNameHash', 'externalIdHash'] as const) {
    const groups = groupBy(linked, (record) =>
      record[field] === null ? null : `${record.scimDirectoryId}\n${record[field]}`,
    );
    for (const records of groups) {
      const accountIds = [...new Set(records.map((record) => record.accountId!))];
      yield* duplicates(accountIds, 'stands for the same SCIM person as');
    }
  }
}

function* duplicates(accountIds: readonly string[], how: string): Generator<AccountAnomaly> {
  if (accountIds.length < 2) return;
  const sorted = [...accountIds].sort();
  for (const accountId of sorted) {
    const others = sorted.filter((other) => other !== accountId).join(', ');
    yield { kind: 'duplicate-account', accountId, detail: `This account ${how} ${others}.` };
  }
}

/** Items that share a key, where at least two do. Items without a key share nothing. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | number | null): T[][] {
  const groups = new Map<string | number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
