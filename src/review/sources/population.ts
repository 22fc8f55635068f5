import type { Population } from '../../contracts/records';
import type { Snapshot } from '../../contracts/snapshot';
import { IS } from '../../decision/columns';
import type { DecisionTable } from '../../decision/tell';

/** Claim status and e-mail domain of an account, as the API said them; `unknown` where it did not. */
export function traitsOf({ accounts }: Snapshot, account: number): { claimStatus: string; domain: string } {
  return {
    claimStatus: accounts.claimStatus.values[accounts.claimStatus.codes[account]!]!,
    domain: accounts.domain.values[accounts.domain.codes[account]!]!,
  };
}

/** Which accounts a population holds. One without a status or a domain that is asked for is outside. */
export function membersOf(snapshot: Snapshot, population: Population): (account: number) => boolean {
  const statuses = new Set(population.claimStatuses);
  const domains = new Set(population.domains);
  return (account) => {
    const { claimStatus, domain } = traitsOf(snapshot, account);
    return (statuses.size === 0 || statuses.has(claimStatus)) && (domains.size === 0 || domains.has(domain));
  };
}

/** Seats of a source that a population does not hold. */
export function countOutside(
  { snapshot, paths, columns }: DecisionTable,
  rows: Uint32Array,
  population: Population,
): number {
  const isMember = membersOf(snapshot, population);
  let outside = 0;
  for (const row of rows) {
    if (columns.rowBillable[row] !== IS) continue;
    if (!isMember(paths.caseAccount[paths.rowCase[row]!]!)) outside += 1;
  }
  return outside;
}
