import type { HistoryLine } from '../../contracts/case-history';
import type { Saving } from '../../contracts/savings';
import type { Settings } from '../../contracts/settings';
import type { DecisionTable } from '../../decision/tell';
import type { CaseRef } from '../../review/history/concerns';
import { lifeOfSaving } from '../../review/history/lives';
import type { CountedPool } from '../../review/savings/pools';
import type { CallerContext, Ports } from '../ports';
import { poolsNow, visiblePools } from '../savings/pools-now';

/** What scans saw of the seat of a case, in pools that the person may see; a pool that counts people has it with its other products. */
export async function savingsOfCase(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  { table, ref: { accountId, ari } }: { table: DecisionTable; ref: CaseRef },
): Promise<HistoryLine[][]> {
  const { known } = await poolsNow(ports, table);
  const pools = known.filter(visiblePools(settings, caller));
  const poolOf = ({ seat }: Saving): CountedPool | undefined =>
    pools.find(({ poolId, members }) => poolId === seat.poolId && members.includes(ari));
  const { ledger } = await ports.savings.load();
  return ledger.savings
    .filter(({ seat }) => seat.accountId === accountId && (seat.ari ?? ari) === ari)
    .flatMap((saving) => {
      const pool = poolOf(saving);
      return pool === undefined ? [] : [lifeOfSaving(saving, pool)];
    });
}
