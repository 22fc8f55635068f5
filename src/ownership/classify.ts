import { NO, type Snapshot, YES } from '../contracts/snapshot';
import { NO_GRANT, type PathTable, VIA_NAMES } from '../access/path-table';
import { type OwnershipRule, ownershipRules, type PathFacts } from './rules';
import { sourceOfGroup } from './witnesses';

/** Who owns what: one rule for each grant, and per group what else is worth a warning. */
export interface Ownership {
  /** Index into `ownershipRules` for each entry of the snapshot's grant table. */
  readonly ruleOfGrant: Uint8Array;
  /** 1 where the group is positively not synced and yet not modifiable. */
  readonly locked: Uint8Array;
  /** 1 where a SCIM group of the same name stands beside a group that is positively not synced. */
  readonly nameConflict: Uint8Array;
  /** True where no group at all is modifiable: that is the key's doing, so no group counts as locked. */
  readonly nothingModifiable: boolean;
}

function firstRule(path: PathFacts): number {
  // The last rule applies to everything, so there is always one.
  return ownershipRules.findIndex((rule) => rule.when(path));
}

/** Applies the ownership rules to every grant of the snapshot. Pure. */
export function classifyOwnership(snapshot: Snapshot): Ownership {
  const { groups, grants } = snapshot;
  const nothingModifiable = !groups.modifiable.includes(YES);
  const scimNames = new Set(snapshot.scimGroups.map((group) => group.displayName));
  const locked = new Uint8Array(groups.ids.length);
  const nameConflict = new Uint8Array(groups.ids.length);
  const ruleOfGrant = new Uint8Array(grants.group.length);
  for (let group = 0; group < groups.ids.length; group += 1) {
    const source = sourceOfGroup(snapshot, group);
    if (source === 'not-synced') {
      if (!nothingModifiable && groups.modifiable[group] === NO) locked[group] = 1;
      if (scimNames.has(groups.names[group]!)) nameConflict[group] = 1;
    }
    for (let g = grants.offsets[group]!; g < grants.offsets[group + 1]!; g += 1) {
      ruleOfGrant[g] = firstRule({ via: 'group', source, isDefaultHere: grants.defaultRole[g] !== 0 });
    }
  }
  return { ruleOfGrant, locked, nameConflict, nothingModifiable };
}

const ruleWithoutGroup = VIA_NAMES.map((via) => firstRule({ via, source: null, isDefaultHere: false }));

/** The ownership rule that holds for one row. */
export function ruleOfRow(paths: PathTable, ownership: Ownership, row: number): OwnershipRule {
  const grant = paths.rowGrant[row]!;
  return ownershipRules[
    grant === NO_GRANT ? ruleWithoutGroup[paths.rowVia[row]!]! : ownership.ruleOfGrant[grant]!
  ]!;
}
