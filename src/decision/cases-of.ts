import type { DecisionTable } from './tell';

/** The cases of an account: those from `from` up to `to`, for cases are sorted by account. */
export function indexCasesOf({ paths }: DecisionTable): (account: number) => { from: number; to: number } {
  const firstOf = (account: number): number => {
    let low = 0;
    let high = paths.caseAccount.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (paths.caseAccount[middle]! < account) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (account) => ({ from: firstOf(account), to: firstOf(account + 1) });
}
