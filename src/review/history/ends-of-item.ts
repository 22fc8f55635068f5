import type { LedgerLine, RowCounts } from '../../contracts/cycles';
import type { QueueItem } from '../../contracts/queue';
import { countLedger } from '../cycle/ledger';
import { isAboutSeats } from '../queue/item-rows';

/**
 * Counts what became of the rows of an item by the end of its review, from the ledger that was kept then. Null for an
 * item about no row, such as the settings of a site.
 */
export function endTeller(lines: readonly LedgerLine[]): (item: QueueItem) => RowCounts | null {
  const byAccount = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const known = byAccount.get(line.row.accountId);
    if (known === undefined) byAccount.set(line.row.accountId, [line]);
    else known.push(line);
  }
  return (item) => {
    if (item.outcome === 'attest-settings') return null;
    const isOfItem = ({ row }: LedgerLine): boolean =>
      (item.ari === null || item.ari === row.ari) && (isAboutSeats(item) || item.groupId === row.groupId);
    return countLedger(item.people.flatMap((accountId) => (byAccount.get(accountId) ?? []).filter(isOfItem)));
  };
}
