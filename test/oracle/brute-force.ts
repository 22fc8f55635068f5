import type { OrgFile, OrgFileResource, OrgFileUser } from '../../local/org/org-file';
import { inactivity, isDormant, scimStatus, shownType, standsActive, typeBills } from './accounts';
import { allAnomalies, kindsTouching } from './anomalies';
import {
  FREE_TEXT,
  type Certainty,
  type OracleSettings,
  type Outcome,
  type OutcomeCase,
  type OutcomeRow,
} from './outcome';
import { bills, sortedOnce } from './roles';
import { bareRows, isChecked, rowBills, type BareRow } from './rows';

/**
 * What decisions.json must hold for this world, by the plainest reading of the contract's settled points:
 * nested loops over the org file, nothing shared with the app. Free texts stand as `FREE_TEXT`.
 */
export function expectedDecisions(org: OrgFile, settings: OracleSettings): Outcome {
  const anomalies = allAnomalies(org, settings.deep);
  const cases: OutcomeCase[] = [];
  for (const user of org.users) {
    for (const resource of org.resources) {
      const found = caseOf(org, user, resource, settings);
      if (found === null) continue;
      for (const row of found.rows) {
        row.anomalies = kindsTouching(anomalies, found, row);
        row.findings = findingsOf(found, row, seatPossible(user, resource) && isDormant(user));
      }
      cases.push(found);
    }
  }
  return {
    resources: org.resources
      .map(({ ari, typeKey, name }) => ({ ari, typeKey, name }))
      .sort((a, b) => order(a.ari, b.ari)),
    anomalies,
    cases: cases.sort((a, b) => order(a.accountId, b.accountId) || order(a.ari, b.ari)),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** decisions-file, point 5: the parts that are about the product and about what the account is. */
function seatPossible(user: OrgFileUser, resource: OrgFileResource): boolean {
  return resource.sandbox !== true && typeBills(user);
}

/** The case with all but what depends on anomalies; null where no path leads to the resource. */
function caseOf(
  org: OrgFile,
  user: OrgFileUser,
  resource: OrgFileResource,
  settings: OracleSettings,
): OutcomeCase | null {
  const directChecked = isChecked(org, user, settings.deep);
  const bareList = bareRows(org, user, resource.ari, directChecked);
  if (bareList.length === 0) return null;

  for (const bare of bareList) {
    bare.row.billable = seatPossible(user, resource) && standsActive(user) ? rowBills(bare) : false;
    bare.row.hold = bare.row.decision === 'hold' ? FREE_TEXT : null;
  }
  const rows = bareList.map((bare) => bare.row);
  const live = rows.filter((row) => row.decision !== 'none');
  const split =
    live.some((row) => row.owner === 'idp-owned') &&
    live.some((row) => ['default-group', 'local-group', 'direct'].includes(row.owner));
  const scim = scimStatus(org, user.accountId);
  return {
    accountId: user.accountId,
    ari: resource.ari,
    billable: strongest(rows.map((row) => row.billable)),
    billableBecause: FREE_TEXT,
    identity: {
      accountType: shownType(user),
      accountStatus: user.accountStatus,
      membershipStatus: user.membershipStatus,
      claimStatus: user.claimStatus,
      managementSource: user.managementSource ?? 'unknown',
      scim,
    },
    ...inactivity(org, user, resource.ari, settings),
    directChecked,
    split,
    signals: signalsOf(live, split, scim),
    freeing: freeingOf(bareList),
    rows,
  };
}

function strongest(answers: Certainty[]): Certainty {
  if (answers.includes(true)) return true;
  return answers.includes('unknown') ? 'unknown' : false;
}

/** decisions-file, point 8. */
function signalsOf(live: OutcomeRow[], split: boolean, scim: string): string[] {
  const signals: string[] = [];
  if (live.some((row) => row.signal === 'idp-synced-group')) signals.push('idp-synced-group');
  if (live.some((row) => row.signal === 'default-group-access')) signals.push('default-group-access');
  if (split) signals.push('scim-and-local-paths');
  if (scim === 'inactive') signals.push('scim-user-inactive');
  return signals;
}

/** decisions-file, point 11, in its order. */
function findingsOf(found: OutcomeCase, row: OutcomeRow, billsOnRestore: boolean): string[] {
  const findings: string[] = [];
  if (row.decision === 'none') return findings;
  const idle = found.billable === true && found.inactive === true;
  const contradicts =
    row.anomalies.includes('source-contradiction') || row.anomalies.includes('synced-and-default');
  if (idle && found.lastActive !== 'never') findings.push('inactive-seat');
  if (idle && found.lastActive === 'never') findings.push('never-active');
  if (found.billable === true && found.identity.scim === 'inactive') findings.push('scim-inactive-billable');
  if (found.split) findings.push('mixed-paths');
  if (row.billable === true && row.owner === 'default-group') findings.push('unproven-default');
  if (row.billable === true && ['local-group', 'direct'].includes(row.owner)) findings.push('unproven-local');
  if (row.owner === 'unknown' && !contradicts) findings.push('owner-unknown');
  if (contradicts) findings.push('contradiction');
  if (billsOnRestore && row.path.via !== 'inferred' && row.path.roles.some(bills))
    findings.push('dormant-path');
  return findings;
}

/** decisions-file, point 12: an edit for each group that gives a role that bills, and for each such direct role. */
function freeingOf(bareList: BareRow[]): OutcomeCase['freeing'] {
  const edits: string[] = [];
  for (const { row, asleep } of bareList) {
    if (asleep) continue;
    const billing = row.path.roles.filter(bills);
    if (row.path.via === 'group' && billing.length > 0) edits.push(row.owner);
    if (row.path.via === 'direct') edits.push(...billing.map(() => row.owner));
  }
  const byOwner: Record<string, number> = {};
  for (const owner of sortedOnce(edits)) byOwner[owner] = edits.filter((edit) => edit === owner).length;
  return { edits: edits.length, byOwner };
}
