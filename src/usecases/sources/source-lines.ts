import type { SourceIntent, SourceLine } from '../../contracts/source-views';
import type { Person } from '../../contracts/views';
import type { Source } from '../../decision/sources';
import type { SourceDecision, SourceDecisions } from '../../review/sources/covering';
import type { Look } from '../../review/queue/look';
import { countOverlaps } from '../../review/sources/overlap';
import { traitsOf } from '../../review/sources/population';
import { indexRowsOfGrants } from '../../review/sources/source-facts';

/** What a source was decided to be, in one word. */
export function intentOf(decision: SourceDecision | null): SourceIntent {
  if (decision === null) return 'none';
  const { record, voidBecause } = decision;
  if (voidBecause !== null) return 'void';
  if (record.kind === 'redesign') {
    return record.state === 'planned' || record.state === 'approved' || record.state === 'claimed'
      ? 'redesign'
      : 'none';
  }
  return record.state === 'proposed' || record.state === 'standing' ? record.state : 'none';
}

export interface LineContext {
  readonly look: Look;
  readonly decisions: SourceDecisions;
  /** Group ids of the first scan that was reviewed. */
  readonly firstGroups: ReadonlySet<string>;
  readonly visible: (resource: number) => boolean;
  readonly personOf: (accountId: string) => Person;
  /** The grants that lines are wanted of: overlaps are counted for no others. */
  readonly wanted: ReadonlySet<number>;
}

/** Tells sources as lines. */
export function sourceTeller(context: LineContext): (source: Source) => SourceLine {
  const { look, decisions, firstGroups, visible, personOf } = context;
  const { snapshot, paths } = look.table;
  const { grants, groups, resources } = snapshot;
  const overlapsOf = countOverlaps(look.table, (grant) => context.wanted.has(grant));
  const rowsOf = indexRowsOfGrants(look.table);
  const groupName = (grant: number): string => groups.names[grants.group[grant]!]!;

  const mostOverlap = (grant: number): SourceLine['overlap'] => {
    let best: SourceLine['overlap'] = null;
    for (const [other, seats] of overlapsOf(grant)) {
      if (best === null || seats > best.seats) best = { groupName: groupName(other), seats };
    }
    return best;
  };
  const externalIn = (grant: number): number =>
    rowsOf(grant).filter(
      (row) => traitsOf(snapshot, paths.caseAccount[paths.rowCase[row]!]!).claimStatus !== 'managed',
    ).length;

  return (source) => {
    const defaultRole = grants.defaultRole[source.grant]!;
    const groupId = groups.ids[source.group]!;
    const stewardship = look.book.stewardships.get(groupId) ?? null;
    const products: string[] = [];
    for (let g = grants.offsets[source.group]!; g < grants.offsets[source.group + 1]!; g += 1) {
      if (visible(grants.resource[g]!)) products.push(resources[grants.resource[g]!]!.name);
    }
    return {
      groupId,
      groupName: groups.names[source.group]!,
      ari: resources[source.resource]!.ari,
      product: resources[source.resource]!.name,
      owner: source.owner,
      roles: [...snapshot.roleSets[grants.roleSet[source.grant]!]!],
      defaultFor: defaultRole === 0 ? null : snapshot.roles[defaultRole - 1]!,
      products,
      people: source.people,
      seats: source.seats,
      seatsOnlyHere: source.seatsOnlyHere,
      inactive: source.inactive,
      scimInactive: source.scimInactive,
      external: externalIn(source.grant),
      overlap: mostOverlap(source.grant),
      intent: intentOf(decisions.of(source.grant)),
      steward: stewardship === null ? null : personOf(stewardship.steward),
      legacy: source.owner === 'local-group' && stewardship === null && firstGroups.has(groupId),
    };
  };
}
