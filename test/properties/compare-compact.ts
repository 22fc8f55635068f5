import { DECISIONS, FINDINGS, OWNERS, SIGNALS } from '../../src/contracts/vocabulary';
import { buildDecisionTable } from '../../src/decision/build';
import { compactCases } from './compact-oracle';
import { NOW, snapshotOf, type CompactWorld } from './compact-world';

const settings = { now: NOW, inactiveDays: 90, plans: new Map<string, never>() };

/** Runs the pure core on a compact world; null where it agrees with the small oracle, else the first difference. */
export function firstDifference(world: CompactWorld): string | null {
  const { paths, snapshot, columns } = buildDecisionTable(snapshotOf(world), settings);
  const cases = compactCases(world);
  if (paths.caseAccount.length !== cases.length)
    return `${paths.caseAccount.length} cases, not ${cases.length}`;
  for (let c = 0; c < cases.length; c += 1) {
    const one = cases[c]!;
    if (paths.caseAccount[c] !== one.account || paths.caseResource[c] !== one.resource)
      return `case ${c} is another`;
    if (columns.caseSplit[c] !== Number(one.split)) return `case ${c}: split`;
    if (columns.caseBillable[c] !== 1) return `case ${c}: billable`;
    if (columns.caseSignals[c] !== maskOf(SIGNALS, one.signals)) return `case ${c}: signals`;
    const start = paths.rowStart[c]!;
    if (paths.rowStart[c + 1]! - start !== one.rows.length) return `case ${c}: number of rows`;
    for (let i = 0; i < one.rows.length; i += 1) {
      const row = one.rows[i]!;
      const at = start + i;
      if (snapshot.grants.group[paths.rowGrant[at]!] !== row.group) return `case ${c}, row ${i}: group`;
      if (OWNERS[columns.rowOwner[at]!] !== row.owner) return `case ${c}, row ${i}: owner`;
      if (DECISIONS[columns.rowDecision[at]!] !== row.decision) return `case ${c}, row ${i}: decision`;
      if (columns.rowFindings[at] !== maskOf(FINDINGS, row.findings)) return `case ${c}, row ${i}: findings`;
      if (columns.rowBillable[at] !== 1) return `case ${c}, row ${i}: billable`;
    }
  }
  return null;
}

function maskOf(list: readonly string[], members: readonly string[]): number {
  let mask = 0;
  for (const member of members) mask |= 1 << list.indexOf(member);
  return mask;
}
