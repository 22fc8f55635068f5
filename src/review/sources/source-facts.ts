import type { PeopleProof, SourceEvidence } from '../../contracts/evidence';
import type { ScanReport } from '../../contracts/coverage';
import { NO_GRANT } from '../../access/path-table';
import { IS } from '../../decision/columns';
import type { Source } from '../../decision/sources';
import type { DecisionTable } from '../../decision/tell';
import { ownershipRules } from '../../ownership/rules';

/** A group of people as a number and a hash over their sorted ids. */
export function provePeople(accountIds: Iterable<string>, sha256: (text: string) => string): PeopleProof {
  const sorted = [...new Set(accountIds)].sort();
  return { count: sorted.length, hash: sha256(sorted.join('\n')) };
}

/** The grant of a group on a resource; null where there is none in this snapshot. */
export function findGrant({ snapshot }: DecisionTable, groupId: string, ari: string): number | null {
  const { groups, grants, resources } = snapshot;
  const group = groups.ids.indexOf(groupId);
  if (group === -1) return null;
  for (let g = grants.offsets[group]!; g < grants.offsets[group + 1]!; g += 1) {
    if (resources[grants.resource[g]!]!.ari === ari) return g;
  }
  return null;
}

/** The rows that come through each grant, in the order of the table. */
export function indexRowsOfGrants({ snapshot, paths }: DecisionTable): (grant: number) => Uint32Array {
  const starts = new Uint32Array(snapshot.grants.group.length + 1);
  for (const grant of paths.rowGrant) if (grant !== NO_GRANT) starts[grant + 1]! += 1;
  for (let g = 1; g < starts.length; g += 1) starts[g]! += starts[g - 1]!;
  const rows = new Uint32Array(starts.at(-1)!);
  const next = starts.slice();
  for (let row = 0; row < paths.rowGrant.length; row += 1) {
    const grant = paths.rowGrant[row]!;
    if (grant === NO_GRANT) continue;
    rows[next[grant]!] = row;
    next[grant]! += 1;
  }
  return (grant) => rows.subarray(starts[grant], starts[grant + 1]);
}

/** The account ids of those whose seats come through a grant. */
export function seatedThrough({ snapshot, paths, columns }: DecisionTable, rows: Uint32Array): string[] {
  const seated: string[] = [];
  for (const row of rows) {
    if (columns.rowBillable[row] !== IS) continue;
    seated.push(snapshot.accounts.ids[paths.caseAccount[paths.rowCase[row]!]!]!);
  }
  return seated;
}

/** What is known of a source at a scan, as a decision on it keeps it. */
export function sourceEvidence(
  table: DecisionTable,
  source: Source,
  rows: Uint32Array,
  { report, sha256 }: { report: ScanReport; sha256: (text: string) => string },
): SourceEvidence {
  const { groups, grants, resources, roles, roleSets } = table.snapshot;
  const rule = ownershipRules[table.ownership.ruleOfGrant[source.grant]!]!;
  const defaultRole = grants.defaultRole[source.grant]!;
  const siteOf = (resource: number): string => resources[resource]!.ari.split('/').at(-1)!;
  const aris: string[] = [];
  for (let g = grants.offsets[source.group]!; g < grants.offsets[source.group + 1]!; g += 1) {
    // Of this site only: a record is read by admins of its site, who may not know of the others.
    if (siteOf(grants.resource[g]!) === siteOf(source.resource))
      aris.push(resources[grants.resource[g]!]!.ari);
  }
  return {
    scanId: report.id,
    scannedAt: report.finishedAt,
    verdict: report.verdict,
    groupName: groups.names[source.group]!,
    owner: rule.owner,
    rule: rule.id,
    because: rule.because,
    roles: [...roleSets[grants.roleSet[source.grant]!]!],
    defaultRole: defaultRole === 0 ? null : roles[defaultRole - 1]!,
    grants: aris,
    complete: !report.coverage.incompleteGroups.includes(groups.ids[source.group]!),
    people: source.people,
    seats: source.seats,
    seatsOnlyHere: source.seatsOnlyHere,
    seated: provePeople(seatedThrough(table, rows), sha256),
  };
}
