import type { Anomaly } from '../contracts/decisions';
import type { Snapshot } from '../contracts/snapshot';
import type { AnomalyKind } from '../contracts/vocabulary';
import { NO_GRANT, type PathTable, rolesOfRow } from '../access/path-table';
import { billingOfRole } from '../billing/roles';
import { type Ownership, ruleOfRow } from '../ownership/classify';
import { ownershipRules } from '../ownership/rules';
import { sourceOfGroup } from '../ownership/witnesses';

const sortKey = (one: Anomaly): string =>
  [one.kind, one.groupId ?? '', one.accountId ?? '', one.ari ?? '', one.detail].join('\u0000');

/** Every anomaly of the organization, each once, in alphabetical order. */
export function listAnomalies(snapshot: Snapshot, paths: PathTable, ownership: Ownership): Anomaly[] {
  const all = [
    ...groupAnomalies(snapshot, ownership),
    ...grantAnomalies(snapshot, ownership),
    ...roleAnomaliesOfAccounts(snapshot, paths),
    ...snapshot.accountAnomalies.map(({ kind, accountId, detail }) => ({ kind, accountId, detail })),
  ];
  const once = new Map(all.map((anomaly) => [sortKey(anomaly), anomaly]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, anomaly]) => anomaly);
}

function* groupAnomalies(snapshot: Snapshot, ownership: Ownership): Generator<Anomaly> {
  const { groups } = snapshot;
  for (let group = 0; group < groups.ids.length; group += 1) {
    const groupId = groups.ids[group]!;
    const name = groups.names[group]!;
    if (sourceOfGroup(snapshot, group) === 'contradiction') {
      const manager = groups.managedBy.values[groups.managedBy.codes[group]!]!;
      const detail = `The sync flag of “${name}” and its manager (${manager}) contradict each other.`;
      yield { kind: 'source-contradiction', groupId, detail };
    }
    if (ownership.locked[group] === 1) {
      yield { kind: 'locked-group', groupId, detail: `“${name}” is not synced and cannot be modified.` };
    }
    if (ownership.nameConflict[group] === 1) {
      const detail = `A SCIM group is also called “${name}”, but this group is not synced.`;
      yield { kind: 'name-conflict', groupId, detail };
    }
  }
}

function* grantAnomalies(snapshot: Snapshot, ownership: Ownership): Generator<Anomaly> {
  const { groups, grants, resources, roleSets } = snapshot;
  for (let g = 0; g < grants.group.length; g += 1) {
    const groupId = groups.ids[grants.group[g]!]!;
    const ari = resources[grants.resource[g]!]!.ari;
    const name = groups.names[grants.group[g]!]!;
    if (ownershipRules[ownership.ruleOfGrant[g]!]!.anomaly === 'synced-and-default') {
      yield {
        kind: 'synced-and-default',
        groupId,
        ari,
        detail: `“${name}” is synced and default here at once.`,
      };
    }
    for (const role of unknownRoles(roleSets[grants.roleSet[g]!]!)) {
      yield { kind: 'unknown-role', groupId, ari, detail: unknownRole(role) };
    }
  }
}

function* roleAnomaliesOfAccounts(snapshot: Snapshot, paths: PathTable): Generator<Anomaly> {
  for (let row = 0; row < paths.rowVia.length; row += 1) {
    if (paths.rowGrant[row] !== NO_GRANT) continue;
    const c = paths.rowCase[row]!;
    const accountId = snapshot.accounts.ids[paths.caseAccount[c]!]!;
    const ari = snapshot.resources[paths.caseResource[c]!]!.ari;
    for (const role of unknownRoles(rolesOfRow(paths, snapshot.roleSets, row))) {
      yield { kind: 'unknown-role', accountId, ari, detail: unknownRole(role) };
    }
  }
}

const unknownRoles = (roles: readonly string[]): string[] =>
  roles.filter((role) => billingOfRole(role) === 'unknown');
const unknownRole = (role: string): string => `Nothing is known of the role ${role}.`;

/** Looks up the kinds of anomaly that touch one row: its group on this resource, its roles, its account. */
export function indexRowAnomalies(
  snapshot: Snapshot,
  paths: PathTable,
  ownership: Ownership,
): (row: number) => AnomalyKind[] {
  const byAccount = new Map<string, Set<AnomalyKind>>();
  for (const { accountId, kind } of snapshot.accountAnomalies) {
    byAccount.set(accountId, (byAccount.get(accountId) ?? new Set()).add(kind));
  }
  return (row) => {
    const kinds = new Set(byAccount.get(snapshot.accounts.ids[paths.caseAccount[paths.rowCase[row]!]!]!));
    const { anomaly } = ruleOfRow(paths, ownership, row);
    if (anomaly) kinds.add(anomaly);
    if (unknownRoles(rolesOfRow(paths, snapshot.roleSets, row)).length > 0) kinds.add('unknown-role');
    const grant = paths.rowGrant[row]!;
    if (grant !== NO_GRANT) {
      const group = snapshot.grants.group[grant]!;
      if (ownership.locked[group] === 1) kinds.add('locked-group');
      if (ownership.nameConflict[group] === 1) kinds.add('name-conflict');
    }
    return [...kinds].sort();
  };
}
