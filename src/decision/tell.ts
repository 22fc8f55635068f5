import type { DecisionCase, DecisionRow, Identity } from '../contracts/decisions';
import {
  ACTIVITY_UNREADABLE,
  type CodedColumn,
  NEVER_ACTIVE,
  SCIM_ACTIVE,
  SCIM_INACTIVE,
  type Snapshot,
} from '../contracts/snapshot';
import { DECISIONS, FINDINGS, type ScimStatus, SIGNALS } from '../contracts/vocabulary';
import { NO_GRANT, type PathTable, rolesOfRow, VIA_NAMES } from '../access/path-table';
import { billingOfRole, billingOfRoles } from '../billing/roles';
import { accountSentences, resourceSentences } from '../billing/sentences';
import { type Ownership, ruleOfRow } from '../ownership/classify';
import { indexScimGroups } from '../ownership/idp-link';
import { sourceOfGroup } from '../ownership/witnesses';
import { indexRowAnomalies } from './anomalies';
import { certaintyOf, type DecisionColumns, IS, membersOf, UNKNOWN } from './columns';
import { indexFreeing } from './freeing';
import { holdReasons, laneOfOwner } from './lanes';

/** A snapshot with everything that was concluded from it. */
export interface DecisionTable {
  readonly snapshot: Snapshot;
  readonly paths: PathTable;
  readonly ownership: Ownership;
  readonly columns: DecisionColumns;
}

/** RFC 3339 without an empty fraction of a second. */
export function instantOf(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('.000Z', 'Z');
}

/** Turns cases of a decision table into the objects that decisions.json and the page show. Pure. */
export function caseTeller(table: DecisionTable): (c: number) => DecisionCase {
  const { snapshot, paths, ownership, columns } = table;
  const scimGroupNamed = indexScimGroups(snapshot);
  const freeingOf = indexFreeing(snapshot, paths, ownership);
  const anomaliesOf = indexRowAnomalies(snapshot, paths, ownership);
  const scimWasRead = Object.values(snapshot.coverage.scimDirectories).includes('read');

  function tellRow(row: number): DecisionRow {
    const rule = ruleOfRow(paths, ownership, row);
    const grant = paths.rowGrant[row]!;
    const group = grant === NO_GRANT ? null : snapshot.grants.group[grant]!;
    const groupName = group === null ? null : snapshot.groups.names[group]!;
    const roles = rolesOfRow(paths, snapshot.roleSets, row);
    const decision = DECISIONS[columns.rowDecision[row]!]!;
    const synced = group !== null && sourceOfGroup(snapshot, group) === 'synced';
    const scimGroup = synced ? scimGroupNamed(groupName!) : null;
    return {
      path: {
        via: VIA_NAMES[paths.rowVia[row]!]!,
        ...(group === null ? {} : { groupId: snapshot.groups.ids[group]!, groupName: groupName! }),
        roles: [...roles],
        idp: scimGroup && { scimDirectoryId: scimGroup.scimDirectoryId, scimGroupId: scimGroup.scimGroupId },
      },
      owner: rule.owner,
      rule: rule.id,
      because: rule.because,
      signal: laneOfOwner[rule.owner].signal,
      decision,
      hold: decision === 'hold' ? holdBecause(row, roles, group) : null,
      findings: membersOf(FINDINGS, columns.rowFindings[row]!),
      billable: certaintyOf(columns.rowBillable[row]!),
      anomalies: anomaliesOf(row),
    };
  }

  function holdBecause(row: number, roles: readonly string[], group: number | null): string {
    if (billingOfRoles(roles) === 'unknown') return holdReasons.unknownRole.because;
    if (group !== null && ownership.locked[group] === 1) return holdReasons.locked.because;
    const rule = ruleOfRow(paths, ownership, row);
    return `${rule.because} ${laneOfOwner[rule.owner].because}`;
  }

  return (c) => {
    const account = paths.caseAccount[c]!;
    const rows: DecisionRow[] = [];
    for (let row = paths.rowStart[c]!; row < paths.rowStart[c + 1]!; row += 1) rows.push(tellRow(row));
    return {
      accountId: snapshot.accounts.ids[account]!,
      ari: snapshot.resources[paths.caseResource[c]!]!.ari,
      billable: certaintyOf(columns.caseBillable[c]!),
      billableBecause: billableBecause(table, c, rows),
      identity: identityOf(snapshot, account, scimWasRead),
      lastActive: tellActivity(columns.caseLastActive[c]!),
      inactive: certaintyOf(columns.caseInactive[c]!),
      directChecked: snapshot.accounts.checked[account] === 1,
      split: columns.caseSplit[c] === 1,
      signals: membersOf(SIGNALS, columns.caseSignals[c]!),
      freeing: freeingOf(c),
      rows,
    };
  };
}

function tellActivity(at: number): string {
  if (at === ACTIVITY_UNREADABLE) return 'unknown';
  return at === NEVER_ACTIVE ? 'never' : instantOf(at);
}

function identityOf(snapshot: Snapshot, account: number, scimWasRead: boolean): Identity {
  const { accounts } = snapshot;
  const valueOf = (column: CodedColumn): string => column.values[column.codes[account]!]!;
  return {
    accountType: valueOf(accounts.type),
    accountStatus: valueOf(accounts.accountStatus),
    membershipStatus: valueOf(accounts.membershipStatus),
    claimStatus: valueOf(accounts.claimStatus),
    managementSource: valueOf(accounts.managementSource),
    scim: scimStatusOf(accounts.scim[account]!, scimWasRead),
  };
}

function scimStatusOf(code: number, scimWasRead: boolean): ScimStatus {
  if (!scimWasRead) return 'unknown';
  if (code === SCIM_ACTIVE) return 'active';
  return code === SCIM_INACTIVE ? 'inactive' : 'none';
}

/** One sentence a finance person can read: why this seat is billed, is not, or cannot be told. */
function billableBecause(table: DecisionTable, c: number, rows: readonly DecisionRow[]): string {
  const { columns, paths } = table;
  const resource = columns.resourceStanding[paths.caseResource[c]!]!;
  const account = columns.accountStanding[paths.caseAccount[c]!]!;
  if (resource !== 'bills') return resourceSentences[resource];
  if (columns.caseBillable[c] === IS) {
    const billing = rows.filter((row) => row.billable === true);
    const roles = [
      ...new Set(billing.flatMap((row) => row.path.roles.filter((role) => billingOfRole(role) === 'bills'))),
    ].sort();
    const first = nameOfPath(billing[0]!);
    const others = billing.length - 1;
    const more = others === 0 ? '' : others === 1 ? ' and 1 more path' : ` and ${others} more paths`;
    return `Billed: an active account with ${roles.join(' and ')} through ${first}${more}.`;
  }
  if (
    account !== 'active' &&
    (account === 'type-unknown' || account === 'status-unknown' ? columns.caseBillable[c] === UNKNOWN : true)
  ) {
    return accountSentences[account];
  }
  const counting = rows.filter((row) => row.path.via !== 'inferred');
  if (columns.caseBillable[c] === UNKNOWN) {
    const unknown = [
      ...new Set(
        counting.flatMap((row) => row.path.roles.filter((role) => billingOfRole(role) === 'unknown')),
      ),
    ].sort();
    return `Unknown: whether ${unknown.join(' and ')} takes a seat is not known, and no other role does.`;
  }
  if (counting.some((row) => billingOfRoles(row.path.roles) === 'bills')) {
    return 'Not billed: the account is suspended in every directory that gives it a role that bills.';
  }
  const roles = [...new Set(rows.flatMap((row) => row.path.roles))].sort();
  return `Not billed: none of its roles takes a seat (${roles.join(', ')}).`;
}

function nameOfPath(row: DecisionRow): string {
  if (row.path.via === 'group') return `the group “${row.path.groupName ?? ''}”`;
  return row.path.via === 'direct' ? 'a role of its own' : 'a group that was not read';
}
