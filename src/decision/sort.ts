import { masksOfCase } from './filter';
import type { DecisionTable } from './tell';

export type SortKey = 'account' | 'product' | 'findings' | 'last-active' | 'paths';

const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

/** Sorts cases; those that tie stay in the order of account and product. Pure. */
export function sortCases(
  table: DecisionTable,
  cases: Uint32Array,
  key: SortKey,
  direction: 'ascending' | 'descending',
): Uint32Array {
  const { snapshot, paths, columns } = table;
  const names = snapshot.resources.map((resource) => resource.name);
  const rankOfProduct = names.map((name) => [...names].sort().indexOf(name));
  const valueOf: Record<SortKey, (c: number) => number> = {
    account: (c) => paths.caseAccount[c]!,
    product: (c) => rankOfProduct[paths.caseResource[c]!]!,
    findings: (c) => bits(masksOfCase(table, c).findings),
    'last-active': (c) => columns.caseLastActive[c]!,
    paths: (c) => paths.rowStart[c + 1]! - paths.rowStart[c]!,
  };
  const values = new Float64Array(paths.caseAccount.length);
  for (const c of cases) values[c] = valueOf[key](c);
  const sign = direction === 'ascending' ? 1 : -1;
  return cases.slice().sort((a, b) => sign * (values[a]! - values[b]!) || a - b);
}
