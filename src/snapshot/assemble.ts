import type { Coverage } from '../contracts/coverage';
import type { Resource, Snapshot } from '../contracts/snapshot';
import { ranksOf, sortedOrder } from '../columns/interner';
import { accountAnomalies } from './account-anomalies';
import { assembleGrants, assembleGroups } from './assemble-groups';
import { assembleHistory } from './assemble-history';
import type { Collected } from './collected';
import { coverageOf } from './coverage';
import { instanceMatcher } from './instances';

/**
 * The snapshot that the collected parts amount to. Everything is sorted by id, so that neither the
 * order of pages nor a resumed scan leaves a trace in it.
 */
export function assembleSnapshot(collected: Collected, unread: Coverage['scimDirectories']): Snapshot {
  const failed = failedScimDirectories(collected);
  for (const record of collected.scimRecords) {
    // Half of a directory proves nobody inactive: the other half may hold an active record.
    if (failed.has(record.scimDirectoryId)) continue;
    const account = record.accountId === null ? undefined : collected.accounts.ids.find(record.accountId);
    if (account !== undefined) collected.accounts.markScim(account, record.active);
  }
  const directories = [...collected.directories].sort();
  const resources = assembleResources(collected);
  const resourceIndex = new Map(resources.map((resource, index) => [resource.ari, index]));
  const order = sortedOrder(collected.accounts.ids.texts);
  const accounts = collected.accounts.table(order);
  const groups = assembleGroups(collected, directories);
  const groupIndex = new Map(groups.ids.map((id, index) => [id, index]));
  const groupNames = new Set(groups.names);
  const rank = ranksOf(order);
  return {
    org: collected.org,
    directories,
    resources,
    ...assembleGrants(collected, groups, resourceIndex),
    groups,
    accounts,
    memberships: assembleMemberships(collected, order, groupIndex),
    activity: collected.activity.table(order, instanceMatcher(resources)),
    assignments: assembleAssignments(collected, rank, resourceIndex),
    scimGroups: collected.scimGroups
      .filter((group) => groupNames.has(group.displayName) && !failed.has(group.scimDirectoryId))
      .sort((a, b) => (scimKey(a) < scimKey(b) ? -1 : 1)),
    accountAnomalies: accountAnomalies(collected),
    emailPatterns: collected.emailPatterns,
    history: assembleHistory(collected.history, {
      accounts: order.length,
      accountOf: (id) => {
        const account = collected.accounts.ids.find(id);
        return account === undefined ? undefined : rank[account];
      },
      groupOf: (id) => groupIndex.get(id),
      resourceOf: (id) => resourceIndex.get(id),
    }),
    coverage: coverageOf(collected, unread),
  };
}

function failedScimDirectories(collected: Collected): Set<string> {
  return new Set(collected.notes.flatMap((one) => one.failedScimDirectory ?? []));
}

const scimKey = (group: { scimDirectoryId: string; scimGroupId: string }): string =>
  `${group.scimDirectoryId}\n${group.scimGroupId}`;

/** The workspaces, and every resource that only a grant or an assignment names: nothing is dropped. */
function assembleResources(collected: Collected): Resource[] {
  const byAri = new Map<string, Resource>();
  const add = (ari: string, typeKey: string | null, name: string | null, sandbox: boolean | null): void => {
    if (!byAri.has(ari)) byAri.set(ari, { ari, typeKey: typeKey ?? 'unknown', name: name ?? ari, sandbox });
  };
  for (const one of collected.resources.values()) add(one.ari, one.typeKey, one.name, one.sandbox);
  for (const grants of collected.grants.values())
    for (const one of grants) add(one.ari, one.typeKey, null, null);
  for (const assignments of collected.assignments.values()) {
    for (const one of assignments) if (one.directoryId !== null) add(one.ari, one.typeKey, null, null);
  }
  return [...byAri.values()].sort((a, b) => (a.ari < b.ari ? -1 : 1));
}

function assembleMemberships(
  collected: Collected,
  order: Uint32Array,
  groupIndex: ReadonlyMap<string, number>,
): Snapshot['memberships'] {
  const seen = collected.memberships.memberships(order.length);
  const indexOfCode = Uint32Array.from(collected.groupCodes.texts, (id) => groupIndex.get(id)!);
  const offsets = new Uint32Array(order.length + 1);
  const groups = new Uint32Array(seen.groups.length);
  let at = 0;
  for (let i = 0; i < order.length; i += 1) {
    const account = order[i]!;
    const first = at;
    for (let m = seen.offsets[account]!; m < seen.offsets[account + 1]!; m += 1) {
      groups[at] = indexOfCode[seen.groups[m]!]!;
      at += 1;
    }
    groups.subarray(first, at).sort();
    offsets[i + 1] = at;
  }
  return { offsets, groups };
}

function assembleAssignments(
  collected: Collected,
  rank: Uint32Array,
  resourceIndex: ReadonlyMap<string, number>,
): Snapshot['assignments'] {
  return [...collected.assignments]
    .flatMap(([accountId, assignments]) => {
      const account = rank[collected.accounts.ids.find(accountId)!]!;
      return assignments.flatMap((one) => {
        // Without a directory and on no product: a platform role, which is no seat.
        const resource = resourceIndex.get(one.ari);
        if (resource === undefined) return [];
        const { directoryId, suspended } = one;
        return [
          {
            account,
            resource,
            directoryId,
            suspended,
            direct: one.direct,
            inferred: one.inferred,
            viaGroup: one.viaGroup,
          },
        ];
      });
    })
    .sort(
      (a, b) =>
        a.account - b.account ||
        a.resource - b.resource ||
        ((a.directoryId ?? '') < (b.directoryId ?? '') ? -1 : 1),
    );
}
