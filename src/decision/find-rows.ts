import { SCIM_INACTIVE, type Snapshot } from '../contracts/snapshot';
import { DECISIONS } from '../contracts/vocabulary';
import { type PathTable, VIA_INFERRED } from '../access/path-table';
import type { Billing } from '../billing/row-billing';
import { billsAgainOnRestore } from '../billing/seats';
import { type Ownership, ruleOfRow } from '../ownership/classify';
import { type CaseColumns } from './decide-cases';
import { indexRoleBilling, type RowColumns } from './decide-rows';
import { findingsOf } from './findings';

const NONE = DECISIONS.indexOf('none');

interface Decided {
  readonly snapshot: Snapshot;
  readonly paths: PathTable;
  readonly ownership: Ownership;
  readonly billing: Billing;
  readonly rows: RowColumns;
  readonly cases: CaseColumns;
}

/** The findings of every row, as masks over `FINDINGS`; a row whose decision is `none` has none. */
export function findRows({ snapshot, paths, ownership, billing, rows, cases }: Decided): Uint16Array {
  const masks = new Uint16Array(paths.rowVia.length);
  const roleBilling = indexRoleBilling(snapshot, paths);
  for (let row = 0; row < masks.length; row += 1) {
    if (rows.rowDecision[row] === NONE) continue;
    const c = paths.rowCase[row]!;
    const account = paths.caseAccount[c]!;
    const rule = ruleOfRow(paths, ownership, row);
    const seatOnRestore =
      billing.resourceStanding[paths.caseResource[c]!] === 'bills' &&
      billsAgainOnRestore(billing.accountStanding[account]!);
    masks[row] = findingsOf({
      owner: rule.owner,
      contradiction: rule.anomaly !== null,
      rowBillable: rows.rowBillable[row]!,
      caseBillable: cases.caseBillable[c]!,
      inactive: cases.caseInactive[c]!,
      lastActive: cases.caseLastActive[c]!,
      scimInactive: snapshot.accounts.scim[account] === SCIM_INACTIVE,
      split: cases.caseSplit[c] === 1,
      dormant: seatOnRestore && paths.rowVia[row] !== VIA_INFERRED && roleBilling(row) === 'bills',
    });
  }
  return masks;
}
