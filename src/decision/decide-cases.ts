import { SCIM_INACTIVE, type Snapshot } from '../contracts/snapshot';
import { DECISIONS, type Owner, OWNERS, SIGNALS } from '../contracts/vocabulary';
import type { PathTable } from '../access/path-table';
import { type ActivityWindow, isInactive, lastActiveOn } from './activity';
import { bitOf, type DecisionColumns, IS, IS_NOT, UNKNOWN } from './columns';
import type { RowColumns } from './decide-rows';
import { laneOfOwner } from './lanes';

export type CaseColumns = Pick<
  DecisionColumns,
  'caseBillable' | 'caseInactive' | 'caseLastActive' | 'caseSplit' | 'caseSignals'
>;

const NONE = DECISIONS.indexOf('none');
const LOCAL_OWNERS: ReadonlySet<Owner> = new Set(['default-group', 'local-group', 'direct']);

/** Seat, activity, split and signals of every case, from its rows. */
export function decideCases(
  snapshot: Snapshot,
  paths: PathTable,
  rows: RowColumns,
  window: ActivityWindow,
): CaseColumns {
  const cases = paths.caseAccount.length;
  const columns: CaseColumns = {
    caseBillable: new Uint8Array(cases),
    caseInactive: new Uint8Array(cases),
    caseLastActive: new Float64Array(cases),
    caseSplit: new Uint8Array(cases),
    caseSignals: new Uint8Array(cases),
  };
  for (let c = 0; c < cases; c += 1) {
    const account = paths.caseAccount[c]!;
    let billable = IS_NOT;
    let signals = 0;
    let hasIdp = false;
    let hasLocal = false;
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) {
      billable = strongerSeat(billable, rows.rowBillable[row]!);
      if (rows.rowDecision[row] === NONE) continue;
      const owner = OWNERS[rows.rowOwner[row]!]!;
      const { signal } = laneOfOwner[owner];
      if (signal) signals |= bitOf(SIGNALS, signal);
      hasIdp ||= owner === 'idp-owned';
      hasLocal ||= LOCAL_OWNERS.has(owner);
    }
    const split = hasIdp && hasLocal;
    if (split) signals |= bitOf(SIGNALS, 'scim-and-local-paths');
    if (snapshot.accounts.scim[account] === SCIM_INACTIVE) signals |= bitOf(SIGNALS, 'scim-user-inactive');
    const lastActive = lastActiveOn(snapshot, account, paths.caseResource[c]!);
    columns.caseBillable[c] = billable;
    columns.caseLastActive[c] = lastActive;
    columns.caseInactive[c] = isInactive(lastActive, snapshot.accounts.addedToOrg[account]!, window);
    columns.caseSplit[c] = Number(split);
    columns.caseSignals[c] = signals;
  }
  return columns;
}

/** One row that bills makes a seat; one that might keeps it open; else there is none. */
function strongerSeat(a: number, b: number): number {
  if (a === IS || b === IS) return IS;
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : IS_NOT;
}
