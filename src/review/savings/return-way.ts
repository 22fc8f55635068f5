import type { ReturnCause, ReturnWay, SeatRef } from '../../contracts/savings';
import type { EntryCause } from '../../contracts/vocabulary';
import { IS } from '../../decision/columns';
import { entryCauseOf, type RowEntry } from '../../decision/entry-cause';
import { indexCasesOf } from '../../decision/cases-of';
import type { PoolTerms } from '../../decision/pool-seats';
import type { DecisionTable } from '../../decision/tell';
import { groupIdOfRow } from '../queue/row-index';

/** What each cause of an entry means for a seat that had been freed. */
const WAYS: Readonly<Record<EntryCause, { readonly way: ReturnWay; readonly because: string }>> = {
  admin: { way: 'admin', because: 'An administrator added the account to the group again.' },
  'app-access': { way: 'admin', because: 'Access to the app was granted again.' },
  invite: { way: 'default-on-invite', because: 'The account was invited again, and the group is given to whoever is.' }, // prettier-ignore
  'approved-domain': { way: 'approved-domain', because: 'It signed up with an address of an approved domain.' }, // prettier-ignore
  'first-access': { way: 'first-access', because: 'It opened the product, or was referred to in it.' },
  import: { way: 'admin', because: 'An import brought it, and an administrator runs imports.' },
  'site-creation': { way: 'unknown', because: 'It came with the site, which cannot happen twice.' },
  sync: { way: 'sync', because: 'A sync of the identity provider wrote it again.' },
  unknown: { way: 'unknown', because: 'The audit log tells of the entry and gives no cause that is known.' },
};

/** Why no entry tells how a seat came back. */
const WHY_UNKNOWN = {
  noGroup: 'The seat does not come through a group, and the audit log tells of groups only.',
  older: (day: string): string =>
    `The audit log tells of no entry since it was seen gone; the last one was on ${day}. The account may have been restored, or a grant or role changed.`,
} as const;

/**
 * Tells by which way a seat that had been seen gone is billed again, from the first entry since then into a group that
 * gives it now, as the audit log knows it: any later one found it billed already. Never guessed from anything else.
 */
export function indexReturns(
  table: DecisionTable,
  pools: readonly PoolTerms[],
): (seat: SeatRef, goneAt: string) => ReturnCause {
  const accountOf = new Map(table.snapshot.accounts.ids.map((id, account) => [id, account]));
  const membersOf = new Map(pools.map(({ poolId, members }) => [poolId, new Set(members)]));
  const casesOf = indexCasesOf(table);
  const { snapshot, paths, columns } = table;

  function billingRows({ poolId, accountId, ari }: SeatRef): number[] {
    const account = accountOf.get(accountId);
    if (account === undefined) return [];
    const rows: number[] = [];
    const { from, to } = casesOf(account);
    for (let c = from; c < to; c += 1) {
      const here = snapshot.resources[paths.caseResource[c]!]!.ari;
      if (ari === null ? membersOf.get(poolId)?.has(here) !== true : here !== ari) continue;
      for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1)
        if (columns.rowBillable[row] === IS) rows.push(row);
    }
    return rows;
  }

  return (seat, goneAt) => {
    const entries = billingRows(seat).flatMap((row) => {
      const entry = entryCauseOf(table, row);
      return entry === null ? [] : [{ entry, groupId: groupIdOfRow(table, row) }];
    });
    if (entries.length === 0) return { way: 'unknown', because: WHY_UNKNOWN.noGroup, groupId: null };
    const byTime = entries.sort((a, b) => (a.entry.at ?? 0) - (b.entry.at ?? 0));
    const first = byTime.find(({ entry }) => entry.at !== null && entry.at > Date.parse(goneAt));
    return first === undefined
      ? { way: 'unknown', because: whyUnknown(byTime.at(-1)!.entry), groupId: null }
      : { ...WAYS[first.entry.cause], groupId: first.groupId };
  };
}

/** Of the latest entry, which is no later than the scan that showed the seat gone. */
function whyUnknown({ at, because }: RowEntry): string {
  return at === null ? because! : WHY_UNKNOWN.older(new Date(at).toISOString().slice(0, 10));
}
