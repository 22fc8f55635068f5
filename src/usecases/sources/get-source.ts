import type { SourceRef } from '../../contracts/evidence';
import type { Settings } from '../../contracts/settings';
import type { SourceView } from '../../contracts/review-views';
import { OWNERS } from '../../contracts/vocabulary';
import { IS } from '../../decision/columns';
import { entryCauseOf } from '../../decision/entry-cause';
import { laneOfOwner } from '../../decision/lanes';
import { ownershipRules } from '../../ownership/rules';
import { sourceOfGroup } from '../../ownership/witnesses';
import { indexSourceDecisions } from '../../review/sources/covering';
import { countOverlaps, seatsAlsoSynced } from '../../review/sources/overlap';
import { traitsOf } from '../../review/sources/population';
import { suggestForSource } from '../../review/sources/suggest';
import { visibleResources } from '../decision-table';
import { namePeople } from '../people';
import type { CallerContext, Ports } from '../ports';
import { toGroupNameOf } from '../records/group-names';
import { firstGroupsOf } from '../review/look';
import { sourceNow, type SourceNow } from './source-now';
import { sourceTeller } from './source-lines';

const GRANT_EDGE =
  'The grant of the group to the product is always this organization’s: its administrators can revoke it, whoever writes the members.';

/** Everything about one source: who comes through it and why, what else holds them, and what was decided. */
export async function getSource(
  ports: Ports,
  settings: Settings,
  caller: CallerContext,
  ref: SourceRef,
): Promise<SourceView> {
  const now = await sourceNow(ports, settings, caller, ref);
  const { look, source, rows, decision, sources, stored } = now;
  const { table, book } = look;
  const { snapshot, columns } = table;
  const visible = visibleResources(table, settings, caller);
  const rule = ownershipRules[table.ownership.ruleOfGrant[source.grant]!]!;
  const versionOf = (id: string): number => stored.find(({ record }) => record.id === id)!.version;
  const attestation = book.attestations.get(ref.groupId) ?? null;
  const stewardship = book.stewardships.get(ref.groupId) ?? null;
  const mentioned = [
    ...(decision === null ? [] : [decision.record.recordedBy, ...stepsBy(decision.record.steps)]),
    ...(decision?.record.kind === 'intent' ? [decision.record.steward] : []),
    ...(attestation === null ? [] : [attestation.recordedBy]),
    ...(stewardship === null ? [] : [stewardship.recordedBy, stewardship.steward]),
  ];
  const personOf = await namePeople(ports, settings, mentioned);
  const tell = sourceTeller({
    look,
    decisions: indexSourceDecisions(look),
    firstGroups: await firstGroupsOf(ports),
    visible,
    personOf,
    wanted: new Set([source.grant]),
  });
  const isSynced = (row: number): boolean => OWNERS[columns.rowOwner[row]!] === 'idp-owned';
  const suggestion = suggestForSource(table, source, seatsAlsoSynced(table, rows, isSynced));
  const same = sources.filter(
    ({ group }) => group === source.group && visible(sources[source.grant]!.resource),
  );
  return {
    line: tell(source),
    edges: {
      membership: { owner: rule.owner, sentence: laneOfOwner[rule.owner].because },
      grant: { sentence: GRANT_EDGE },
    },
    rule: { because: rule.because, url: rule.source, checked: rule.checked },
    entries: sharesBy(now, (row) => entryCauseOf(table, row)!.cause).map(([cause, share]) => ({
      cause,
      ...share,
    })),
    claimStatuses: named(sharesBy(now, traitOf(now, 'claimStatus'))),
    domains: named(sharesBy(now, traitOf(now, 'domain'))),
    overlap: overlapOf(now),
    grants: same
      .filter(({ resource }) => visible(resource))
      .map(({ grant, resource, seats }) => {
        const role = snapshot.grants.defaultRole[grant]!;
        return {
          ari: snapshot.resources[resource]!.ari,
          product: snapshot.resources[resource]!.name,
          roles: [...snapshot.roleSets[snapshot.grants.roleSet[grant]!]!],
          defaultFor: role === 0 ? null : snapshot.roles[role - 1]!,
          seats,
        };
      }),
    decision: decision && {
      record: decision.record,
      version: versionOf(decision.record.id),
      toGroupName: toGroupNameOf(snapshot, decision.record),
    },
    voidBecause: decision?.voidBecause ?? null,
    attestation: attestation && { record: attestation, version: versionOf(attestation.id) },
    stewardship: stewardship && { record: stewardship, version: versionOf(stewardship.id) },
    otherGroups: otherDefaults(now),
    suggestion: { do: suggestion.do, because: suggestion.because },
    suggestedChange: suggestion.change,
    people: [...new Set(mentioned)].map(personOf),
  };
}

const stepsBy = (steps: readonly { by: string }[]): string[] =>
  steps.flatMap(({ by }) => (by === 'seatpath' ? [] : [by]));

interface SourceShare {
  readonly people: number;
  readonly seats: number;
}

const named = (shares: readonly (readonly [string, SourceShare])[]): SourceView['domains'] =>
  shares.map(([name, share]) => ({ name, ...share }));

function traitOf({ look: { table } }: SourceNow, trait: 'claimStatus' | 'domain'): (row: number) => string {
  const { snapshot, paths } = table;
  return (row) => traitsOf(snapshot, paths.caseAccount[paths.rowCase[row]!]!)[trait];
}

/** How the people and seats of a source are shared out by something that holds of each row, most first. */
function sharesBy<Name extends string>(
  { look: { table }, rows }: SourceNow,
  nameOf: (row: number) => Name,
): [Name, SourceShare][] {
  const { columns } = table;
  const shares = new Map<Name, SourceShare>();
  for (const row of rows) {
    const name = nameOf(row);
    const known = shares.get(name) ?? { people: 0, seats: 0 };
    const seats = known.seats + Number(columns.rowBillable[row] === IS);
    shares.set(name, { people: known.people + 1, seats });
  }
  return [...shares].sort(([a, one], [b, other]) => other.people - one.people || (a < b ? -1 : 1));
}

/** The other sources that hold the same seats, most first. */
function overlapOf({ look: { table }, source, sources }: SourceNow): SourceView['overlap'] {
  const { groups } = table.snapshot;
  const overlaps = countOverlaps(table, (grant) => grant === source.grant)(source.grant);
  return [...overlaps]
    .map(([grant, seats]) => {
      const other = sources[grant]!;
      return {
        groupId: groups.ids[other.group]!,
        groupName: groups.names[other.group]!,
        owner: other.owner,
        seats,
      };
    })
    .sort((a, b) => b.seats - a.seats || (a.groupName < b.groupName ? -1 : 1));
}

/** Groups that could be default here in its place: not synced, and giving the role that newcomers are to get. */
function otherDefaults({ look: { table }, source, sources }: SourceNow): SourceView['otherGroups'] {
  const { snapshot } = table;
  const role = snapshot.grants.defaultRole[source.grant]!;
  if (role === 0) return [];
  return sources
    .filter(
      (other) =>
        other.grant !== source.grant &&
        other.resource === source.resource &&
        sourceOfGroup(snapshot, other.group) === 'not-synced' &&
        snapshot.roleSets[snapshot.grants.roleSet[other.grant]!]!.includes(snapshot.roles[role - 1]!),
    )
    .map(({ group }) => ({ groupId: snapshot.groups.ids[group]!, groupName: snapshot.groups.names[group]! }));
}
